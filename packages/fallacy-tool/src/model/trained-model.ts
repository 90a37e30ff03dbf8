import { brotliDecompressSync } from 'node:zlib';

import type { FallacyType } from '@discord-intelligence/response-models';

import type { CueStrengths } from './cue-columns.js';
import { exactExp, exactLog, logistic } from './exact-math.js';
import { type Calibration, type PackedModel, RARITY_STEP } from './packed-model.js';
import type { PassageVector } from './passage-vector.js';
import { BUCKETS } from './sentence-features.js';

/** The likeliest fallacy of a passage. */
export interface NamedFallacy {
  readonly type: FallacyType;
  /** Probability that a fallacious passage commits this one, 0 to 1. */
  readonly probability: number;
}

/** A model ready for use. */
export interface TrainedModel {
  /** Inverse document frequency of a bucket. */
  rarity(bucket: number): number;
  /** Calibrated probability that a passage commits a fallacy, 0 to 1. */
  detect(vector: PassageVector, cues: CueStrengths): number;
  /** Uncalibrated probability of each type, given that there is one; in the order of `types`. */
  weighTypes(vector: PassageVector, cues: CueStrengths): Float64Array;
  /** Log odds of one type, to a constant that is the same for all passages. */
  weighType(vector: PassageVector, cues: CueStrengths, output: number): number;
  /** The likeliest type by such probabilities. */
  name(shares: Float64Array): NamedFallacy;
  readonly types: readonly FallacyType[];
}

/** Unpacks a model. Takes some 15 ms. */
export function unpackModel(packed: PackedModel): TrainedModel {
  const { types, cues } = packed;
  const bytes = brotliDecompressSync(Buffer.from(packed.packed, 'base64'));
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const detectorAt = BUCKETS;
  const typesAt = detectorAt + BUCKETS + cues.length;
  const rowBytes = Math.ceil(types.length / 2);
  const cueTypesAt = typesAt + BUCKETS * rowBytes;

  const sums = new Float64Array(rowBytes * 2);
  return {
    types,
    rarity: (bucket) => bytes[bucket]! * RARITY_STEP,

    detect({ buckets, values, length }, strengths) {
      let sum = 0;
      for (let at = 0; at < length; at += 1) sum += values[at]! * signed[detectorAt + buckets[at]!]!;
      let cueSum = 0;
      for (const [column, name] of cues.entries()) cueSum += (strengths.get(name) ?? 0) * signed[detectorAt + BUCKETS + column]!;
      const logOdds = packed.detectorConstant + sum * packed.detectorStep + cueSum * packed.detectorCueStep;
      return calibrate(logOdds, packed.detection);
    },

    weighTypes({ buckets, values, length }, strengths) {
      sums.fill(0);
      for (let at = 0; at < length; at += 1) {
        const value = values[at]!;
        const row = typesAt + buckets[at]! * rowBytes;
        for (let byte = 0; byte < rowBytes; byte += 1) {
          const pair = signed[row + byte]!;
          if (pair === 0) continue;
          // The low half is moved up and down again, which brings its sign along; the high half has it already.
          sums[2 * byte]! += value * ((pair << 28) >> 28);
          sums[2 * byte + 1]! += value * (pair >> 4);
        }
      }
      const scores = Float64Array.from(types, (_, output) => packed.typeConstants[output]! + sums[output]! * packed.typeSteps[output]!);
      for (const [column, name] of cues.entries()) {
        const strength = strengths.get(name);
        if (strength === undefined) continue;
        const row = cueTypesAt + column * types.length;
        for (let output = 0; output < types.length; output += 1) scores[output]! += strength * packed.typeCueSteps[output]! * signed[row + output]!;
      }
      return toShares(scores);
    },

    weighType({ buckets, values, length }, strengths, output) {
      let sum = 0;
      for (let at = 0; at < length; at += 1) {
        const pair = signed[typesAt + buckets[at]! * rowBytes + (output >> 1)]!;
        sum += values[at]! * (output % 2 === 0 ? (pair << 28) >> 28 : pair >> 4);
      }
      let cueSum = 0;
      for (const [column, name] of cues.entries()) cueSum += (strengths.get(name) ?? 0) * signed[cueTypesAt + column * types.length + output]!;
      return sum * packed.typeSteps[output]! + cueSum * packed.typeCueSteps[output]!;
    },

    name(shares) {
      let best = 0;
      for (let output = 1; output < shares.length; output += 1) if (shares[output]! > shares[best]!) best = output;
      const share = Math.min(shares[best]!, 1 - 1e-9);
      return { type: types[best]!, probability: calibrate(exactLog(share / (1 - share)), packed.naming) };
    },
  };
}

function calibrate(logOdds: number, { slope, offset }: Calibration): number {
  return logistic(slope * logOdds + offset);
}

function toShares(scores: Float64Array): Float64Array {
  const highest = scores.reduce((high, score) => Math.max(high, score), -Infinity);
  let sum = 0;
  for (let output = 0; output < scores.length; output += 1) sum += scores[output] = exactExp(scores[output]! - highest);
  for (let output = 0; output < scores.length; output += 1) scores[output]! /= sum;
  return scores;
}
