import type { TextDocument } from '../text/text-document.js';

import { estimateTokens } from './estimate-tokens.js';

/** A passage of a document that is asked about at once. Offsets are UTF-16 code units of the whole text. */
export interface TextPart {
  readonly text: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/**
 * Cuts a document into parts of at most `maxTokens`, on sentence borders. The
 * parts cover the whole text. A sentence that is too long by itself is cut
 * where it has to be.
 */
export function splitText({ text, sentences }: TextDocument, maxTokens: number): TextPart[] {
  if (estimateTokens(text) <= maxTokens) return [{ text, start: 0, end: text.length }];
  const parts: TextPart[] = [];
  let start = 0;
  let tokens = 0;
  const close = (end: number) => {
    if (end > start) parts.push({ text: text.slice(start, end), start, end });
    start = end;
    tokens = 0;
  };
  // Each stretch ends where the next sentence begins, so that nothing between two sentences is lost.
  const borders = [...sentences.slice(1).map((sentence) => sentence.start), text.length];
  let from = 0;
  for (const end of borders) {
    let length = estimateTokens(text.slice(from, end));
    if (tokens > 0 && tokens + length > maxTokens) close(from);
    while (length > maxTokens) {
      from = cutWithin(text, from, maxTokens);
      close(from);
      length = estimateTokens(text.slice(from, end));
    }
    tokens += length;
    from = end;
  }
  close(text.length);
  return parts;
}

/** Where a passage of `maxTokens` has to end: a code unit is a token at most. */
function cutWithin(text: string, from: number, maxTokens: number): number {
  const end = characterBorder(text, from + maxTokens);
  return end > from ? end : from + maxTokens;
}

/** The offset, or the one before it where it would tear a character in two. */
function characterBorder(text: string, offset: number): number {
  const isTorn = (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
  return isTorn ? offset - 1 : offset;
}

/** Share of an excerpt that is taken from the beginning; the end gets as much, the middle the rest. */
const EDGE_SHARE = 0.4;

/** The beginning, the middle and the end of a document in at most `maxTokens`, or all of it when it is that short. */
export function excerptOf({ text }: TextDocument, maxTokens: number): TextPart {
  if (estimateTokens(text) <= maxTokens) return { text, start: 0, end: text.length };
  const edge = Math.floor(maxTokens * EDGE_SHARE);
  const middle = maxTokens - 2 * edge;
  const centre = (text.length - middle) >> 1;
  const cut = (start: number, end: number) => text.slice(characterBorder(text, start), characterBorder(text, end));
  const pieces = [cut(0, edge), cut(centre, centre + middle), cut(text.length - edge, text.length)];
  return { text: pieces.join('\n[…]\n'), start: 0, end: text.length };
}
