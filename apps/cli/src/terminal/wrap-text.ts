import { displayWidth, splitGraphemes } from './display-width.js';

/** How a paragraph is broken into lines. */
export interface WrapOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Columns left free before every line. @default 0 */
  readonly indent?: number;
  /** Text of the first line in place of its indent, such as a list mark. @default the indent */
  readonly lead?: string;
}

/** However narrow the terminal, this many columns of text stay; less reads as noise. */
const NARROWEST = 16;

/** Breaks one line of text into lines that fit, between words, or inside a word that is longer than a line. */
export function wrapText(text: string, { width, indent = 0, lead }: WrapOptions): string[] {
  const room = Math.max(width - indent, NARROWEST);
  const margin = ' '.repeat(indent);
  const first = lead === undefined ? margin : lead + ' '.repeat(Math.max(indent - displayWidth(lead), 0));
  return breakLines(text, room).map((line, index) => ((index === 0 ? first : margin) + line).trimEnd());
}

/** A short text and how it is to look. */
export interface Piece {
  readonly text: string;
  readonly paint: (text: string) => string;
}

/** Puts short texts side by side, two columns apart, and below one another where they do not fit. None of them is broken. */
export function flowPieces(pieces: readonly Piece[], { width, indent = 0, lead = '' }: WrapOptions): string[] {
  const lines: string[] = [];
  let line = lead + ' '.repeat(Math.max(indent - displayWidth(lead), 0));
  let used = indent;
  for (const { text, paint } of pieces) {
    const needed = displayWidth(text);
    if (used > indent && used + 2 + needed > width) {
      lines.push(line);
      line = ' '.repeat(indent);
      used = indent;
    }
    const gap = used > indent ? 2 : 0;
    line += ' '.repeat(gap) + paint(text);
    used += gap + needed;
  }
  return [...lines, line];
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function truncateText(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const [start = ''] = splitLongWord(text, Math.max(width - 1, 1));
  return `${start.trimEnd()}…`;
}

/** A text with spaces after it up to a width. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(width - displayWidth(text), 0));
}

function breakLines(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    for (const part of displayWidth(word) > room ? splitLongWord(word, room) : [word]) {
      const needed = displayWidth(part);
      const gap = line === '' ? 0 : 1;
      if (used + gap + needed > room && line !== '') {
        lines.push(line);
        line = part;
        used = needed;
      } else {
        line += (gap === 1 ? ' ' : '') + part;
        used += gap + needed;
      }
    }
  }
  return [...lines, line];
}

function splitLongWord(word: string, room: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const grapheme of splitGraphemes(word)) {
    const needed = displayWidth(grapheme);
    if (used + needed > room && part !== '') {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += grapheme;
    used += needed;
  }
  return [...parts, part];
}
