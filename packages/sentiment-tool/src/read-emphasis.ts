import type { Sentence, Word } from '@discord-intelligence/analysis-tool';

import type { Entry, Lexicon } from './lexicon/build-lexicon.js';

/**
 * Whether a word stands in capitals in a sentence that is not all capitals. Reads the sentence only for a word in
 * capitals, and there stops at the first small letter.
 */
export function isShouted(text: string, word: Word, sentence: Sentence, words: readonly Word[]): boolean {
  if (word.end - word.start < 2 || !isCapital(text, word.start) || hasSmallLetter(text, word)) return false;
  for (let at = sentence.firstWord; at < sentence.endWord; at += 1) if (hasSmallLetter(text, words[at]!)) return true;
  return false;
}

/** Shortest word in which a letter can be stretched: `sooo`. */
const SHORTEST_STRETCHED = 4;

/** The entry of a word that was stretched for emphasis: `soooo`, `goooood`. Tells `undefined` for a word that was not. */
export function lookUpSqueezed(lower: string, { words }: Lexicon): Entry | undefined {
  if (lower.length < SHORTEST_STRETCHED || !hasTriple(lower)) return undefined;
  return words.get(lower.replace(/(.)\1{2,}/gu, '$1$1')) ?? words.get(lower.replace(/(.)\1{2,}/gu, '$1'));
}

function hasTriple(lower: string): boolean {
  let run = 1;
  for (let at = 1; at < lower.length; at += 1) {
    run = lower.charCodeAt(at) === lower.charCodeAt(at - 1) ? run + 1 : 1;
    if (run === 3) return true;
  }
  return false;
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x41 && unit <= 0x5a;
}

function hasSmallLetter(text: string, { start, end }: Word): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x61 && unit <= 0x7a) return true;
  }
  return false;
}
