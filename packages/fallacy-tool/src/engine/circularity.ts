import type { Sentence, TextDocument } from '@discord-intelligence/analysis-tool';

import type { SentenceEvidence } from './sentence-evidence.js';

/** Words that give a reason. */
const REASON_WORDS = new Set(['because', 'since']);

/** Words that carry no claim of their own, so that repeating them proves nothing. */
const EMPTY_WORDS = new Set(
  "a an the is are was were be been it its it's he she they them his her their i i'm me my we our us you your this that these those of to in on at for with by from and or but not no so very really just too as do does did has have had can will would should could more most much many what which who there here then than if when how why all any some one because since never always ever about up out into go goes get gets make makes made say says said think want know like need people things thing way good bad right".split(
    ' ',
  ),
);

const LONGEST_REASON = 12;
/** A reason this short that only bends a word of its claim says the claim again: "trust him because he is trustworthy". */
const SHORT_REASON = 5;
/** Words that share so many letters from the start are taken for forms of one word. */
const SAME_STEM = 5;

/** Half of such sentences in argument are circular; the rest only repeat a word. */
const PROBABILITY = 0.65;

/**
 * Finds a reason that says its claim again: one that ends on the very word the
 * claim ended on ("the book is true because what it says is true"), or a short
 * one that only bends a word of it. Words that are in most sentences do not count.
 */
export function findCircularity({ words }: TextDocument, { firstWord, endWord }: Sentence): SentenceEvidence | undefined {
  const last = endWord - 1;
  for (let at = firstWord + 2; at < last - 1; at += 1) {
    if (!REASON_WORDS.has(words[at]!.lower) || last - at > LONGEST_REASON) continue;
    const reason = words[last]!.lower;
    const claims = words.slice(firstWord, at).map(({ lower }) => lower);
    const isRepeated = reason === claims.at(-1) && (!EMPTY_WORDS.has(reason) || JUDGEMENTS.has(reason));
    const isBent = last - at <= SHORT_REASON && claims.some((claim) => claim !== reason && isSameStem(claim, reason));
    if (isRepeated || isBent) return { type: 'circular_reasoning', probability: PROBABILITY, firstWord: at - 1, endWord };
  }
  return undefined;
}

/** Common words that are claims all the same when a sentence ends on them. */
const JUDGEMENTS = new Set(['right', 'good', 'bad']);

function isSameStem(one: string, other: string): boolean {
  return one.length >= SAME_STEM && other.length >= SAME_STEM && one.slice(0, SAME_STEM) === other.slice(0, SAME_STEM);
}
