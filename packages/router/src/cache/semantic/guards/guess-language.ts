const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['el', /\p{Script=Greek}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['th', /\p{Script=Thai}/u],
];

/** Words by which languages in Latin letters are told apart; a word may count for several. */
const MARKS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: "the is are was were what who when where why how which do does did can could would should of and to for with this that it my your you i me tell please explain a an in on at by from there have has not hello write make give be if or",
    de: 'der die das ist sind war was wer wann wo warum wie welche kann könnte und zu für mit dies mein dein du ich mir bitte ein eine einen im auf von nicht haben hat hallo schreibe mach gib sich wird den dem',
    fr: 'le la les est sont était que quoi qui quand où pourquoi comment quel quelle peux et à pour avec ce cette mon ton tu je moi vous un une des du dans sur de pas bonjour écris fais donne il elle au s’il',
    es: 'el la los las es son era qué quién cuándo dónde cómo cuál puedo y para con este esta mi tu yo me un una en de del no hola escribe haz dame por favor que se',
    it: 'il lo la gli è sono era che chi quando dove perché come quale posso e per con questo questa mio tuo io mi un una nel di del non ciao scrivi fai dammi si della',
    pt: 'o a os as é são era que quem quando onde porquê como qual posso e para com este esta meu teu eu me um uma no na de do não olá escreve faz dá por favor se',
    nl: 'de het is zijn was wat wie wanneer waar waarom hoe welke kan en voor met dit mijn jouw je ik mij een in op van niet heeft hallo schrijf maak geef',
  }).map(([language, list]) => [language, new Set(list.split(' '))]),
);

/** The language of a text by its script or its most frequent words; empty when two are as likely, or none. */
export function guessLanguage(words: readonly string[]): string {
  const sample = words.join(' ');
  for (const [script, pattern] of SCRIPTS) if (pattern.test(sample)) return script;
  let best = '';
  let most = 0;
  let isTied = false;
  for (const [language, marks] of Object.entries(MARKS)) {
    let count = 0;
    for (const word of words) if (marks.has(word)) count += 1;
    if (count === 0 || count < most) continue;
    isTied = count === most;
    most = count;
    best = language;
  }
  return isTied ? '' : best;
}
