import { LONGEST_SENTENCE, type PhraseIndex, type TextDocument } from '@discord-intelligence/analysis-tool';

import type { Cue } from './cue.js';
import { IMPERATIVES } from './lexicon/imperatives.js';
import { TYPES } from './lexicon/types.js';
import { findNoise, type Noise } from './noise.js';
import { isOddWord } from './odd-word.js';
import { type CharacterSurvey, surveyCharacters } from './survey-characters.js';

/** What one pass over a text measured. Counts are of words unless they say otherwise. */
export interface ContentReading {
  readonly document: TextDocument;
  readonly characters: CharacterSurvey;
  /** Links, mentions and emoji codes, in pieces. */
  readonly noise: number;
  readonly links: number;
  /** All links and codes, in UTF-16 code units. */
  readonly noiseLength: number;
  /** Words outside links and codes. */
  words: number;
  /** Words that hold sentences together. */
  functionWords: number;
  /** Answers, greetings and laughter. */
  fillers: number;
  /** Different words that are none of these. */
  contentWords: number;
  /** Content words with their repeats. */
  contentTokens: number;
  /** Those of them that did not occur among the fifty words before them. */
  freshWords: number;
  /** Words that repeat the one to four words before them, or stand in a sentence that came before. */
  repeatedWords: number;
  /** Words that look like keyboard mash. */
  oddWords: number;
  firstPerson: number;
  secondPerson: number;
  /** Words that start with a digit. */
  figures: number;
  /** Two short numbers with a hyphen, as in the score of a match. */
  scores: number;
  readonly sentences: number;
  /** Sentences tied to the three before them by a word or a pointer. */
  linkedSentences: number;
  /** Sentences that came before, word for word. */
  repeatedSentences: number;
  /** Sentences that open with an order: "Add the flour". */
  imperatives: number;
  questions: number;
  /** Points of spam wording. */
  spamPoints: number;
  /** The first spam wordings, as they stand in the text. */
  readonly spamExamples: string[];
  /** Points for each type of content, in the order of `TYPES`. */
  readonly typePoints: Float64Array;
}

/** How far back a word is looked for, in words. */
const WINDOW = 50;
/** How far back a sentence is tied, in sentences. */
const LINK_REACH = 3;
/** The longest repeated pattern looked for, in words. */
const LONGEST_PERIOD = 4;
const SHORTEST_LINKING_WORD = 4;
const MOST_EXAMPLES = 3;
/** Each doubling of a cue adds so much of its points. */
const REPEAT_SHARE = 0.35;
/** A phrase spread over more UTF-16 code units than this is words that happen to follow each other. */
const LONGEST_PHRASE = 80;

const CONTENT = 0;
const FUNCTION = 1;
const FILLER = 2;

/** Measures a text in one pass over its characters and one over its words. */
export function readContent(document: TextDocument, { index, typeCues }: { readonly index: PhraseIndex<Cue>; readonly typeCues: number }): ContentReading {
  const { text, words, sentences } = document;
  const noise = findNoise(text);
  const reading = emptyReading(document, noise);
  const cueCounts = new Uint32Array(typeCues);
  const cueTypes: { readonly id: number; readonly type: number; readonly points: number }[] = [];
  const roles = new Uint8Array(LONGEST_SENTENCE);
  const lastSeen = new Map<string, number>();
  const seenSentences = new Map<number, number>();
  let sentenceStart = 0;
  let isLinked: boolean;

  const visit = (cue: Cue, first: number, end: number): void => {
    if (end - first > 1 && words[end - 1]!.end - words[first]!.start > LONGEST_PHRASE) return;
    switch (cue.kind) {
      case 'type':
        if (cueCounts[cue.id] === 0) cueTypes.push(cue);
        cueCounts[cue.id]! += 1;
        break;
      case 'spam':
        reading.spamPoints += cue.points;
        if (cue.points >= 1 && reading.spamExamples.length < MOST_EXAMPLES) reading.spamExamples.push(text.slice(words[first]!.start, words[end - 1]!.end));
        break;
      case 'link':
        isLinked = true;
        roles[first - sentenceStart] = FUNCTION;
        break;
      case 'function':
        roles[first - sentenceStart] = FUNCTION;
        break;
      case 'filler':
        roles[first - sentenceStart] = FILLER;
        break;
      case 'first-person':
        reading.firstPerson += 1;
        break;
      case 'second-person':
        reading.secondPerson += 1;
        break;
      default:
        cue satisfies never;
    }
  };

  for (let at = 0; at < sentences.length; at += 1) {
    const { firstWord, endWord, isQuestion } = sentences[at]!;
    sentenceStart = firstWord;
    roles.fill(CONTENT);
    isLinked = false;
    index.find(words, firstWord, endWord, visit);
    const reachStart = sentences[Math.max(0, at - LINK_REACH)]!.firstWord;
    const isRepeated = endWord - firstWord > 1 && isSeenBefore(document, at, seenSentences);
    if (isRepeated) reading.repeatedSentences += 1;
    for (let word = firstWord; word < endWord; word += 1) {
      if (noise.holds(words[word]!)) continue;
      const { lower } = words[word]!;
      reading.words += 1;
      if (isRepeated || repeatsBefore(document, word)) reading.repeatedWords += 1;
      const role = roles[word - firstWord]!;
      if (role === FUNCTION) {
        reading.functionWords += 1;
        continue;
      }
      if (role === FILLER) {
        reading.fillers += 1;
        continue;
      }
      const last = lastSeen.get(lower);
      lastSeen.set(lower, word);
      reading.contentTokens += 1;
      if (last === undefined || word - last > WINDOW) reading.freshWords += 1;
      if (startsWithDigit(lower)) {
        reading.figures += 1;
        if (word + 1 < endWord && isScore(document, word)) reading.scores += 1;
      }
      if (isOddWord(lower)) reading.oddWords += 1;
      else if (last === undefined) reading.contentWords += 1;
      if (last !== undefined && last >= reachStart && last < firstWord && lower.length >= SHORTEST_LINKING_WORD) isLinked = true;
    }
    if (isLinked && at > 0) reading.linkedSentences += 1;
    if (isQuestion) reading.questions += 1;
    else if (IMPERATIVES.has(words[firstWord]!.lower)) reading.imperatives += 1;
  }

  for (const { id, type, points } of cueTypes) reading.typePoints[type]! += points * (1 + REPEAT_SHARE * Math.log2(cueCounts[id]!));
  return reading;
}

