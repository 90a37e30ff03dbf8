import { readFileSync } from 'node:fs';

/** The seed that shuffles the corpus: the same text in every run on every machine. */
const SEED = 20_261_122;

/** The sentences of the corpus file, one text of our own about a council meeting. */
function readSentences(): string[] {
  const text = readFileSync(new URL('../corpus/council-meeting.txt', import.meta.url), 'utf8');
  return text.split(/(?<=[.!?]["”]?)\s+/);
}

/** A text of about so many UTF-16 code units, with the corpus's sentences in ever new order. */
export function makeText(length: number): string {
  const sentences = readSentences();
  const random = mulberry32(SEED);
  const parts: string[] = [];
  let size = 0;
  while (size < length) {
    const sentence = sentences[Math.floor(random() * sentences.length)] ?? '';
    parts.push(sentence);
    size += sentence.length + 1;
  }
  return parts.join(' ').slice(0, length);
}

/** A text of so many words. */
export function makeWords(count: number): string {
  return makeText(count * 8).split(' ').slice(0, count).join(' ');
}

/** Mulberry32, a small public-domain generator by Tommy Ettinger. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
