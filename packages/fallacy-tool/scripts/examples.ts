import { existsSync, readdirSync } from 'node:fs';

import { type MarkedPassage, readCorpus, readJsonLines, readMarks } from './corpus.js';

/** A text to learn from or to be judged by. */
export interface Example {
  readonly id: string;
  /** Where it comes from; `own` for our corpus. */
  readonly source: string;
  readonly text: string;
  /** The fallacies in it; empty when there is none. */
  readonly types: readonly string[];
  /** The passages that commit them, when they are marked. */
  readonly passages: readonly MarkedPassage[];
  /** What it looks like without being it. */
  readonly resembles: readonly string[];
  /** Which fifth of the data it belongs to, 0 to 4; what belongs together is in the same. */
  readonly fold: number;
  /** Whether weights trained on it may be given away. */
  readonly isFree: boolean;
  /** Whether it is for learning types alone: a passage of another example, or what a fallacy is said to be. */
  readonly isForNaming?: boolean;
}

/** An item of the development data. */
export interface DevItem {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly labels: readonly { readonly type: string | null; readonly start?: number; readonly end?: number }[];
  readonly native?: readonly string[];
  readonly hard_negative_of?: readonly string[];
  readonly lic: string;
  readonly group?: string;
}

/** How many parts the data is cut into for cross-validation. */
export const FOLDS = 5;

/** Our own corpus as examples. */
export function ownExamples(): Example[] {
  return readCorpus().map(({ record, file, line }) => {
    const { text, passages } = readMarks(record.text);
    const isDescription = record.kind === 'description';
    const isFallacious = record.kind === 'fallacious' || isDescription;
    return {
      id: `own:${file}:${line}`,
      source: 'own',
      text,
      types: isFallacious ? [...new Set([record.type!, ...passages.flatMap(({ type }) => type ?? [])])] : [],
      passages,
      resembles: record.kind === 'near_miss' ? [record.type!] : [],
      fold: foldOf(text),
      isFree: true,
      ...(isDescription && { isForNaming: true }),
    };
  });
}

/** The items of a folder of development data, files by name; empty when there is no such folder. */
export function readDev(folder: string): DevItem[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl')).sort();
  return files.flatMap((file) => readJsonLines(`${folder}/${file}`).map(({ value }) => value as DevItem));
}

/** A development item as an example. */
export function exampleOf(item: DevItem): Example {
  const found = item.labels.flatMap((label) => (label.type === null ? [] : [{ ...label, type: label.type }]));
  return {
    id: item.id,
    source: item.source,
    text: item.text,
    types: [...new Set(found.map(({ type }) => type))],
    passages: found.flatMap(({ type, start, end }) => (start === undefined || end === undefined ? [] : [{ type, start, end }])),
    resembles: item.hard_negative_of ?? [],
    fold: foldOf(item.group ?? item.id),
    isFree: item.lic === 'A',
  };
}

/** The fold of a name: its FNV-1a hash, so that it is the same wherever it is asked. */
export function foldOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % FOLDS;
}
