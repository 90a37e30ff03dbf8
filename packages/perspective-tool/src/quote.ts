import type { Passage, Wording } from './wording.js';

/** The exact words of a passage. */
export function wordsOf({ document }: Wording, { start, end }: Passage): string {
  return document.text.slice(start, end);
}

/** The sentence of a passage in quotation marks, cut to about `most` UTF-16 code units around the passage. Whole characters, exact text. */
export function quoteSentence({ document }: Wording, passage: Passage, most = 240): string {
  const { text } = document;
  const { start, end } = document.sentences[passage.sentence]!;
  if (end - start <= most) return `"${text.slice(start, end)}"`;
  const room = Math.max(0, most - (passage.end - passage.start));
  const from = wholeCharacter(text, Math.max(start, Math.min(passage.start - Math.floor(room / 2), end - most)));
  const to = wholeCharacter(text, Math.min(end, from + Math.max(most, passage.end - passage.start)));
  return `"${from > start ? '…' : ''}${text.slice(from, to)}${to < end ? '…' : ''}"`;
}

/** Words in quotation marks, with commas between and "and" before the last. */
export function quoteList(words: readonly string[]): string {
  return joinList(words.map((word) => `"${word}"`));
}

/** Joins parts of a sentence: "a, b and c". */
export function joinList(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
}

/** An offset moved off the middle of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const isLowSurrogate = unit >= 0xdc_00 && unit <= 0xdf_ff;
  return isLowSurrogate && at > 0 ? at - 1 : at;
}
