import { createTextDocument } from '@discord-intelligence/analysis-tool';

import { projectType } from '../src/evaluation/project-type.js';
import { logistic, logOddsOf } from '../src/model/exact-math.js';
import { createModelDetector, createSentenceReader } from '../src/model/model-detector.js';
import type { PackedModel } from '../src/model/packed-model.js';
import { BUCKETS } from '../src/model/sentence-features.js';
import { type TrainedModel, unpackModel } from '../src/model/trained-model.js';

import { calibrate, type Prediction } from './calibrate.js';
import { chooseTypeOffsets } from './choose-type-offsets.js';
import { type Example, FOLDS } from './examples.js';
import { fitModel } from './fit-model.js';
import { packModel } from './pack-model.js';
import { CUE_SCALE, createTrainingSet, passageAt, type TrainingSet } from './training-set.js';

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
  const ofFolds = fitFolds(set, free, packed.typeOffsets, onStep);
  const unseen = predictUnseen(set, ofFolds.map(unpackModel));
  const detection = calibrate(examples.flatMap(({ types, isForNaming }, row) => (isForNaming === true ? [] : [{ logOdds: unseen[row]!, isRight: types.length > 0 }])));
  const naming = calibrate(namesOfUnseen(set, { ...packed, ...UNCALIBRATED }));
  const probabilities = Array.from(unseen, (logOdds) => logistic(detection.slope * logOdds + detection.offset));
  const thresholds = {
    precise: chooseThreshold(set, probabilities, 'precise'),
    sensitive: chooseThreshold(set, probabilities, 'sensitive'),
  };
  const findings = calibrateFindings(set, ofFolds.map((model) => unpackModel({ ...model, detection, naming })), thresholds.sensitive);
  return { ...packed, detection, naming, findings, thresholds };
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
  const typeOffsets = chooseTypeOffsets(set, { ...packed, ...UNCALIBRATED }, () => true);
  return { set, free, packed: { ...packed, typeOffsets } };
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

/** A model for each fold, which has not seen it. */
function fitFolds(set: TrainingSet, free: readonly number[], typeOffsets: readonly number[], onStep: OnStep): PackedModel[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const packed = packModel(fitModel(set, free.filter((row) => set.examples[row]!.fold !== fold)));
    onStep(`fold ${fold + 1} of ${FOLDS}`);
    return { ...packed, typeOffsets, ...UNCALIBRATED };
  });
}

/** Log odds of every example by the model of its fold. */
function predictUnseen(set: TrainingSet, models: readonly TrainedModel[]): Float64Array {
  return Float64Array.from(set.examples, ({ fold }, row) => {
    const { vector, strengths } = passageAt(set, row);
    const model = models[fold]!;
    return model.suspect(vector, strengths, model.weighTypes(vector, strengths));
  });
}

/**
 * Lines from what findings claim to how often they are right, over texts of real people: ours are
 * plainer. The more ready detector is asked, so that doubtful findings are among them.
 */
function calibrateFindings({ examples }: TrainingSet, models: readonly TrainedModel[], threshold: number): PackedModel['findings'] {
  const read = createSentenceReader();
  const detectors = models.map((model) => createModelDetector(model, threshold, read));
  const predictions: Record<keyof PackedModel['findings'], Prediction[]> = { cues: [], model: [] };
  for (const { text, source, types, passages, fold, isForNaming } of examples) {
    if (source === 'own' || isForNaming === true) continue;
    for (const { type, start, end, probability, cue } of detectors[fold]!.detect(createTextDocument(text))) {
      const name = projectType(type, source);
      const isNamed = types.some((right) => name !== undefined && projectType(right, source) === name);
      const isThere = passages.length === 0 || passages.some((passage) => passage.start < end && start < passage.end);
      predictions[cue === undefined ? 'model' : 'cues'].push({ logOdds: logOddsOf(probability), isRight: isNamed && isThere });
    }
  }
  return { cues: calibrate(predictions.cues), model: calibrate(predictions.model) };
}

/** For a model of which nothing but its weights is used. */
export const UNCALIBRATED = { detection: { slope: 1, offset: 0 }, naming: { slope: 1, offset: 0 }, findings: { cues: { slope: 1, offset: 0 }, model: { slope: 1, offset: 0 } }, thresholds: USUAL_THRESHOLDS } as const;

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
