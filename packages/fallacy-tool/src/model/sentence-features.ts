import type { Sentence, TextDocument } from '@discord-intelligence/analysis-tool';

/** Features fall into this many buckets, by their hash. */
export const BUCKETS = 2 ** 15;

/** The buckets of what stands in a sentence, repeats included. */
export interface SentenceFeatures {
  /** Of its runs of one to three words. */
  readonly words: Int32Array;
  /** Of the runs of three to five characters in its words. */
  readonly characters: Int32Array;
}

/** Finds the buckets of a sentence. */
export type FeatureReader = (document: TextDocument, sentence: Sentence) => SentenceFeatures;

/** Most words whose character runs are remembered; the memory is emptied when it is full. */
const MOST_REMEMBERED = 20_000;

/** Makes a reader that remembers the character runs of words it has met. */
export function createFeatureReader(): FeatureReader {
  const remembered = new Map<string, Int32Array>();
  const charactersOf = (word: string): Int32Array => {
    let known = remembered.get(word);
    if (known === undefined) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      known = characterBuckets(word);
      remembered.set(word, known);
    }
    return known;
  };

  return ({ text, words }, { firstWord, endWord, end, isQuestion }) => {
    const buckets: number[] = [];
    const runs: Int32Array[] = [];
    let length = 0;
    let before = START;
    let earlier = 0;
    const read = (hash: number): void => {
      buckets.push(bucketOf(hash));
      buckets.push(bucketOf(Math.imul(before, PAIR) + hash));
      if (earlier !== 0) buckets.push(bucketOf(Math.imul(Math.imul(earlier, PAIR) + before, PAIR) + hash));
      earlier = before;
      before = hash;
    };
    for (let index = firstWord; index < endWord; index += 1) {
      const { lower } = words[index]!;
      read(hashOf(lower, WORD));
      const run = charactersOf(lower);
      runs.push(run);
      length += run.length;
    }
    read(isQuestion ? QUESTION : text[end - 1] === '!' ? EXCLAMATION : END);

    const characters = new Int32Array(length);
    let at = 0;
    for (const run of runs) {
      characters.set(run, at);
      at += run.length;
    }
    return { words: Int32Array.from(buckets), characters };
  };
}

const WORD = 0x2545f491;
const CHARACTERS = 0x9747b28c;
const PAIR = 0x9e3779b1;
const START = 0x1b873593;
const END = 0x38b34ae5;
const QUESTION = 0x5bd1e995;
const EXCLAMATION = 0x7feb352d;

const SHORTEST_RUN = 3;
const LONGEST_RUN = 5;

/** Runs of characters, the border of the word counting as one. */
function characterBuckets(word: string): Int32Array {
  const bordered = ` ${word} `;
  const buckets: number[] = [];
  for (let start = 0; start + SHORTEST_RUN <= bordered.length; start += 1) {
    let hash = CHARACTERS;
    for (let length = 1; length <= LONGEST_RUN && start + length <= bordered.length; length += 1) {
      hash = step(hash, bordered.charCodeAt(start + length - 1));
      if (length >= SHORTEST_RUN) buckets.push(bucketOf(hash));
    }
  }
  return Int32Array.from(buckets);
}

function hashOf(word: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < word.length; at += 1) hash = step(hash, word.charCodeAt(at));
  return hash;
}

/** One step of FNV-1a, over UTF-16 code units. */
function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** FNV leaves its high bits poor in what came last, so they are mixed before they are cut (the finish of MurmurHash3). */
function bucketOf(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & (BUCKETS - 1);
}
