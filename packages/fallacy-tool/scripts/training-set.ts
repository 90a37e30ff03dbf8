import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { FALLACY_TYPES, type FallacyType } from '@discord-intelligence/response-models';

import { type CueStrengths, cueStrengths } from '../src/model/cue-columns.js';
import { exactLog } from '../src/model/exact-math.js';
import { createSentenceReader } from '../src/model/model-detector.js';
import { RARITY_STEP } from '../src/model/packed-model.js';
import type { ReadSentence } from '../src/model/passage-judge.js';
import { createPassageReader, type PassageVector } from '../src/model/passage-vector.js';
import { BUCKETS } from '../src/model/sentence-features.js';

import type { Example } from './examples.js';
import type { SparseRows } from './logistic-regression.js';

/** What the cue columns are multiplied by in training; it decides how freely their weights may grow. Chosen on dev. */
export const CUE_SCALE = 2;

/** Examples made ready for training. */
export interface TrainingSet {
  readonly examples: readonly Example[];
  readonly rows: SparseRows;
  /** Rarities of the buckets in steps. */
  readonly rarities: Uint8Array;
  readonly cues: readonly (FallacyType | 'any')[];
}

/**
 * Reads the features of examples. How rare a bucket is comes from the free
 * examples alone, because rarities are given away with the weights.
 */
export function createTrainingSet(examples: readonly Example[]): TrainingSet {
  const read = createSentenceReader();
  const sentences = examples.map(({ text }) => read(createTextDocument(text)));
  const rarities = countRarities(sentences.filter((_, row) => examples[row]!.isFree));
  const readPassage = createPassageReader(rarities);
  const cues: readonly (FallacyType | 'any')[] = [...FALLACY_TYPES, 'any'];

  const starts = new Int32Array(examples.length + 1);
  let columns = new Int32Array(2 ** 20);
  let values = new Float32Array(2 ** 20);
  let length = 0;
  for (const [row, read] of sentences.entries()) {
    const vector = readPassage(read, 0, read.length);
    if (length + vector.length + cues.length > columns.length) {
      columns = copy(columns, new Int32Array(2 * (length + vector.length + cues.length)));
      values = copy(values, new Float32Array(columns.length));
    }
    columns.set(vector.buckets.subarray(0, vector.length), length);
    values.set(vector.values.subarray(0, vector.length), length);
    length += vector.length;
    for (const [name, strength] of cueStrengths(read, 0, read.length)) {
      columns[length] = BUCKETS + cues.indexOf(name);
      values[length] = CUE_SCALE * strength;
      length += 1;
    }
    starts[row + 1] = length;
  }
  return { examples, rows: { starts, columns: columns.subarray(0, length), values: values.subarray(0, length), width: BUCKETS + cues.length }, rarities, cues };
}

/** A row as the model takes it: the rows hold the cues behind the buckets, and scaled. */
export function passageAt({ rows, cues }: TrainingSet, row: number): { vector: PassageVector; strengths: CueStrengths } {
  const [from, to] = [rows.starts[row]!, rows.starts[row + 1]!];
  const middle = rows.columns.subarray(from, to).findIndex((column) => column >= BUCKETS);
  const length = middle === -1 ? to - from : middle;
  return {
    vector: { buckets: rows.columns.subarray(from, from + length), values: Float64Array.from(rows.values.subarray(from, from + length)), length },
    strengths: new Map(Array.from(rows.columns.subarray(from + length, to), (column, at) => [cues[column - BUCKETS]!, rows.values[from + length + at]! / CUE_SCALE])),
  };
}

/** Smoothed inverse document frequencies, rounded to steps of a byte. */
function countRarities(texts: readonly (readonly ReadSentence[])[]): Uint8Array {
  const counts = new Float64Array(BUCKETS);
  for (const sentences of texts) {
    const seen = new Set<number>();
    for (const { features } of sentences) {
      for (const bucket of features.words) seen.add(bucket);
      for (const run of features.characters) for (const bucket of run) seen.add(bucket);
      for (const bucket of features.frames) seen.add(bucket);
    }
    for (const bucket of seen) counts[bucket]! += 1;
  }
  return Uint8Array.from(counts, (count) => Math.min(255, Math.round((1 + exactLog((1 + texts.length) / (1 + count))) / RARITY_STEP)));
}

function copy<T extends Int32Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
