import type { Sentence, TextDocument, Word } from '@discord-intelligence/analysis-tool';

import type { CuePattern } from './cue-pattern.js';
import { createPatternMatcher } from './match-pattern.js';

/** Where a cue stands: word indices of the document, the end exclusive. */
export interface CueHit<Cue> {
  readonly cue: Cue;
  readonly firstWord: number;
  readonly endWord: number;
}

/** Finds the cues of a sentence. */
export type CueMatcher<Cue> = (document: TextDocument, sentence: Sentence) => CueHit<Cue>[];

/** Words that open a sentence without being part of what it says. */
const OPENERS = new Set(
  'and but so well look then now oh yes yeah no ok okay because honestly actually sorry hey right sure fine like um uh i mean you know also plus anyway lol'.split(' '),
);

/** How many opening words may stand before a pattern that begins its sentence. */
const MOST_OPENERS = 4;

/**
 * Makes a matcher of many patterns; each cue is reported once a sentence.
 *
 * A pattern is tried only in a sentence that holds a word for every one of its
 * steps, and only at words that can begin it. Both are known from one look-up a
 * word, so nearly all patterns cost nothing in nearly all sentences.
 */
export function createCueMatcher<Cue extends { readonly pattern: CuePattern }>(cues: readonly Cue[]): CueMatcher<Cue> {
  const { entriesByFirstWord, stepsByWord, stepCount } = indexCues(cues);
  const matchPattern = createPatternMatcher(Math.max(1, ...cues.map(({ pattern }) => pattern.steps.length)));
  // The number of the last sentence that held a word of the step: cheaper than a set for each sentence.
  const lastSentenceOf = new Uint32Array(stepCount);
  let sentenceNumber = 0;

  return ({ words }, { firstWord, endWord }) => {
    sentenceNumber = (sentenceNumber + 1) >>> 0;
    for (let at = firstWord; at < endWord; at += 1) {
      for (const step of stepsByWord.get(words[at]!.lower) ?? NONE) lastSentenceOf[step] = sentenceNumber;
    }
    const hits: CueHit<Cue>[] = [];
    const endOfOpeners = skipOpeners(words, firstWord, endWord);
    for (let at = firstWord; at < endWord; at += 1) {
      for (const { cue, required } of entriesByFirstWord.get(words[at]!.lower) ?? NONE) {
        if (!required.every((step) => lastSentenceOf[step] === sentenceNumber)) continue;
        if (cue.pattern.isAtStart && at > endOfOpeners) continue;
        if (hits.some((hit) => hit.cue === cue)) continue;
        const end = matchPattern(cue.pattern, words, at, endWord);
        if (end !== undefined) hits.push({ cue, firstWord: at, endWord: end });
      }
    }
    return hits;
  };
}

const NONE: readonly never[] = [];

interface IndexedCue<Cue> {
  readonly cue: Cue;
  /** Numbers of the steps that must all be present; the first one is, or the cue would not be tried. */
  readonly required: readonly number[];
}

/** Numbers the sets of words that steps take, and files patterns by first word and steps by word. */
function indexCues<Cue extends { readonly pattern: CuePattern }>(cues: readonly Cue[]) {
  const numbers = new Map<ReadonlySet<string>, number>();
  const stepsByWord = new Map<string, number[]>();
  const entriesByFirstWord = new Map<string, IndexedCue<Cue>[]>();

  const numberOf = (words: ReadonlySet<string>): number => {
    const known = numbers.get(words);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(words, number);
    for (const word of words) file(stepsByWord, word, number);
    return number;
  };

  for (const cue of cues) {
    const [first, ...others] = cue.pattern.steps;
    const required = others.filter(({ isOptional }) => !isOptional).map(({ words }) => numberOf(words));
    for (const word of first!.words) file(entriesByFirstWord, word, { cue, required });
  }
  return { entriesByFirstWord, stepsByWord, stepCount: numbers.size };
}

function file<Value>(index: Map<string, Value[]>, word: string, value: Value): void {
  const values = index.get(word);
  if (values === undefined) index.set(word, [value]);
  else values.push(value);
}

function skipOpeners(words: readonly Word[], firstWord: number, endWord: number): number {
  let at = firstWord;
  while (at < endWord && at - firstWord < MOST_OPENERS && OPENERS.has(words[at]!.lower)) at += 1;
  return at;
}
