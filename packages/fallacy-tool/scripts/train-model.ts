import type { CueStrengths } from '../src/model/cue-columns.js';
import { logistic } from '../src/model/exact-math.js';
import type { PackedModel } from '../src/model/packed-model.js';
import type { PassageVector } from '../src/model/passage-vector.js';
import { BUCKETS } from '../src/model/sentence-features.js';
import { unpackModel } from '../src/model/trained-model.js';

import { calibrate, logOddsOf } from './calibrate.js';
import { type Example, FOLDS } from './examples.js';
import { fitModel } from './fit-model.js';
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
export function trainModel(texts: readonly Example[], onStep: OnStep = () => undefined): PackedModel {
  const { set, free, packed } = trainWeights(texts, onStep);
  const { examples } = set;
  const unseen = predictUnseen(set, free, onStep);
  const detection = calibrate(examples.flatMap(({ types, isForNaming }, row) => (isForNaming === true ? [] : [{ logOdds: unseen[row]!, isRight: types.length > 0 }])));
  const naming = calibrate(namesOfUnseen(set, { ...packed, ...UNCALIBRATED }));
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

/** Hears what has been done. */
export type OnStep = (step: string) => void;

/** The weights alone, which calibration does not change: a fifth of the work of {@link trainModel}. */
export function trainWeights(texts: readonly Example[], onStep: OnStep = () => undefined) {
  const examples = withExtracts(texts);
  const set = createTrainingSet(examples);
  onStep(`${set.rows.columns.length} features of ${examples.length} texts`);
  const free = [...examples.keys()].filter((row) => examples[row]!.isFree);
  const packed = packModel(fitModel(set, free), HIGHEST_EFFORT);
  onStep('model fitted');
  return { set, free, packed };
}

/** Of compression. */
const HIGHEST_EFFORT = 11;

/** Shortest passage worth learning from by itself, in UTF-16 code units. */
const SHORTEST_EXTRACT = 25;

/** Adds the passages marked in free texts as texts of their own: the types are learnt from them too. */
export function withExtracts(examples: readonly Example[]): Example[] {
  const extracts = examples.flatMap((example) =>
    example.isFree ? example.passages.flatMap((passage) => {
      const length = passage.end - passage.start;
      if (length < SHORTEST_EXTRACT || length > 0.8 * example.text.length) return [];
      return [{ ...example, text: example.text.slice(passage.start, passage.end), types: passage.type === undefined ? example.types.slice(0, 1) : [passage.type], passages: [], isForNaming: true }];
    }) : [],
  );
  return [...examples, ...extracts];
}

/** Log odds of every example by a model that has not seen it. */
function predictUnseen(set: TrainingSet, free: readonly number[], onStep: OnStep): Float64Array {
  const logOdds = new Float64Array(set.examples.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const seen = free.filter((row) => set.examples[row]!.fold !== fold);
    const model = unpackModel({ ...packModel(fitModel(set, seen)), ...UNCALIBRATED });
    for (const [row, example] of set.examples.entries()) {
      if (example.fold !== fold) continue;
      const { vector, strengths } = passageAt(set, row);
      logOdds[row] = model.suspect(vector, strengths, model.weighTypes(vector, strengths));
    }
    onStep(`fold ${fold + 1} of ${FOLDS}`);
  }
  return logOdds;
}

const UNCALIBRATED = { detection: { slope: 1, offset: 0 }, naming: { slope: 1, offset: 0 }, thresholds: USUAL_THRESHOLDS } as const;

/** A row as the model takes it: the rows hold the cues behind the buckets, and scaled. */
function passageAt({ rows, cues }: TrainingSet, row: number): { vector: PassageVector; strengths: CueStrengths } {
  const [from, to] = [rows.starts[row]!, rows.starts[row + 1]!];
  const middle = rows.columns.subarray(from, to).findIndex((column) => column >= BUCKETS);
  const length = middle === -1 ? to - from : middle;
  return {
    vector: { buckets: rows.columns.subarray(from, from + length), values: Float64Array.from(rows.values.subarray(from, from + length)), length },
    strengths: new Map(Array.from(rows.columns.subarray(from + length, to), (column, at) => [cues[column - BUCKETS]!, rows.values[from + length + at]! / CUE_SCALE])),
  };
}

/** Whether the likeliest type is right, over fallacious texts that were not trained on. */
function namesOfUnseen(set: TrainingSet, packed: PackedModel): { logOdds: number; isRight: boolean }[] {
  const model = unpackModel(packed);
  return set.examples.flatMap(({ isFree, types }, row) => {
    if (isFree || types.length === 0) return [];
    const { vector, strengths } = passageAt(set, row);
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
    const texts = [...examples.keys()].filter((row) => examples[row]!.source === source && examples[row]!.isForNaming !== true);
    const quiet = texts.filter((row) => !alarmedByCues(row)).map((row) => probabilities[row]!).sort((one, other) => other - one);
    const allowed = Math.max(0, Math.floor(most * texts.length) - (texts.length - quiet.length));
    return texts.length === 0 ? [] : [quiet[allowed] ?? 1];
  });
  return bounds.length === 0 ? USUAL_THRESHOLDS[preset] : Math.ceil(Math.max(...bounds) * 1000) / 1000;
}
