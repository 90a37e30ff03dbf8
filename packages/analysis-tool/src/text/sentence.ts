import type { Word } from './word.js';

/** One sentence of a text: a run of words with the punctuation that closes it. */
export interface Sentence {
  /** Offset of the first UTF-16 code unit, after any leading white space. */
  readonly start: number;
  /** Offset after the last UTF-16 code unit, closing marks included, trailing white space not. */
  readonly end: number;
  /** Index of the first word among the words of the text. */
  readonly firstWord: number;
  /** Index after the last word; at least `firstWord + 1`. */
  readonly endWord: number;
  /** Whether a question mark closes it. */
  readonly isQuestion: boolean;
}

/**
 * A sentence is cut after this many words even without a mark: speech that was
 * transcribed without punctuation would otherwise be one sentence, and all work
 * that looks at a whole sentence would stop being linear in the text.
 */
export const LONGEST_SENTENCE = 80;

/** A line shorter than this was ended by its writer, not wrapped by an editor. In UTF-16 code units. */
const SHORT_LINE = 50;

/** Words whose full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof sr jr st rev gen sgt lt capt gov sen rep pres hon vs etc eg ie cf al inc ltd co corp dept est approx apr aug dec feb jan jul jun mar nov oct sept sep ave blvd'.split(' '),
);

/** Words that are short for another only before a number: "No. 5", but not "He said no." */
const ABBREVIATIONS_BEFORE_NUMBER = new Set(['no', 'nos', 'vol', 'pp', 'fig', 'art', 'sec']);

/**
 * The sentences of a text, in time linear in its length.
 *
 * The gaps between words decide: a mark that closes a sentence, a blank line, a
 * short line's end. `Intl.Segmenter` is not used: on Node 20 its time grows with
 * the square of the text (one megabyte took most of a minute).
 */
export function splitSentences(text: string, words: readonly Word[]): Sentence[] {
  const sentences: Sentence[] = [];
  let firstWord = 0;
  let lineStart = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    const nextStart = words[index + 1]?.start ?? text.length;
    const gap = readGap(text, word, nextStart, words[index + 1]);
    if (gap.lineEnd !== undefined) {
      const isOwnLine = gap.isBlankLine || gap.lineEnd - lineStart < SHORT_LINE || gap.startsItem;
      lineStart = gap.lineEnd + 1;
      if (isOwnLine) gap.closes = true;
    }
    if (gap.closes || nextStart === text.length || index + 1 - firstWord === LONGEST_SENTENCE) {
      sentences.push({
        start: openingOf(text, words[firstWord]!.start, sentences.at(-1)?.end ?? 0),
        end: gap.end,
        firstWord,
        endWord: index + 1,
        isQuestion: gap.isQuestion,
      });
      firstWord = index + 1;
    }
  }
  return sentences;
}

interface Gap {
  /** Whether the marks in the gap close a sentence. */
  closes: boolean;
  isQuestion: boolean;
  /** Offset after the closing marks. */
  end: number;
  /** Offset of the last line break in the gap, if it holds one. */
  lineEnd: number | undefined;
  isBlankLine: boolean;
  /** Whether the next line starts with a list mark. */
  startsItem: boolean;
}

const CLOSING_MARKS = '.!?…。！？';
const CLOSING_BRACKETS = '"\'”’»)]*_';

/** Reads what stands between a word and the next one. */
function readGap(text: string, word: Word, nextStart: number, next: Word | undefined): Gap {
  const gap: Gap = { closes: false, isQuestion: false, end: word.end, lineEnd: undefined, isBlankLine: false, startsItem: false };
  // One space is what stands between most words.
  if (next !== undefined && nextStart === word.end + 1 && text[word.end] === ' ') return gap;
  let dots = 0;
  let isBeforeSpace = true;
  for (let at = word.end; at < nextStart; at += 1) {
    const mark = text[at]!;
    if (mark === '\n') {
      if (gap.lineEnd !== undefined) gap.isBlankLine = true;
      gap.lineEnd = at;
      gap.startsItem = false;
    } else if (isBeforeSpace && CLOSING_MARKS.includes(mark)) {
      gap.closes = true;
      if (mark === '.') dots += 1;
      if (mark === '?' || mark === '？') gap.isQuestion = true;
      gap.end = at + 1;
    } else if (gap.end === at && CLOSING_BRACKETS.includes(mark)) {
      gap.end = at + 1;
    } else if (gap.lineEnd !== undefined && '-*•–>#'.includes(mark)) {
      gap.startsItem = true;
    }
    if (mark <= ' ' || mark === '\u00a0') isBeforeSpace = false;
  }
  // A mark with no white space behind it is part of a number, a name or an address, unless it is the text's last.
  if (gap.closes && isBeforeSpace && next !== undefined && !'。！？'.includes(text[gap.end - 1] ?? '')) gap.closes = false;
  if (gap.closes && next !== undefined && !gap.isQuestion) {
    if (dots === 1 && isAbbreviation(text, word, next)) gap.closes = false;
    // "well... maybe": a pause, not an end.
    if (dots > 1 && isLowerCase(text, next)) gap.closes = false;
  }
  return gap;
}

function isAbbreviation(text: string, word: Word, next: Word): boolean {
  if (ABBREVIATIONS.has(word.lower)) return true;
  if (ABBREVIATIONS_BEFORE_NUMBER.has(word.lower)) return /\d/.test(text[next.start]!);
  // Initials and dotted abbreviations ("J. Smith", "U.S. policy"), but not the pronoun in "than I."
  return word.end - word.start === 1 && /\p{Lu}/u.test(text[word.start]!) && word.lower !== 'i';
}

function isLowerCase(text: string, word: Word): boolean {
  return /\p{Ll}/u.test(text[word.start]!);
}

/** Takes an opening quotation mark or bracket into the sentence. */
function openingOf(text: string, firstWordStart: number, previousEnd: number): number {
  let start = firstWordStart;
  while (start > previousEnd && '"\'“‘«([¿¡$€£#@'.includes(text[start - 1]!)) start -= 1;
  return start;
}
