/** Plurals that no rule makes. */
const IRREGULAR: Readonly<Record<string, string>> = Object.assign(Object.create(null) as Record<string, string>, {
  children: 'child', men: 'man', women: 'woman', people: 'person', mice: 'mouse', teeth: 'tooth', feet: 'foot', geese: 'goose',
  lives: 'life', wives: 'wife', knives: 'knife', wolves: 'wolf', shelves: 'shelf', halves: 'half', thieves: 'thief', leaves: 'leaf',
  loaves: 'loaf', calves: 'calf', elves: 'elf', crises: 'crisis', analyses: 'analysis', theses: 'thesis', hypotheses: 'hypothesis',
  diagnoses: 'diagnosis', criteria: 'criterion', phenomena: 'phenomenon', bacteria: 'bacterium', viruses: 'virus', buses: 'bus',
  gases: 'gas', bonuses: 'bonus', statuses: 'status', campuses: 'campus', heroes: 'hero', potatoes: 'potato', tomatoes: 'tomato',
  vetoes: 'veto', echoes: 'echo', movies: 'movie', cookies: 'cookie', zombies: 'zombie', selfies: 'selfie', calories: 'calorie',
  news: 'news', species: 'species', series: 'series', gas: 'gas', lens: 'lens', yes: 'yes', texas: 'texas', kansas: 'kansas', christmas: 'christmas',
});

/**
 * What a word and its plural have in common: `taxes` and `tax` are `tax`. A key to compare by, not a word to show.
 *
 * @param word - In lower case, without a possessive ending.
 */
export function foldWord(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (word.endsWith('men') && word.length > 4) return `${word.slice(0, -3)}man`;
  if (word.length < 4 || !word.endsWith('s') || SINGULAR_ENDINGS.some((ending) => word.endsWith(ending))) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return HISSING_ENDINGS.some((ending) => word.endsWith(ending)) ? word.slice(0, -2) : word.slice(0, -1);
}

/** Endings of words that are no plurals, for all their "s". */
const SINGULAR_ENDINGS = ['ss', 'us', 'is', 'ics'];
/** Endings of the plurals that take "es". */
const HISSING_ENDINGS = ['sses', 'shes', 'ches', 'xes', 'zzes'];
