import { logistic } from '../src/model/exact-math.js';
import type { PackedModel } from '../src/model/packed-model.js';
import { BUCKETS } from '../src/model/sentence-features.js';
import { unpackModel } from '../src/model/trained-model.js';

import { calibrate, logOddsOf } from './calibrate.js';
import { type Example, FOLDS } from './examples.js';
import { fitDetector, fitModel } from './fit-model.js';
import type { LinearModel } from './logistic-regression.js';
import { packModel } from './pack-model.js';
import { CUE_SCALE, createTrainingSet, type TrainingSet } from './training-set.js';

/** What is reported of presumably clean texts: at most these shares, by preset. */
const FALSE_ALARMS = {
  precise: { globalvoices: 0.018, reddit_random: 0.14 },
  sensitive: { globalvoices: 0.12, reddit_random: 0.35 },
} as const;

/** Without such texts nothing can be chosen by them. */
const USUAL_THRESHOLDS = { precise: 0.75, sensitive: 0.6 };

/** Trains on the free examples; the others only calibrate it. */
export function trainModel(texts: readonly Example[], onStep: (step: string) => void = () => undefined): PackedModel {
  const examples = withExtracts(texts);
  const set = createTrainingSet(examples);
  onStep(`${set.rows.columns.length} features of ${examples.length} texts`);
  const free = [...examples.keys()].filter((row) => examples[row]!.isFree);
  const packed = packModel(fitModel(set, free));
  onStep('model fitted');

  const unseen = predictUnseen(set, free, onStep);
  const detection = calibrate(examples.flatMap(({ types, isExtract }, row) => (isExtract === true ? [] : [{ logOdds: unseen[row]!, isRight: types.length > 0 }])));
  const naming = calibrate(namesOfUnseen(set, { ...packed, detection, naming: { slope: 1, offset: 0 }, thresholds: USUAL_THRESHOLDS }));
  const probabilities = Array.from(unseen, (logOdds) => logistic(detection.slope * logOdds + detection.offset));
  return {
    ...packed,
    detection,
    naming,
    thresholds: {
      precise: chooseThreshold(set, probabilities, 'precise'),
      sensitive: chooseThreshold(set, probabilities, 'sensitive'),
    },
  };
}

/** Shortest passage worth learning from by itself, in UTF-16 code units. */
const SHORTEST_EXTRACT = 25;

/** Adds the passages marked in free texts as texts of their own: the types are learnt from them too. */
export function withExtracts(examples: readonly Example[]): Example[] {
  const extracts = examples.flatMap((example) =>
    example.isFree ? example.passages.flatMap((passage) => {
      const length = passage.end - passage.start;
      if (length < SHORTEST_EXTRACT || length > 0.8 * example.text.length) return [];
      return [{ ...example, text: example.text.slice(passage.start, passage.end), types: passage.type === undefined ? example.types.slice(0, 1) : [passage.type], passages: [], isExtract: true }];
    }) : [],
  );
  return [...examples, ...extracts];
}

/** Log odds of every example by a model that has not seen it. */
function predictUnseen(set: TrainingSet, free: readonly number[], onStep: (step: string) => void): Float64Array {
  const logOdds = new Float64Array(set.examples.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const detector = fitDetector(set, free.filter((row) => set.examples[row]!.fold !== fold));
    for (const [row, example] of set.examples.entries()) if (example.fold === fold) logOdds[row] = logOddsBy(detector, set, row);
    onStep(`fold ${fold + 1} of ${FOLDS}`);
  }
  return logOdds;
}

/** Weights are for cue strengths as they are; the rows hold them scaled. */
function logOddsBy({ weights }: LinearModel, { rows }: TrainingSet, row: number): number {
  let sum = weights[rows.width]!;
  for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at += 1) {
    const column = rows.columns[at]!;
    sum += (weights[column]! * rows.values[at]!) / (column < BUCKETS ? 1 : CUE_SCALE);
  }
  return sum;
}

/** Whether the likeliest type is right, over fallacious texts that were not trained on. */
function namesOfUnseen({ examples, rows, cues }: TrainingSet, packed: PackedModel): { logOdds: number; isRight: boolean }[] {
  const model = unpackModel(packed);
  return examples.flatMap(({ isFree, types }, row) => {
    if (isFree || types.length === 0) return [];
    const [from, to] = [rows.starts[row]!, rows.starts[row + 1]!];
    const middle = rows.columns.subarray(from, to).findIndex((column) => column >= BUCKETS);
    const length = middle === -1 ? to - from : middle;
    const strengths = new Map(Array.from(rows.columns.subarray(from + length, to), (column, at) => [cues[column - BUCKETS]!, rows.values[from + length + at]! / CUE_SCALE]));
    const vector = { buckets: rows.columns.subarray(from, from + length), values: Float64Array.from(rows.values.subarray(from, from + length)), length };
    const named = model.name(model.weighTypes(vector, strengths));
    return [{ logOdds: logOddsOf(named.probability), isRight: types.includes(named.type) }];
  });
}

/** The lowest threshold at which both kinds of clean text raise few enough alarms. */
function chooseThreshold({ examples, rows, cues }: TrainingSet, probabilities: readonly number[], preset: keyof typeof FALSE_ALARMS): number {
  const any = BUCKETS + cues.indexOf('any');
  const alarmedByCues = (row: number): boolean => {
    const at = rows.columns.subarray(rows.starts[row], rows.starts[row + 1]).indexOf(any);
    return at !== -1 && rows.values[rows.starts[row]! + at]! / CUE_SCALE >= 0.5;
  };
  const bounds = Object.entries(FALSE_ALARMS[preset]).flatMap(([source, most]) => {
    const texts = [...examples.keys()].filter((row) => examples[row]!.source === source && examples[row]!.isExtract !== true);
    const quiet = texts.filter((row) => !alarmedByCues(row)).map((row) => probabilities[row]!).sort((one, other) => other - one);
    const allowed = Math.max(0, Math.floor(most * texts.length) - (texts.length - quiet.length));
    return texts.length === 0 ? [] : [quiet[allowed] ?? 1];
  });
  return bounds.length === 0 ? USUAL_THRESHOLDS[preset] : Math.ceil(Math.max(...bounds) * 1000) / 1000;
}
