import { endOfName, isMemberAt, sticky } from './closing-quote.js';
import { type Cursor, stopHere } from './cursor.js';
import { isCommentAt, skipSpace } from './trivia.js';

const LITERALS: Readonly<Record<string, boolean | null>> = {
  true: true, false: false, null: null,
  True: true, False: false, None: null,
  TRUE: true, FALSE: false, NULL: null, Null: null,
};

/** Words that stand for no value that JSON has. */
const NO_VALUES = new Set(['NaN', 'Infinity', '-Infinity', '+Infinity', 'undefined', 'NaT', 'inf', '-inf', 'nan']);

/** Reads a number, a literal or, as a member's value, words without quotes. */
export function readScalar(cursor: Cursor, place: 'member' | 'element'): unknown {
  const { text, position } = cursor;
  const grouped = place === 'member' ? sticky(/-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?/y, text, position) : undefined;
  if (grouped !== undefined && endsMember(text, position + grouped.length)) {
    cursor.repairs.add('thousands-separators');
    cursor.position += grouped.length;
    return Number(grouped.replaceAll(',', ''));
  }
  const number = sticky(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y, text, position);
  if (number !== undefined && endsScalar(text, position + number.length)) {
    cursor.position += number.length;
    return finite(cursor, Number(number));
  }
  const oddNumber = sticky(/\+?-?\d*(?:\.\d+)?/y, text, position);
  if (oddNumber && /^(?:\+(?:0|[1-9]\d*)(?:\.\d+)?|-?\.\d+)$/.test(oddNumber) && endsScalar(text, position + oddNumber.length)) {
    cursor.repairs.add('number-spelling');
    cursor.position += oddNumber.length;
    return finite(cursor, Number(oddNumber));
  }
  const wordEnd = endOfName(text, position);
  const word = text.slice(position, wordEnd);
  if (wordEnd !== undefined && Object.hasOwn(LITERALS, word) && endsScalar(text, wordEnd)) {
    if (word !== word.toLowerCase() || word === 'none') cursor.repairs.add('literal-spelling');
    cursor.position = wordEnd;
    return LITERALS[word];
  }
  return place === 'member' ? readWords(cursor) : stopHere(cursor);
}

/** Words up to the end of the member; refused where they could be anything else. */
function readWords(cursor: Cursor): string {
  const { text, position } = cursor;
  const words = sticky(/[\p{L}\p{N}+\-.$€£%_@/](?:[\p{L}\p{N} '+\-.$€£%_@/()]|:\/\/)*/uy, text, position);
  if (words === undefined) return stopHere(cursor);
  const end = position + words.length;
  const trimmed = words.trim();
  if (trimmed.includes('...') || trimmed.includes('…')) {
    cursor.position = position + Math.max(words.indexOf('...'), words.indexOf('…'));
    return stopHere(cursor);
  }
  if (end >= text.length) cursor.position = end;
  if (end >= text.length || NO_VALUES.has(trimmed) || trimmed.includes('//') && !trimmed.includes('://') || !endsMember(text, end)) return stopHere(cursor);
  cursor.repairs.add('unquoted-value');
  cursor.position = end;
  return trimmed;
}

/** Whether nothing but the border of a member follows. */
function endsMember(text: string, end: number): boolean {
  const next = skipSpace(text, end);
  const character = text[next];
  if (character === undefined || character === '}' || isCommentAt(text, next)) return true;
  if (character === ',') return isMemberAt(text, skipSpace(text, next + 1));
  return text.slice(end, next).includes('\n') && isMemberAt(text, next);
}

function endsScalar(text: string, end: number): boolean {
  const direct = text[end];
  if (direct === '"') return true;
  const next = skipSpace(text, end);
  const character = text[next];
  if (character === undefined || ',}]"'.includes(character) || isCommentAt(text, next) || text.startsWith('...', next) || character === '…') return true;
  return text.slice(end, next).includes('\n');
}

function finite(cursor: Cursor, value: number): number {
  return Number.isFinite(value) ? value : stopHere(cursor);
}
