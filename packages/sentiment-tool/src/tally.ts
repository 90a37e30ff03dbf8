import { EMOTIONS, type Emotion } from './emotion.js';
import type { Gap } from './read-gap.js';

/**
 * What has been seen of a sentence so far. One tally serves a whole text, sentence by sentence, so that nothing is
 * allocated for a word or a sentence.
 */
export interface Tally {
  /** Ratings of the feeling words after all rules, added up; the sign is the side the sentence takes. */
  sum: number;
  /** The same with every rating counted as positive: how much feeling there is on either side. */
  strength: number;
  /** Feeling words, phrases, emoji and emoticons. */
  evidence: number;
  /** Words of opinion. */
  opinions: number;
  /** Words of fact, and numbers. */
  facts: number;
  exclamations: number;
  questions: number;
  /** What the intensifiers before the next feeling word add to it. */
  boost: number;
  /** Over how many more words the boost works. */
  boostReach: number;
  /** Over how many more content words a negation works. */
  negationReach: number;
  /** Factor of what stands after "but". */
  contrast: number;
  /** Factor of what is granted or supposed. */
  concession: number;
  /** Words of no list, over the whole text. */
  unlisted: number;
  /** Weight of each emotion over the whole text. */
  readonly emotions: Record<Emotion, number>;
}

/** Makes an empty tally. */
export function createTally(): Tally {
  const emotions = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as Record<Emotion, number>;
  return {
    sum: 0,
    strength: 0,
    evidence: 0,
    opinions: 0,
    facts: 0,
    exclamations: 0,
    questions: 0,
    boost: 0,
    boostReach: 0,
    negationReach: 0,
    contrast: 1,
    concession: 1,
    unlisted: 0,
    emotions,
  };
}

/** Empties a tally for the next sentence; what is counted over the whole text stays. */
export function startSentence(tally: Tally): void {
  tally.sum = 0;
  tally.strength = 0;
  tally.evidence = 0;
  tally.opinions = 0;
  tally.facts = 0;
  tally.exclamations = 0;
  tally.questions = 0;
  tally.boost = 0;
  tally.boostReach = 0;
  tally.negationReach = 0;
  tally.contrast = 1;
  tally.concession = 1;
}

/** Factor of a good word under a negation (Hutto & Gilbert 2014, section 3.3). */
const NEGATED_GOOD = -0.74;
/** Factor of a bad word under a negation: "not bad" praises less than "not good" blames (Kiritchenko & Mohammad 2016). */
const NEGATED_BAD = -0.5;
/** What "not happy" adds to sadness. */
const JOY_DENIED = 0.5;

/** Counts a feeling word, with what stands before it at work on it. */
export function addFeeling(tally: Tally, rating: number, emotion: Emotion | null): void {
  const { boost } = tally;
  const isNegated = tally.negationReach > 0;
  if (rating !== 0) {
    let value = rating + Math.sign(rating) * boost;
    if (isNegated) value *= value > 0 ? NEGATED_GOOD : NEGATED_BAD;
    tally.evidence += 1;
    tally.strength += Math.abs(value);
    tally.sum += value * tally.contrast * tally.concession;
  }
  if (emotion !== null && !isNegated) tally.emotions[emotion] += 1 + boost;
  else if (emotion === 'joy') tally.emotions.sadness += JOY_DENIED;
  tally.boost = 0;
}

/** Counts the marks between two words, and ends at a clause's end what worked on the words of the clause. */
export function addGap(tally: Tally, gap: Gap): void {
  if (gap.endsClause) {
    tally.negationReach = 0;
    tally.boost = 0;
    tally.concession = 1;
  }
  tally.exclamations += gap.exclamations;
  tally.questions += gap.questions;
  for (const { valence, emotion } of gap.marks) addFeeling(tally, valence, emotion);
}
