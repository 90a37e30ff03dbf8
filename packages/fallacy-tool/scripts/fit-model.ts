import { FALLACY_TYPES, type FallacyType } from '@discord-intelligence/response-models';

import { BUCKETS } from '../src/model/sentence-features.js';

import { fitLogistic, type LinearModel } from './logistic-regression.js';
import type { TrainedParts } from './pack-model.js';
import { fitSoftmax } from './softmax-regression.js';
import { CUE_SCALE, type TrainingSet } from './training-set.js';

/** Chosen on dev. */
const DETECTOR = { strength: 1, iterations: 25 };
const NAMER = { strength: 30, rounds: 8, firstStep: 0.5, dropout: 0.3, seed: 20_261_123 };

/**
 * How much our own texts count beside what people wrote in anger. They are plainer: that helps to
 * tell fallacies apart, while whether there is one shows rather in what is sound. Chosen on dev.
 */
const OWN_IMPORTANCE = { fallacious: 0.25, sound: 0.7, namer: 3 };

/** Fewest examples from which a type is learnt. */
export const FEWEST_EXAMPLES = 12;

/** Fits the detector and the namer to the chosen rows. */
export function fitModel(set: TrainingSet, chosen: readonly number[]): TrainedParts {
  return { ...fitNamer(set, chosen), cues: set.cues, rarities: set.rarities, presence: countPresence(set, chosen), detector: fitDetector(set, chosen) };
}

/** How much there is of each bucket in the chosen rows: the sum of its squared values. */
function countPresence({ rows }: TrainingSet, chosen: readonly number[]): Float64Array {
  const presence = new Float64Array(BUCKETS);
  for (const row of chosen) {
    for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at += 1) {
      const column = rows.columns[at]!;
      if (column < BUCKETS) presence[column]! += rows.values[at]! ** 2;
    }
  }
  return presence;
}

/** Fits a binary model: is there a fallacy? */
function fitDetector({ examples, rows, cues }: TrainingSet, chosen: readonly number[]): LinearModel {
  const importance = new Float64Array(examples.length);
  for (const row of chosen) {
    const { source, types, isForNaming } = examples[row]!;
    if (isForNaming === true) continue;
    importance[row] = source !== 'own' ? 1 : types.length > 0 ? OWN_IMPORTANCE.fallacious : OWN_IMPORTANCE.sound;
  }
  const targets = Float64Array.from(examples, ({ types }) => (types.length > 0 ? 1 : 0));
  return scaleCues(fitLogistic(rows, targets, importance, 1, DETECTOR), cues.length);
}

/** Fits a model of the types, from fallacious texts. Frequent types count less, so that rare ones are heard. */
function fitNamer({ examples, rows, cues }: TrainingSet, chosen: readonly number[]): { types: FallacyType[]; namer: LinearModel } {
  const counts = new Map<string, number>();
  for (const row of chosen) for (const type of examples[row]!.types) counts.set(type, (counts.get(type) ?? 0) + 1);
  const types = FALLACY_TYPES.filter((type) => (counts.get(type) ?? 0) >= FEWEST_EXAMPLES);
  const targets = new Float64Array(examples.length * types.length);
  const importance = new Float64Array(examples.length);
  const named = chosen.filter((row) => {
    const outputs = examples[row]!.types.map((type) => types.indexOf(type as FallacyType)).filter((output) => output >= 0);
    for (const output of outputs) targets[row * types.length + output] = 1 / outputs.length;
    importance[row] = (examples[row]!.source === 'own' ? OWN_IMPORTANCE.namer : 1) * Math.sqrt(USUAL_COUNT / Math.max(FEW, counts.get(examples[row]!.types[0] ?? '') ?? 0));
    return outputs.length > 0;
  });
  return { types, namer: scaleCues(fitSoftmax(rows, named, targets, importance, types.length, NAMER), cues.length) };
}

const USUAL_COUNT = 200;
const FEW = 30;

/** Weights for cue strengths as they are, not as they were scaled for training. */
function scaleCues(model: LinearModel, cues: number): LinearModel {
  for (let at = BUCKETS * model.outputs; at < (BUCKETS + cues) * model.outputs; at += 1) model.weights[at]! *= CUE_SCALE;
  return model;
}
