/** One word of a text. */
export interface Word {
  /** Offset of the first UTF-16 code unit. */
  readonly start: number;
  /** Offset after the last UTF-16 code unit. */
  readonly end: number;
  /** The word in lower case, with a plain apostrophe; empty when it is too long to be a word of any language. */
  readonly lower: string;
}

/** Nothing longer is looked up anywhere: it is an address, a key or noise. */
const LONGEST_WORD = 64;

const TYPOGRAPHIC_APOSTROPHE = '’';

/**
 * The words of a text in their order, in one pass.
 *
 * A word is letters, marks and digits, joined by single apostrophes: `don't` is
 * one word, `so-called` is two. No word begins with a mark, or what makes an
 * emoji colourful would be one.
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    let width = widthOfLetter(text, at);
    if (width === 0 || isMark(text, at)) {
      at += width || 1;
      continue;
    }
    const start = at;
    let isTypographic = false;
    while (width > 0) {
      at += width;
      width = widthOfLetter(text, at);
      if (width === 0 && isApostrophe(text, at) && widthOfLetter(text, at + 1) > 0) {
        isTypographic ||= text[at] === TYPOGRAPHIC_APOSTROPHE;
        width = 1;
      }
    }
    words.push({ start, end: at, lower: lowerOf(text, start, at, isTypographic) });
  }
  return words;
}

function lowerOf(text: string, start: number, end: number, isTypographic: boolean): string {
  if (end - start > LONGEST_WORD) return '';
  const lower = text.slice(start, end).toLowerCase();
  return isTypographic ? lower.replaceAll(TYPOGRAPHIC_APOSTROPHE, "'") : lower;
}

/** Code units of the letter, mark or digit at an offset; 0 when there is none. */
function widthOfLetter(text: string, at: number): 0 | 1 | 2 {
  const unit = text.charCodeAt(at);
  // Plain ASCII is most of most texts, and a table beats a regular expression on it many times over.
  if (unit < 128) return ASCII_LETTERS[unit] as 0 | 1;
  if (Number.isNaN(unit)) return 0;
  const point = text.codePointAt(at)!;
  if (!/[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(point))) return 0;
  return point > 0xff_ff ? 2 : 1;
}

function isMark(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 128 && /\p{M}/u.test(String.fromCodePoint(text.codePointAt(at)!));
}

function isApostrophe(text: string, at: number): boolean {
  return text[at] === "'" || text[at] === TYPOGRAPHIC_APOSTROPHE;
}

const ASCII_LETTERS = Uint8Array.from({ length: 128 }, (_, unit) => (/[a-z0-9]/i.test(String.fromCharCode(unit)) ? 1 : 0));
