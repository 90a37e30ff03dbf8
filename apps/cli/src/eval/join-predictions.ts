import { type MeasuredItem, Prediction, type ScoredText, toScoredText } from '@discord-intelligence/fallacy-tool/evaluation';
import { FALLACY_TYPES } from '@discord-intelligence/response-models';

import type { Sample } from './choose-sample.js';
import type { LineProblems } from './line-problems.js';
import { readRecords } from './read-records.js';
import { goldItems } from './run-texts.js';

/** Texts with what a file of predictions says of them. */
export interface JoinedTexts {
  readonly texts: readonly ScoredText[];
  /** How many texts have no prediction, which counts as finding nothing. */
  readonly missing: number;
  /** How many predictions are of no text. */
  readonly stray: number;
  /** Names of fallacies that nobody knows. */
  readonly unknownTypes: readonly string[];
}

/** What is joined. */
export interface JoinOptions {
  readonly files: readonly string[];
  readonly sample?: Sample | undefined;
  /** The file of predictions; the last of several for one text counts. */
  readonly predictions: string;
  readonly problems: LineProblems;
  readonly signal: AbortSignal;
}

/** Puts predictions to their texts. @throws CliError `input_unreadable` when a file cannot be read; the signal's reason. */
export async function joinPredictions({ files, sample, predictions, problems, signal }: JoinOptions): Promise<JoinedTexts> {
  const items: MeasuredItem[] = [];
  const places = new Map<string, number[]>();
  for await (const { id, text, ...item } of goldItems(files, sample, problems)) {
    signal.throwIfAborted();
    // The text itself is not needed any more, only its length.
    items.push({ ...item, text: { length: text.length } });
    const own = places.get(id);
    if (own === undefined) places.set(id, [items.length - 1]);
    else own.push(items.length - 1);
  }
  const joined = new Map<number, ScoredText>();
  const unknown = new Set<string>();
  let stray = 0;
  for await (const record of readRecords(predictions, Prediction, '--score')) {
    signal.throwIfAborted();
    if ('problem' in record) {
      await problems.tell(predictions, record.number, record.problem);
      continue;
    }
    const { id, ...prediction } = record.value;
    for (const { type } of prediction.labels) if (type !== null && !KNOWN.has(type)) unknown.add(type);
    const own = places.get(id);
    if (own === undefined) stray += 1;
    for (const place of own ?? []) joined.set(place, toScoredText(items[place]!, prediction));
  }
  return { texts: items.map((item, place) => joined.get(place) ?? toScoredText(item)), missing: items.length - joined.size, stray, unknownTypes: [...unknown] };
}

const KNOWN: ReadonlySet<string> = new Set([...FALLACY_TYPES, 'nothing', 'unknown', '']);
