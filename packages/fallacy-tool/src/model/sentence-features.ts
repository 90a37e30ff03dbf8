import type { Sentence, TextDocument } from '@discord-intelligence/analysis-tool';

import { FRAME_WORDS } from './frame-words.js';

/** Features fall into this many buckets, by their hash. */
export const BUCKETS = 2 ** 16;

/** The buckets of what stands in a sentence, repeats included. */
export interface SentenceFeatures {
  /** Of its words and of pairs of neighbours. */
  readonly words: Int32Array;
  /** Of the runs of three to five characters in its words, word by word. */
  readonly characters: readonly Int32Array[];
  /** Of pairs of frame words near each other, its borders counting as such. */
  readonly frames: Int32Array;
}

/** Finds the buckets of a sentence. */
export type FeatureReader = (document: TextDocument, sentence: Sentence) => SentenceFeatures;

/** Most words that are remembered; the memory is emptied when it is full. */
const MOST_REMEMBERED = 20_000;

/** How many words on from a frame word its partners may stand. */
const FRAME_REACH = 8;

/** What need not be found out again about a word. */
interface KnownWord {
  readonly hash: number;
  /** Zero when it is no frame word. */
  readonly frame: number;
  readonly characters: Int32Array;
}

/** Makes a reader that remembers the words it has met. */
export function createFeatureReader(): FeatureReader {
  const remembered = new Map<string, KnownWord>();
  const knownOf = (word: string): KnownWord => {
    let known = remembered.get(word);
    if (known === undefined) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      known = { hash: hashOf(word, WORD), frame: FRAME_WORDS.has(word) ? frameOf(hashOf(word, FRAME)) : 0, characters: characterBuckets(word) };
      remembered.set(word, known);
    }
    return known;
  };

  // The frame words of the sentence so far: what they hash to, and where they stand.
  const frames: number[] = [];
  const places: number[] = [];
  let pairs = new Int32Array(FRAME_REACH * 128);

  return ({ text, words }, { firstWord, endWord, end, isQuestion }) => {
    const count = endWord - firstWord;
    const wordBuckets = new Int32Array(2 * count + 2);
    const characters = new Array<Int32Array>(count);
    if (pairs.length < FRAME_REACH * (count + 2)) pairs = new Int32Array(2 * FRAME_REACH * (count + 2));
    let at = 0;
    let pairCount = 0;
    let before = START;
    frames.length = 0;
    places.length = 0;
    const readWord = (hash: number): void => {
      wordBuckets[at++] = bucketOf(hash);
      wordBuckets[at++] = bucketOf(Math.imul(before, PAIR) + hash);
      before = hash;
    };
    const readFrame = (frame: number, place: number): void => {
      for (let other = frames.length - 1; other >= 0 && place - places[other]! <= FRAME_REACH; other -= 1) pairs[pairCount++] = bucketOf(Math.imul(frames[other]!, PAIR) + frame);
      frames.push(frame);
      places.push(place);
    };

    readFrame(frameOf(START), 0);
    for (let index = 0; index < count; index += 1) {
      const known = knownOf(words[firstWord + index]!.lower);
      readWord(known.hash);
      if (known.frame !== 0) readFrame(known.frame, index + 1);
      characters[index] = known.characters;
    }
    const closing = isQuestion ? QUESTION : text[end - 1] === '!' ? EXCLAMATION : END;
    readWord(closing);
    readFrame(frameOf(closing), count + 1);

    return { words: wordBuckets, characters, frames: pairs.slice(0, pairCount) };
  };
}

const WORD = 0x2545f491;
const CHARACTERS = 0x9747b28c;
const FRAME = 0x2f0b4a27;
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

/** Pairs of frames must not fall where pairs of words do; and zero means none. */
function frameOf(hash: number): number {
  return (hash ^ FRAME) | 1;
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
