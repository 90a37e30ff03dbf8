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

/** Half of such sentences in argument are circular; the rest only repeat a word. */
const PROBABILITY = 0.65;

/**
 * Finds a reason that ends on the very word its claim ended on: "the book is true
 * because what it says is true". Words that are in most sentences do not count.
 */
export function findCircularity({ words }: TextDocument, { firstWord, endWord }: Sentence): SentenceEvidence | undefined {
  for (let at = firstWord + 2; at < endWord - 1; at += 1) {
    if (!REASON_WORDS.has(words[at]!.lower)) continue;
    const claim = words[at - 1]!.lower;
    if (EMPTY_WORDS.has(claim) && claim !== 'right' && claim !== 'good' && claim !== 'bad') return undefined;
    const last = Math.min(endWord, at + 1 + LONGEST_REASON) - 1;
    if (last === endWord - 1 && words[last]!.lower === claim && last > at + 1) {
      return { type: 'circular_reasoning', probability: PROBABILITY, firstWord: at - 1, endWord: last + 1 };
    }
  }
  return undefined;
}
