import type { TextDocument, Word } from '@discord-intelligence/analysis-tool';

import { GAP, gapBetween, isCapital } from './read-gap.js';
import type { Shape, WordBook, WordFacts } from './word-book.js';
import { KIND } from './word-kind.js';

/** A word of the text in all its forms: `tax`, `Taxes`, `tax's`. */
export interface Term {
  readonly id: number;
  /** The form in which it came first, in lower case and without a possessive ending. */
  readonly lower: string;
  readonly shape: Shape;
  /** Whether it may join the words of a name, as "of" does. */
  readonly isJoiner: boolean;
  /** How often it stands where it may be part of a topic. */
  count: number;
  /** In how many sentences, and the last of them. */
  sentences: number;
  lastSentence: number;
  /** Index of its first word. */
  firstAt: number;
}

/** The words of a text as terms, word by word. */
export interface TermTable {
  readonly terms: readonly Term[];
  /** Id of the term of each word. */
  readonly termOf: Int32Array;
  /** What each word can do in a topic, where it stands: a kind, or {@link JOINER}. */
  readonly kindOf: Uint8Array;
  /** How each word is tied to the next one: one of {@link GAP}. */
  readonly gapAfter: Uint8Array;
  /** Whether each word is written as a name: with a capital that no sentence's start explains. */
  readonly isName: Uint8Array;
}

/** Kind of a joiner inside a name, beside those of {@link KIND}: it neither begins nor ends a topic. */
export const JOINER = 5;

/** How the words of a text are to be read. */
export interface ReadingOptions {
  /** Words shorter than this are no topic by themselves, in UTF-16 code units. */
  readonly shortestTopic: number;
}

/** Reads the words of a document into terms, in one pass. */
export function readTerms(document: TextDocument, book: WordBook, { shortestTopic }: ReadingOptions): TermTable {
  const { text, words, sentences } = document;
  const terms: Term[] = [];
  const termOf = new Int32Array(words.length);
  const kindOf = new Uint8Array(words.length);
  const gapAfter = new Uint8Array(words.length);
  const isName = new Uint8Array(words.length);
  const table = { terms, termOf, kindOf, gapAfter, isName };
  const usesCapitals = hasCapitalsForNames(document);
  const textNumber = book.startText();
  let isAddress = false;
  for (let index = 0; index < sentences.length; index += 1) {
    const { firstWord, endWord } = sentences[index]!;
    let previous: WordFacts | undefined;
    let beginsCapital = isCapital(text, words[firstWord]!.start);
    for (let at = firstWord; at < endWord; at += 1) {
      const word = words[at]!;
      const next = at + 1 < endWord ? words[at + 1]! : undefined;
      const facts = book.look(word.lower);
      const term = termIn(terms, facts, textNumber);
      const gap = gapBetween(text, word, next);
      const hasCapital = beginsCapital;
      beginsCapital = next !== undefined && isCapital(text, next.start);
      termOf[at] = term.id;
      if (isAddress || gap === GAP.address || isMention(text, word)) {
        isAddress = !endsAddress(text, word, words[at + 1]);
        previous = undefined;
        continue;
      }
      gapAfter[at] = gap;
      let kind: number = facts.kind;
      if (kind === KIND.topical && facts.bare.length < shortestTopic) kind = KIND.general;
      if (kind === KIND.stop) {
        const isAfterName = at > firstWord && isName[at - 1] === 1 && gapAfter[at - 1] !== GAP.apart;
        if (facts.isJoiner && isJoining(document, table, at)) kind = JOINER;
        else if ((facts.isNumber && isAfterName && !(gap === GAP.tied && next !== undefined && book.look(next.lower).isNumber)) || (facts.isTitle && usesCapitals && hasCapital && beginsCapital)) {
          isName[at] = 1;
          kind = KIND.qualifier;
        }
      } else if (usesCapitals && hasCapital && (at > firstWord || beginsCapital || opensName(document, at))) {
        isName[at] = 1;
        if (kind === KIND.general) kind = KIND.qualifier;
      } else if (previous !== undefined && (previous.isBeforeVerb || (previous.isTo && next !== undefined && book.look(next.lower).isDeterminer))) {
        // "they vape", "to ban the book": what stands there is a verb, whatever it is elsewhere.
        kind = KIND.stop;
      }
      kindOf[at] = kind;
      if (kind >= KIND.qualifier && kind !== JOINER) countTerm(term, at, index);
      previous = facts;
    }
  }
  return table;
}

/** The term of a word in a text; made when the text has its first form. */
function termIn(terms: Term[], { stem, bare, shape, isJoiner }: WordFacts, textNumber: number): Term {
  if (stem.text !== textNumber) {
    stem.text = textNumber;
    stem.term = terms.length;
    terms.push({ id: terms.length, lower: bare, shape, isJoiner, count: 0, sentences: 0, lastSentence: -1, firstAt: -1 });
  }
  return terms[stem.term]!;
}

/** Whether "of" and a name follow the first word of a sentence: "Lord of the Rings". */
function opensName({ text, words }: TextDocument, at: number): boolean {
  if (words[at + 1]?.lower !== 'of') return false;
  const name = words[at + 2]?.lower === 'the' ? words[at + 3] : words[at + 2];
  return name !== undefined && isCapital(text, name.start);
}

/** Whether "of" stands between two names, or "the" behind such an "of". */
function isJoining({ text, words }: TextDocument, { kindOf, isName }: TermTable, at: number): boolean {
  const isArticle = words[at]!.lower === 'the';
  const isBehindName = at > 0 && (isArticle ? kindOf[at - 1] === JOINER : isName[at - 1] === 1);
  const next = words[at + 1];
  if (!isBehindName || next === undefined) return false;
  if (next.lower !== 'the' || isArticle) return isCapital(text, next.start);
  // "Lord of the Rings", but not "Dr. Smith of the University": a person is of many things.
  const name = words[at + 2];
  return name !== undefined && isCapital(text, name.start) && isName[at - 2] !== 1;
}

function countTerm(term: Term, at: number, sentence: number): void {
  if (term.count === 0) term.firstAt = at;
  term.count += 1;
  if (term.lastSentence !== sentence) {
    term.lastSentence = sentence;
    term.sentences += 1;
  }
}

/** How many words tell how a text uses capitals, and how few tell nothing. */
const SAMPLE_WORDS = 2_000;
const FEWEST_WORDS = 4;
/** Above this share of capitals inside sentences they say nothing: the text is a headline or shouted. */
const MOST_CAPITALS = 0.5;

function hasCapitalsForNames({ text, words, sentences }: TextDocument): boolean {
  let inside = 0;
  let capitals = 0;
  for (const { firstWord, endWord } of sentences) {
    for (let at = firstWord + 1; at < endWord; at += 1) {
      inside += 1;
      if (isCapital(text, words[at]!.start)) capitals += 1;
    }
    if (inside >= SAMPLE_WORDS) break;
  }
  return inside < FEWEST_WORDS || capitals <= inside * MOST_CAPITALS;
}

const AT = 0x40;

function isMention(text: string, { start }: Word): boolean {
  return start > 0 && text.charCodeAt(start - 1) === AT;
}

/** Whether white space ends an address after a word. */
function endsAddress(text: string, word: Word, next: Word | undefined): boolean {
  const end = next?.start ?? text.length;
  for (let at = word.end; at < end; at += 1) if (text.charCodeAt(at) <= 0x20) return true;
  return false;
}
