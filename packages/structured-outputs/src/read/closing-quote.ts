import { isCommentAt, skipSpace } from './trivia.js';

/** What a quoted text is: a key, or a value in an object or an array. */
export type StringPlace = 'key' | 'member' | 'element';

/**
 * Whether the quote at a place ends its text, which only what follows can
 * tell: `"`, then `,`, then a key with its colon, or a closing bracket.
 *
 * Looks no further than the second next quote, so reading stays linear.
 */
export function closesString(text: string, position: number, place: StringPlace): boolean {
  if (place === 'key') return true;
  const next = skipSpace(text, position + 1);
  const character = text[next];
  // At the end of the text the caller sees the cut.
  if (character === undefined || isCommentAt(text, next)) return true;
  if (place === 'element') {
    if (character === ']') return true;
    if (character === '"' && hasLineBreak(text, position + 1, next)) return true;
    return character === ',' && isElementAt(text, skipSpace(text, next + 1));
  }
  if (character === '}') return true;
  if (character === ',') return isMemberAt(text, skipSpace(text, next + 1));
  // A comma is missing: certain before a quoted key with its colon, or on a line of its own.
  return (character === '"' || hasLineBreak(text, position + 1, next)) && isMemberAt(text, next);
}

/** Whether a key with its colon stands here, or what may follow a comma in its place. */
export function isMemberAt(text: string, position: number): boolean {
  const character = text[position];
  if (character === undefined || character === '}' || isGap(text, position)) return true;
  const isQuoted = character === '"' || character === "'" || character === '“';
  const end = isQuoted ? endOfQuotedKey(text, position) : endOfName(text, position);
  if (end === undefined) return false;
  const colon = skipSpace(text, end);
  return text[colon] === ':' || text.startsWith('=>', colon) || colon >= text.length;
}

/** Where a name without quotes ends; `undefined` when none begins here. */
export function endOfName(text: string, start: number): number | undefined {
  const match = sticky(/[\p{L}_$][\p{L}\p{N}_$-]*/uy, text, start);
  return match === undefined ? undefined : start + match.length;
}

/** The match of a sticky pattern at a place. */
export function sticky(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}

function isElementAt(text: string, position: number): boolean {
  const character = text[position];
  if (character === undefined || '"\'“[{]'.includes(character) || isGap(text, position)) return true;
  return sticky(/(?:-?\d[\d.eE+-]*|true|false|null|True|False|None)(?=\s*[,\]])/y, text, position) !== undefined;
}

function isGap(text: string, position: number): boolean {
  return isCommentAt(text, position) || text.startsWith('...', position) || text[position] === '…';
}

function endOfQuotedKey(text: string, start: number): number | undefined {
  const closing = text[start] === '“' ? '”' : (text[start] ?? '"');
  for (let position = start + 1; position < text.length; position++) {
    const character = text[position];
    if (character === '\\') position += 1;
    else if (character === closing) return position + 1;
    // A key of many lines is none.
    else if (character === '\n') return undefined;
  }
  return text.length;
}

function hasLineBreak(text: string, start: number, end: number): boolean {
  // Not `indexOf` on the whole text: without any break that would read all of it for each quote.
  return text.slice(start, end).includes('\n');
}
