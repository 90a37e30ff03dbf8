import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A record of our own corpus, as it stands in its files. */
export interface CorpusRecord {
  readonly kind: 'fallacious' | 'near_miss' | 'clean' | 'description';
  /** The fallacy committed, nearly committed or described; absent in clean texts. */
  readonly type?: string;
  readonly register: string;
  /** With the passages that commit the fallacy in double square brackets, `[[…]]` or `[[type|…]]`. */
  readonly text: string;
}

/** A passage that commits a fallacy. Offsets are UTF-16 code units, the end exclusive. */
export interface MarkedPassage {
  readonly type: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** Where our corpus lies. */
export const CORPUS_FOLDER = fileURLToPath(new URL('../corpus/', import.meta.url));

/** A record with the place it was read from. */
export interface PlacedRecord {
  readonly record: CorpusRecord;
  readonly file: string;
  /** Counted from one. */
  readonly line: number;
}

/** Reads every record of a folder, files by name, lines in order. */
export function readCorpus(folder = CORPUS_FOLDER): PlacedRecord[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readJsonLines(`${folder}/${file}`).map(({ value, line }) => ({ record: value as CorpusRecord, file, line })));
}

/** Reads the lines of a JSON Lines file that are not empty. */
export function readJsonLines(path: string): { readonly value: unknown; readonly line: number }[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [{ value: JSON.parse(line) as unknown, line: index + 1 }]));
}

/** Takes the marks out of a text and says where they were. */
export function readMarks(marked: string): { readonly text: string; readonly passages: readonly MarkedPassage[] } {
  const passages: MarkedPassage[] = [];
  let text = '';
  for (const [index, piece] of marked.split('[[').entries()) {
    const close = index === 0 ? -1 : piece.indexOf(']]');
    if (close === -1) {
      text += index === 0 ? piece : `[[${piece}`;
      continue;
    }
    const inside = piece.slice(0, close);
    const type = /^([a-z_]+)\|/.exec(inside)?.[1];
    const words = type === undefined ? inside : inside.slice(type.length + 1);
    passages.push({ type, start: text.length, end: text.length + words.length });
    text += words + piece.slice(close + 2);
  }
  return { text, passages };
}
