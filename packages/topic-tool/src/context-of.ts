import type { TextDocument } from '@discord-intelligence/analysis-tool';

import type { Phrase } from './count-phrases.js';
import type { Sighting } from './describe-topics.js';
import { fold } from './fold-space.js';
import type { TermTable } from './read-terms.js';
import { KIND } from './word-kind.js';

/** Longest context, in UTF-16 code units, as the result's model has it. */
const LONGEST_CONTEXT = 1_000;

/** Numbers of words between which a sentence is a good quotation. */
const SHORT_SENTENCE = 6;
const LONG_SENTENCE = 45;

/** The sentence that says most on the phrase in the fewest words. */
export function contextOf(phrase: Phrase, seen: readonly Sighting[], table: TermTable, document: TextDocument): string | null {
  let best: Sighting | undefined;
  let most = -1;
  for (const sighting of seen) {
    const worth = worthOf(sighting.sentence, table, document);
    if (worth > most) {
      best = sighting;
      most = worth;
    }
  }
  return best === undefined ? null : quote(best, phrase, document);
}

function worthOf(sentence: number, { terms, termOf, kindOf }: TermTable, { sentences }: TextDocument): number {
  const { firstWord, endWord, isQuestion } = sentences[sentence]!;
  const length = endWord - firstWord;
  let worth = 0;
  for (let at = firstWord; at < endWord; at += 1) if (kindOf[at] === KIND.topical) worth += Math.log2(1 + terms[termOf[at]!]!.count);
  const fits = length >= SHORT_SENTENCE && length <= LONG_SENTENCE ? 1 : 0.5;
  return (worth * fits * (isQuestion ? 0.8 : 1)) / (length + SHORT_SENTENCE);
}

/** The sentence, or as much of it around the phrase as there is room for, white space folded. */
function quote({ at, sentence }: Sighting, phrase: Phrase, { text, words, sentences }: TextDocument): string {
  const { start, end, firstWord, endWord } = sentences[sentence]!;
  if (end - start <= LONGEST_CONTEXT) return fold(text.slice(start, end));
  let [first, last] = [at, at + phrase.length - 1];
  const fits = (from: number, to: number): boolean => words[to]!.end - words[from]!.start <= LONGEST_CONTEXT;
  if (!fits(first, last)) return fold(text.slice(words[first]!.start, words[first]!.end));
  let hasGrown = true;
  while (hasGrown) {
    hasGrown = false;
    if (first > firstWord && fits(first - 1, last)) {
      first -= 1;
      hasGrown = true;
    }
    if (last + 1 < endWord && fits(first, last + 1)) {
      last += 1;
      hasGrown = true;
    }
  }
  return fold(text.slice(words[first]!.start, words[last]!.end));
}
