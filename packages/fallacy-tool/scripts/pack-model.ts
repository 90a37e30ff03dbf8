import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';

import type { FallacyType } from '@discord-intelligence/response-models';

import type { PackedModel } from '../src/model/packed-model.js';
import { BUCKETS } from '../src/model/sentence-features.js';

import type { LinearModel } from './logistic-regression.js';

/** What training found. */
export interface TrainedParts {
  readonly types: readonly FallacyType[];
  readonly cues: readonly (FallacyType | 'any')[];
  /** A byte a bucket. */
  readonly rarities: Uint8Array;
  /** How much of each bucket there was to learn from: what an error of its weights counts. */
  readonly presence: Float64Array;
  /** One output: is the passage fallacious? Its cue columns follow the buckets. */
  readonly detector: LinearModel;
  /** One output a type. */
  readonly namer: LinearModel;
}

const EIGHT_BITS = 127;
const FOUR_BITS = 7;
/** How many weights of the types are kept, those that are worth most: fewer cost accuracy, more cost size and time. */
const MOST_TYPE_WEIGHTS = 350_000;
/** Coarse steps make small weights zero, which costs little accuracy and compresses to half the size. */
const COARSE = [1];

/**
 * Rounds the weights to a few bits and compresses them. The rest of the model is for the caller to fill in.
 *
 * @param effort - Of the compression, 0 to 11; the highest takes seconds and is for weights that are written down.
 */
export function packModel({ types, cues, rarities, presence, detector, namer }: TrainedParts, effort = 1): Omit<PackedModel, 'typeOffsets' | 'detection' | 'naming' | 'findings' | 'thresholds'> {
  const columns = BUCKETS + cues.length;
  const rowBytes = Math.ceil(types.length / 2);
  const bytes = new Uint8Array(BUCKETS + columns + BUCKETS * rowBytes + cues.length * types.length);
  bytes.set(rarities);

  const detectorStep = bestStep(detector.weights.subarray(0, BUCKETS), EIGHT_BITS);
  const detectorCueStep = bestStep(detector.weights.subarray(BUCKETS, columns), EIGHT_BITS);
  for (let column = 0; column < columns; column += 1) {
    bytes[BUCKETS + column] = round(detector.weights[column]!, column < BUCKETS ? detectorStep : detectorCueStep, EIGHT_BITS) & 0xff;
  }

  const typesAt = BUCKETS + columns;
  const weightOf = (column: number, output: number): number => namer.weights[column * types.length + output]!;
  const typeSteps = types.map((_, output) => bestStep(Float64Array.from({ length: BUCKETS }, (_, bucket) => weightOf(bucket, output)), FOUR_BITS, COARSE));
  const typeCueSteps = types.map((_, output) => bestStep(Float64Array.from(cues, (_, cue) => weightOf(BUCKETS + cue, output)), EIGHT_BITS));
  const weightAt = (bucket: number, output: number): number => round(weightOf(bucket, output), typeSteps[output]!, FOUR_BITS);
  /** How much worse the model would fit if a weight were zero (LeCun et al., Optimal Brain Damage, 1990). */
  const worthOf = (bucket: number, output: number, rounded: number): number => {
    const weight = weightOf(bucket, output);
    return presence[bucket]! * (weight ** 2 - (weight - rounded * typeSteps[output]!) ** 2);
  };
  const worths: number[] = [];
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    for (const output of types.keys()) {
      const rounded = weightAt(bucket, output);
      if (rounded !== 0) worths.push(worthOf(bucket, output, rounded));
    }
  }
  const least = Float64Array.from(worths).sort().at(-MOST_TYPE_WEIGHTS) ?? 0;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    for (const output of types.keys()) {
      const rounded = weightAt(bucket, output);
      if (rounded === 0 || worthOf(bucket, output, rounded) < least) continue;
      const nibble = rounded & 0xf;
      bytes[typesAt + bucket * rowBytes + (output >> 1)]! |= output % 2 === 0 ? nibble : nibble << 4;
    }
  }
  const cueTypesAt = typesAt + BUCKETS * rowBytes;
  for (const cue of cues.keys()) {
    for (const [output, step] of typeCueSteps.entries()) {
      bytes[cueTypesAt + cue * types.length + output] = round(weightOf(BUCKETS + cue, output), step, EIGHT_BITS) & 0xff;
    }
  }

  return {
    hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    types,
    cues,
    detectorConstant: short(detector.weights[columns]!),
    detectorStep,
    detectorCueStep,
    typeConstants: types.map((_, output) => short(namer.weights[columns * types.length + output]!)),
    typeSteps,
    typeCueSteps,
    packed: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: effort, [constants.BROTLI_PARAM_LGWIN]: 22 } }).toString('base64'),
  };
}

/** The step that loses least, with the largest weights cut off where that helps the others. */
function bestStep(weights: Float64Array, most: number, shares = [1, 0.85, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2]): number {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  if (largest === 0) return 1;
  let best = short(largest / most);
  let leastLoss = Infinity;
  for (const share of shares) {
    const step = short((share * largest) / most);
    let loss = 0;
    for (const weight of weights) loss += (weight - step * round(weight, step, most)) ** 2;
    if (loss < leastLoss) [best, leastLoss] = [step, loss];
  }
  return best;
}

function round(weight: number, step: number, most: number): number {
  return Math.max(-most, Math.min(most, Math.round(weight / step)));
}

function short(value: number): number {
  return Number(value.toPrecision(6));
}
