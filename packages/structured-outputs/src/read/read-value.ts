import { endOfName, isMemberAt } from './closing-quote.js';
import { type Cursor, ReadStop, stopHere } from './cursor.js';
import { readScalar } from './read-scalar.js';
import { isQuote, readString } from './read-string.js';
import { skipTrivia } from './trivia.js';

/** Deeper than any schema, shallow enough for the stack. */
export const MAX_DEPTH = 200;

const TOO_DEEP = new ReadStop('too-deep');

/** Reads an object or array that begins at the cursor, tolerantly. */
export function readContainer(cursor: Cursor, depth: number): unknown {
  if (depth > MAX_DEPTH) throw TOO_DEEP;
  return cursor.text[cursor.position] === '{' ? readObject(cursor, depth) : readArray(cursor, depth);
}

function readObject(cursor: Cursor, depth: number): Record<string, unknown> {
  const { text } = cursor;
  const result: Record<string, unknown> = {};
  cursor.position += 1;
  skipTrivia(cursor);
  if (text[cursor.position] === '}') {
    cursor.position += 1;
    return result;
  }
  for (;;) {
    const isQuoted = isQuote(text[cursor.position]);
    const key = readKey(cursor);
    skipTrivia(cursor);
    readColon(cursor);
    // A quoted key with its colon: no brace of prose.
    if (isQuoted) cursor.completed += 1;
    skipTrivia(cursor);
    const value = readValue(cursor, 'member', depth);
    if (Object.hasOwn(result, key)) stopHere(cursor);
    if (isPrototypeKey(key, value)) cursor.repairs.add('prototype-key');
    else result[key] = value;
    cursor.completed += 1;
    if (endsContainer(cursor, '}')) return result;
  }
}

function readArray(cursor: Cursor, depth: number): unknown[] {
  const { text } = cursor;
  const result: unknown[] = [];
  cursor.position += 1;
  skipTrivia(cursor);
  if (text[cursor.position] === ']') {
    cursor.position += 1;
    return result;
  }
  for (;;) {
    result.push(readValue(cursor, 'element', depth));
    cursor.completed += 1;
    if (endsContainer(cursor, ']')) return result;
  }
}

/** After a value: the end of the container, or what leads to the next value. */
function endsContainer(cursor: Cursor, closing: '}' | ']'): boolean {
  const { text } = cursor;
  const valueEnd = cursor.position;
  skipTrivia(cursor);
  if (text[cursor.position] === closing) {
    cursor.position += 1;
    return true;
  }
  if (text[cursor.position] === ',') {
    cursor.position += 1;
    skipTrivia(cursor);
    if (text[cursor.position] !== closing) return false;
    cursor.repairs.add('trailing-comma');
    cursor.position += 1;
    return true;
  }
  if (!misses(cursor, closing, valueEnd)) stopHere(cursor);
  cursor.repairs.add('missing-comma');
  return false;
}

/** Whether a comma is all that is missing: nothing else can stand between these two. */
function misses({ text, position }: Cursor, closing: '}' | ']', valueEnd: number): boolean {
  const last = text[valueEnd - 1];
  const next = text[position];
  if (next === undefined) return false;
  const isNextLine = text.slice(valueEnd, position).includes('\n');
  if (closing === ']') return (last === '}' && next === '{') || (last === ']' && next === '[') || (isNextLine && isQuote(last) && isQuote(next));
  return (isQuote(next) || (isNextLine && endOfName(text, position) !== undefined)) && isMemberAt(text, position);
}

function readValue(cursor: Cursor, place: 'member' | 'element', depth: number): unknown {
  const character = cursor.text[cursor.position];
  if (character === '{' || character === '[') return readContainer(cursor, depth + 1);
  return isQuote(character) ? readString(cursor, place) : readScalar(cursor, place);
}

function readKey(cursor: Cursor): string {
  const { text, position } = cursor;
  if (isQuote(text[position])) {
    const key = readString(cursor, 'key');
    // `0",name":` is a quote that changed places, not a key.
    return /^\s*[,:{}[\]]|[,:{}[\]]\s*$/.test(key) ? stopHere(cursor) : key;
  }
  const end = endOfName(text, position);
  if (end === undefined) return stopHere(cursor);
  cursor.repairs.add('unquoted-key');
  cursor.position = end;
  return text.slice(position, end);
}

function readColon(cursor: Cursor): void {
  const { text, position } = cursor;
  if (text[position] === ':') {
    cursor.position += 1;
  } else if (text.startsWith('=>', position)) {
    cursor.repairs.add('equals-for-colon');
    cursor.position += 2;
  } else {
    stopHere(cursor);
  }
}

/** Keys that would reach an object's prototype when someone merges the data. */
export function isPrototypeKey(key: string, value: unknown): boolean {
  if (key === '__proto__') return true;
  return key === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype');
}
