import { closesString, type StringPlace } from './closing-quote.js';
import { type Cursor, stopHere } from './cursor.js';

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Quotes that models use, and how each ends. */
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”' };

/** Whether a quoted text may begin with this. */
export function isQuote(character: string | undefined): boolean {
  return character !== undefined && character in CLOSING;
}

/**
 * Reads a quoted text, with quotes inside it where they are certain: in pairs,
 * set around words, and nothing that could be the border of a member.
 */
export function readString(cursor: Cursor, place: StringPlace): string {
  const { text } = cursor;
  const closing = CLOSING[text[cursor.position] ?? ''] ?? '"';
  if (closing !== '"') cursor.repairs.add('quote-style');
  const start = ++cursor.position;
  let result = '';
  let from = start;
  let isInsideQuotes = false;
  let quotes = 0;
  let isBadlyEscaped = false;

  for (;;) {
    if (cursor.position >= text.length) stopHere(cursor);
    const character = text[cursor.position] ?? '';
    if (character === '\\') {
      const letter = text[cursor.position + 1] ?? '';
      if (letter === closing) quotes += 1;
      else if (!isEscapable(letter)) isBadlyEscaped = true;
      result += text.slice(from, cursor.position) + readEscape(cursor);
      from = cursor.position;
      continue;
    }
    if (character === closing) {
      const isApostrophe = closing === "'" && isWord(text[cursor.position - 1]) && isWord(text[cursor.position + 1]);
      if (!isApostrophe) {
        if (closesString(text, cursor.position, place)) break;
        if (closing !== '"' || !isQuotedInside(text, cursor.position, start, isInsideQuotes)) stopHere(cursor);
        isInsideQuotes = !isInsideQuotes;
        quotes += 1;
      }
      cursor.repairs.add('inner-quotes');
    } else if (character < ' ') {
      cursor.repairs.add('raw-control-character');
    }
    cursor.position += 1;
  }

  // A backslash that lost its quote leaves an odd one behind.
  if (isInsideQuotes || (isBadlyEscaped && quotes % 2 === 1) || isMisplaced(text, cursor.position, start)) stopHere(cursor);
  result += text.slice(from, cursor.position);
  cursor.position += 1;
  return result;
}

/** Whether a closing quote seems to have changed places with the comma or the line break before it. */
function isMisplaced(text: string, position: number, start: number): boolean {
  if (position === start) return false;
  const before = text[position - 1];
  const after = text[position + 1] ?? '';
  return before === '\n' || (before === ',' && (isSpace(after) || after === '"'));
}

/** Whether a quote in the middle opens before a word, or closes after one. */
function isQuotedInside(text: string, position: number, start: number, isClosing: boolean): boolean {
  const before = text[position - 1] ?? '';
  const after = text[position + 1] ?? '';
  if (isClosing) return !isSpace(before) && (isSpace(after) || ',.;!?)\'…-'.includes(after));
  return (position === start || isSpace(before) || '(-'.includes(before)) && isWord(after);
}

function readEscape(cursor: Cursor): string {
  const { text, position } = cursor;
  const letter = text[position + 1];
  if (letter === undefined) {
    cursor.position = text.length;
    return stopHere(cursor);
  }
  if (letter === 'u' && isHex4(text, position + 2)) {
    cursor.position += 6;
    return String.fromCharCode(Number.parseInt(text.slice(position + 2, position + 6), 16));
  }
  const known = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
  // A line that goes on after a backslash: some drop the break, some keep it.
  if (letter === '\n' || letter === '\r') stopHere(cursor);
  // More likely a quote that went wrong than a word with a backslash.
  if (letter === ',' || letter === ':') stopHere(cursor);
  cursor.position += 2;
  if (known !== undefined) return known;
  cursor.repairs.add('bad-escape');
  // `\'` is an apostrophe in every language; `\d` and `\alpha` mean their backslash.
  return letter === "'" ? "'" : `\\${letter}`;
}

function isEscapable(letter: string): boolean {
  return letter === 'u' || Object.hasOwn(ESCAPES, letter);
}

function isHex4(text: string, start: number): boolean {
  for (let index = start; index < start + 4; index++) {
    const code = text.charCodeAt(index) | 0x20;
    if (!((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66))) return false;
  }
  return true;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function isSpace(character: string): boolean {
  return character.trim() === '';
}
