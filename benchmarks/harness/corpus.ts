import { readFileSync } from 'node:fs';

import { createRandom } from '@discord-intelligence/testing/random';

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
  const random = createRandom(SEED);
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
