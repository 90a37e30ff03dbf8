import type { FeelingMark, Lexicon } from './lexicon/build-lexicon.js';

/** What the marks between two words say. */
export interface Gap {
  /** Whether a mark parts the words, so that neither works on the other. */
  readonly endsClause: boolean;
  readonly exclamations: number;
  readonly questions: number;
  /** Emoji and emoticons, in order; at most {@link MOST_MARKS}. */
  readonly marks: readonly FeelingMark[];
}

/** A row of thirty hearts is one strong feeling, not thirty. */
const MOST_MARKS = 3;

const NO_MARKS: readonly FeelingMark[] = [];

/** Punctuation over which a negation or an intensifier does not reach. */
const CLAUSE_MARKS = ',;:.!?…—–()[]{}\n';

/** Longest emoticon, in UTF-16 code units. */
const LONGEST_EMOTICON = 4;

/** Whether nothing but a space or a hyphen stands between two words, as between most. */
export function isPlainGap(text: string, start: number, end: number): boolean {
  if (end - start !== 1) return false;
  const unit = text.charCodeAt(start);
  return unit === SPACE || unit === HYPHEN;
}

/** Reads the text from the end of one word to the start of the next, in time linear in its length. */
export function readGap(text: string, start: number, end: number, { emoji, emoticons }: Lexicon): Gap {
  let endsClause = false;
  let exclamations = 0;
  let questions = 0;
  let marks: FeelingMark[] | undefined;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE) continue;
    let mark: FeelingMark | undefined;
    if (unit > 0x20_00) {
      const point = text.codePointAt(at)!;
      mark = emoji.get(point);
      if (point > 0xff_ff) at += 1;
    } else {
      const emoticon = emoticonAt(text, at, emoticons);
      if (emoticon !== undefined) {
        mark = emoticons.get(emoticon);
        at += emoticon.length - 1;
      }
    }
    if (mark !== undefined) {
      marks ??= [];
      if (marks.length < MOST_MARKS) marks.push(mark);
    } else if (unit === EXCLAMATION) exclamations += 1;
    else if (unit === QUESTION) questions += 1;
    if (!endsClause && CLAUSE_MARKS.includes(String.fromCharCode(unit))) endsClause = true;
  }
  return { endsClause, exclamations, questions, marks: marks ?? NO_MARKS };
}

const SPACE = 0x20;
const HYPHEN = 0x2d;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

/**
 * The emoticon that begins at an offset. It must stand apart on its left, or `http://` would frown, and on its right,
 * or `:pass` would poke out its tongue. Its letters and digits may be words of the text: `:D`, `<3`.
 */
function emoticonAt(text: string, at: number, emoticons: Lexicon['emoticons']): string | undefined {
  if (!EMOTICON_STARTS.includes(text[at]!) || (at > 0 && isLetterOrMark(text, at - 1))) return undefined;
  for (let length = LONGEST_EMOTICON; length >= 2; length -= 1) {
    const candidate = text.slice(at, at + length);
    if (candidate.length === length && emoticons.has(candidate) && !isLetterOrMark(text, at + length)) return candidate;
  }
  return undefined;
}

/** First characters of the emoticons; those that begin with a letter or digit are not looked for. */
const EMOTICON_STARTS = ':;=(<>^-)';

function isLetterOrMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit > 0x7f;
}
