import { type Cursor, isEllipsisAt, stopElided } from './cursor.js';

/** Skips white space, odd spaces and comments, and notes the latter two. */
export function skipTrivia(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const space = endOfSpace(text, cursor.position);
    if (space.isOdd) cursor.repairs.add('odd-space');
    cursor.position = space.end;
    const end = endOfComment(text, cursor.position);
    if (end === undefined) return;
    // "// ... and 20 more": the comment stands for data.
    if (hasEllipsis(text, cursor.position, end)) stopElided();
    cursor.repairs.add('comment');
    cursor.position = end;
  }
}

/** Where white space ends, and whether JSON would not call all of it white space. */
export function endOfSpace(text: string, start: number): { readonly end: number; readonly isOdd: boolean } {
  let end = start;
  let isOdd = false;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) continue;
    if (!isOddSpace(code)) break;
    isOdd = true;
  }
  return { end, isOdd };
}

/** Where white space of any kind ends. */
export function skipSpace(text: string, start: number): number {
  return endOfSpace(text, start).end;
}

/** Whether a comment begins here. */
export function isCommentAt(text: string, position: number): boolean {
  const first = text[position];
  return first === '#' || (first === '/' && (text[position + 1] === '/' || text[position + 1] === '*'));
}

function endOfComment(text: string, start: number): number | undefined {
  if (!isCommentAt(text, start)) return undefined;
  const isBlock = text[start] === '/' && text[start + 1] === '*';
  const end = text.indexOf(isBlock ? '*/' : '\n', start + 1);
  if (end === -1) return text.length;
  return isBlock ? end + 2 : end + 1;
}

function hasEllipsis(text: string, start: number, end: number): boolean {
  for (let position = start; position < end; position++) if (isEllipsisAt(text, position)) return true;
  return false;
}

/** No-break, zero-width and byte-order marks: models copy them out of web pages. */
function isOddSpace(code: number): boolean {
  return code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x200d) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x2060 || code === 0x3000 || code === 0x0b || code === 0x0c || code === 0x85;
}
