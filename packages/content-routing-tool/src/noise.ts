import type { Word } from '@discord-intelligence/analysis-tool';

/** Links, and the codes by which Discord writes mentions, channels and its own emoji. Linear: every part has one way to match. */
const NOISE = /https?:\/\/\S+|www\.\S+|<(?:a?:\w{1,64}:|@[!&]?|#)\d{1,24}>/gi;

/** What of a text is addresses and codes, not words. */
export interface Noise {
  /** Links, mentions and emoji codes. */
  readonly count: number;
  /** How many of them are links. */
  readonly links: number;
  /** All their UTF-16 code units. */
  readonly length: number;
  /** Whether a word belongs to one; words must come in the order of the text. */
  readonly holds: (word: Word) => boolean;
}

/** Finds the links and codes of a text. */
export function findNoise(text: string): Noise {
  const found: { readonly start: number; readonly end: number }[] = [];
  let links = 0;
  let length = 0;
  for (const match of text.matchAll(NOISE)) {
    found.push({ start: match.index, end: match.index + match[0].length });
    length += match[0].length;
    if (!match[0].startsWith('<')) links += 1;
  }
  let next = 0;
  return {
    count: found.length,
    links,
    length,
    holds({ start }) {
      while (next < found.length && found[next]!.end <= start) next += 1;
      const range = found[next];
      return range !== undefined && range.start <= start;
    },
  };
}