function emptyReading(document: TextDocument, { count, links, length }: Noise): ContentReading {
  return {
    document,
    characters: surveyCharacters(document.text),
    noise: count,
    links,
    noiseLength: length,
    words: 0,
    functionWords: 0,
    fillers: 0,
    contentWords: 0,
    contentTokens: 0,
    freshWords: 0,
    repeatedWords: 0,
    oddWords: 0,
    firstPerson: 0,
    secondPerson: 0,
    figures: 0,
    scores: 0,
    sentences: document.sentences.length,
    linkedSentences: 0,
    repeatedSentences: 0,
    imperatives: 0,
    questions: 0,
    spamPoints: 0,
    spamExamples: [],
    typePoints: new Float64Array(TYPES.length),
  };
}

/** Whether a sentence came before word for word. A number stands for each sentence; where numbers agree the texts are compared. */
function isSeenBefore({ text, words, sentences }: TextDocument, at: number, seen: Map<number, number>): boolean {
  const { start, end, firstWord, endWord } = sentences[at]!;
  let mark = endWord - firstWord;
  for (let word = firstWord; word < endWord; word += 1) {
    const { lower } = words[word]!;
    mark = (Math.imul(mark, 31) + lower.length * 7 + lower.charCodeAt(0) + lower.charCodeAt(lower.length >> 1)) | 0;
  }
  const before = seen.get(mark);
  if (before === undefined) {
    seen.set(mark, at);
    return false;
  }
  const other = sentences[before]!;
  return other.end - other.start === end - start && text.slice(other.start, other.end) === text.slice(start, end);
}

/** Whether a word continues a pattern: "no no", or "buy now buy now". */
function repeatsBefore({ words }: TextDocument, at: number): boolean {
  const { lower } = words[at]!;
  for (let period = 1; period <= LONGEST_PERIOD && period <= at; period += 1) {
    if (words[at - period]!.lower !== lower) continue;
    // A word may return after a few others by chance, as in "as soon as"; with its neighbour it does not.
    if (period === 1 || isPairRepeated(words, at, period)) return true;
  }
  return false;
}

function isPairRepeated(words: TextDocument['words'], at: number, period: number): boolean {
  if (at - 1 - period >= 0 && words[at - 1]!.lower === words[at - 1 - period]!.lower) return true;
  return at + 1 < words.length && words[at + 1]!.lower === words[at + 1 - period]!.lower;
}

const ZERO = 48;
const NINE = 57;

function startsWithDigit(lower: string): boolean {
  const unit = lower.charCodeAt(0);
  return unit >= ZERO && unit <= NINE;
}

const LONGEST_SCORE = 3;

function isScore({ text, words }: TextDocument, at: number): boolean {
  const [one, other] = [words[at]!, words[at + 1]!];
  const gap = text.slice(one.end, Math.min(other.start, one.end + 2));
  return (gap === '-' || gap === '–') && one.lower.length <= LONGEST_SCORE && other.lower.length <= LONGEST_SCORE && startsWithDigit(other.lower);
}
