import { lowerBound } from '../text/lower-bound.js';

/** A text in a form in which quotations are compared, and the way back to its offsets. */
export interface FoldedText {
  readonly text: string;
  /** Offset of the text of which the folded character at `index` was made. */
  startOf(index: number): number;
  /** Offset after what the folded character at `index` was made of. */
  endOf(index: number): number;
  /** First folded index that was made of `offset` or what follows it. */
  indexOf(offset: number): number;
}

/**
 * Folds case, accents, width and compatibility forms (NFKD), white space, quotation
 * marks and dashes, and leaves out characters that are not seen.
 */
export function foldText(text: string): FoldedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let isAfterSpace = true;
  for (let offset = 0; offset < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(offset)!);
    const end = offset + character.length;
    const made = foldCharacter(character);
    // An accent or joiner that is written apart belongs to the character before it.
    if (made === '' && !isAfterSpace) ends[ends.length - 1] = end;
    for (const folded of made) {
      const isSpace = folded === ' ';
      if (isSpace && isAfterSpace) continue;
      isAfterSpace = isSpace;
      pieces.push(folded);
      starts.push(...Array<number>(folded.length).fill(offset));
      ends.push(...Array<number>(folded.length).fill(end));
    }
    offset = end;
  }
  return {
    text: pieces.join(''),
    startOf: (index) => starts[index]!,
    endOf: (index) => ends[index]!,
    indexOf: (offset) => lowerBound(starts, offset),
  };
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) {
    if (code <= 0x20) return ' ';
    if (character === '"' || character === '`') return "'";
    return code >= 0x41 && code <= 0x5a ? character.toLowerCase() : character;
  }
  if (INVISIBLE.test(character)) return '';
  if (QUOTATION_MARKS.test(character)) return "'";
  if (DASHES.test(character)) return '-';
  if (/\s/u.test(character)) return ' ';
  // Upper case first: it makes "ß" and the final sigma what they are elsewhere.
  return character.normalize('NFKD').replace(/\p{Mn}/gu, '').toUpperCase().toLowerCase();
}

const INVISIBLE = /[\p{Cf}\p{Mn}\ufe00-\ufe0f]/u;
const QUOTATION_MARKS = /[‘’‚‛“”„‟«»‹›′″´]/u;
const DASHES = /[\p{Pd}−]/u;
