import type { Phrase } from './count-phrases.js';
import type { TermTable } from './read-terms.js';

/** A phrase that was chosen as a topic. */
export interface RankedTopic {
  readonly phrase: Phrase;
  /** How well it stands for the text; only the proportions mean something. */
  readonly score: number;
}

/** Most topics of a text, as the result's model has it. */
const MOST_TOPICS = 15;
/** Words of text per topic, so that a chat message has two or three. */
const WORDS_PER_TOPIC = 8;
const FEWEST_ROOM = 2;
/** Topics below this share of the best one's score are left out. */
const LEAST_SHARE = 0.2;
/** From so many sentences on, a phrase seen once is no topic. */
const LONG_TEXT = 25;

/** Chooses the phrases that stand best for a text, best first, none of them inside another. */
export function rankTopics(phrases: readonly Phrase[], table: TermTable, sentences: number): RankedTopic[] {
  const words = table.termOf.length;
  const ranked = phrases
    .filter((phrase) => phrase.count > phrase.countInLonger && (phrase.count > 1 || (sentences < LONG_TEXT && !isLoneAdjective(phrase, table))))
    .map((phrase) => ({ phrase, score: scoreOf(phrase, table, words) }))
    .sort((one, other) => other.score - one.score || one.phrase.firstAt - other.phrase.firstAt || other.phrase.length - one.phrase.length);
  const best = ranked[0]?.score ?? 0;
  const room = Math.min(MOST_TOPICS, FEWEST_ROOM + Math.floor(words / WORDS_PER_TOPIC));
  const chosen: RankedTopic[] = [];
  for (const topic of ranked) {
    if (topic.score < best * LEAST_SHARE) break;
    const rival = chosen.findIndex(({ phrase }) => isInside(topic.phrase, phrase, table.termOf) || isInside(phrase, topic.phrase, table.termOf));
    if (rival === -1) {
      if (chosen.length < room) chosen.push(topic);
    } else if (isFullerForm(topic.phrase, chosen[rival]!.phrase, table)) {
      chosen[rival] = { phrase: topic.phrase, score: chosen[rival]!.score };
    }
  }
  return chosen;
}

/** What a longer phrase is worth beside a word, by its number of words: it tells more. */
const LENGTH_WORTH = [0, 1, 1.4, 1.5, 1.4];
const NAME_WORTH = 1.3;
/** What is left of a word that looks like an adjective, or like the name of an activity. */
const ADJECTIVE_WORTH = 0.5;
const ACTIVITY_WORTH = 0.7;
const SHORT_WORTH = 0.7;
const SHORT_WORD = 3;
/** What a phrase of the first words is worth more than one of the last. */
const POSITION_WORTH = 0.5;

/**
 * Scores a phrase. How often it stands alone, and not within a longer phrase, is the idea of the C-value (Frantzi, K.,
 * Ananiadou, S. & Mima, H. (2000), "Automatic recognition of multi-word terms"); that the sentences count beside
 * the single occurrences, and the place and casing of words matter, is that of YAKE (Campos, R. et al. (2020), "YAKE!
 * Keyword extraction from single documents using multiple local features").
 */
function scoreOf(phrase: Phrase, { terms, termOf }: TermTable, words: number): number {
  const alone = phrase.count - phrase.countInLonger;
  const times = (alone + Math.min(alone, phrase.sentences)) / 2;
  const { lower, shape } = terms[termOf[phrase.firstAt + phrase.length - 1]!]!;
  let worth = LENGTH_WORTH[phrase.length]! * (1 + POSITION_WORTH * (1 - phrase.firstAt / words));
  if (isName(phrase)) worth *= phrase.length === 1 && shape === 'people-adjective' ? 1 : NAME_WORTH;
  else if (shape === 'adjective' || shape === 'people-adjective') worth *= ADJECTIVE_WORTH;
  else if (phrase.length === 1 && shape === 'activity') worth *= ACTIVITY_WORTH;
  else if (phrase.length === 1 && lower.length <= SHORT_WORD) worth *= SHORT_WORTH;
  if (phrase.length === 1 && phrase.count === 1 && !isName(phrase) && words >= SOME_WORDS) worth *= ONCE_WORTH;
  return worth * Math.log2(1 + times);
}

/** In a text of so many words a plain word that stands there once is hardly what it is about. */
const SOME_WORDS = 40;
const ONCE_WORTH = 0.6;

/** "Astronomical", said once, is no topic. */
function isLoneAdjective(phrase: Phrase, { terms, termOf }: TermTable): boolean {
  return phrase.length === 1 && !isName(phrase) && terms[termOf[phrase.firstAt]!]!.shape === 'adjective';
}

function isInside(inner: Phrase, outer: Phrase, termOf: Int32Array): boolean {
  for (let offset = 0; offset + inner.length <= outer.length; offset += 1) {
    let same = 0;
    while (same < inner.length && termOf[inner.firstAt + same] === termOf[outer.firstAt + offset + same]) same += 1;
    if (same === inner.length) return true;
  }
  return false;
}

/** A head word may stand alone so many times as often as in the phrase that introduced it. */
const MOST_ALONE = 6;

/**
 * Whether a phrase is the full form of a word: "Angela Merkel" of "Merkel", wherever it stands, and "city council" of
 * "council" if the text has the word so first.
 */
function isFullerForm(longer: Phrase, shorter: Phrase, { termOf }: TermTable): boolean {
  if (shorter.length > 1 || longer.length === 1 || termOf[longer.firstAt + longer.length - 1] !== termOf[shorter.firstAt]) return false;
  if (isName(shorter) !== isName(longer)) return false;
  return isName(longer) || (longer.firstAt + longer.length - 1 === shorter.firstAt && shorter.count <= MOST_ALONE * longer.count);
}

function isName({ names, count }: Phrase): boolean {
  return names * 2 >= count;
}
