import type { TextDocument } from '@discord-intelligence/analysis-tool';

/** A run of sentences: indices into the document's sentences, the end exclusive. */
export interface Passage {
  readonly first: number;
  readonly end: number;
}

/** About as long as the texts that the model learnt from. */
const MOST_SENTENCES = 8;

/** Cuts a document into its paragraphs, and long paragraphs into even pieces. */
export function passagesOf({ text, sentences }: TextDocument): Passage[] {
  const passages: Passage[] = [];
  let first = 0;
  for (let index = 0; index < sentences.length; index += 1) {
    const next = sentences[index + 1];
    if (next !== undefined && !hasBlankLine(text, sentences[index]!.end, next.start)) continue;
    const pieces = Math.ceil((index + 1 - first) / MOST_SENTENCES);
    for (let piece = 0; piece < pieces; piece += 1) {
      const length = index + 1 - first;
      passages.push({ first: first + Math.floor((piece * length) / pieces), end: first + Math.floor(((piece + 1) * length) / pieces) });
    }
    first = index + 1;
  }
  return passages;
}

function hasBlankLine(text: string, from: number, to: number): boolean {
  let breaks = 0;
  for (let at = from; at < to; at += 1) if (text[at] === '\n') breaks += 1;
  return breaks > 1;
}
