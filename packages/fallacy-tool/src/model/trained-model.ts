import { brotliDecompressSync } from 'node:zlib';

import type { FallacyType } from '@discord-intelligence/response-models';

import type { CueStrengths } from './cue-columns.js';
import { exactExp, logistic, logOddsOf } from './exact-math.js';
import type { Calibration, PackedModel } from './packed-model.js';
import { type PassageVector, RARITY } from './passage-vector.js';
import { BUCKETS } from './sentence-features.js';

/** The likeliest fallacy of a passage. */
export interface NamedFallacy {
  readonly type: FallacyType;
  /** Probability that a fallacious passage commits this one, 0 to 1. */
  readonly probability: number;
}

/** What some features say, and how many they are. */
export interface Leaning {
  readonly sum: number;
  /** The square of the length that the sum is to be divided by. */
  readonly squares: number;
}

/** A model ready for use. */
export interface TrainedModel {
  /** Inverse document frequencies of the buckets, in steps of `RARITY_STEP`. */
  readonly rarities: Uint8Array;
  /** Calibrated probability that a passage with such shares of types commits a fallacy, 0 to 1. */
  detect(vector: PassageVector, cues: CueStrengths, shares: Float64Array): number;
  /** The same in log odds before calibration. */
  suspect(vector: PassageVector, cues: CueStrengths, shares: Float64Array): number;
  /** Uncalibrated probability of each type, given that there is one; in the order of `types`. */
  weighTypes(vector: PassageVector, cues: CueStrengths): Float64Array;
  /** What features of one kind say for being fallacious and of one type, in log odds, before they are scaled to a length. */
  lean(features: readonly Int32Array[], output: number): Leaning;
  /** What cues say for it. */
  leanByCues(cues: CueStrengths, output: number): number;
  /** The likeliest type by such probabilities. */
  name(shares: Float64Array): NamedFallacy;
  /** Probability that a finding is right, 0 to 1: that its passage commits this very fallacy. */
  trust(probability: number, by: keyof PackedModel['findings']): number;
  readonly types: readonly FallacyType[];
}

/** Unpacks a model. Takes some 20 ms. */
export function unpackModel(packed: PackedModel): TrainedModel {
  const { types, cues } = packed;
  const bytes = brotliDecompressSync(Buffer.from(packed.packed, 'base64'));
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const detectorAt = BUCKETS;
  const typesAt = detectorAt + BUCKETS + cues.length;
  const rowBytes = Math.ceil(types.length / 2);
  const cueTypesAt = typesAt + BUCKETS * rowBytes;

  const { starts, entries } = listWeights(signed.subarray(typesAt, cueTypesAt), rowBytes);

  const suspect: TrainedModel['suspect'] = ({ buckets, values, length }, strengths, shares) => {
    let sum = 0;
    for (let at = 0; at < length; at += 1) sum += values[at]! * signed[detectorAt + buckets[at]!]!;
    let cueSum = 0;
    for (const [name, strength] of strengths) cueSum += strength * (signed[detectorAt + BUCKETS + cues.indexOf(name)] ?? 0);
    return packed.detectorConstant + sum * packed.detectorStep + cueSum * packed.detectorCueStep + CLARITY * clarityOf(shares);
  };

  const constants = types.map((_, output) => packed.typeConstants[output]! + packed.typeOffsets[output]!);
  const sums = new Float64Array(rowBytes * 2);
  return {
    types,
    rarities: bytes.subarray(0, BUCKETS),

    detect: (vector, strengths, shares) => calibrate(suspect(vector, strengths, shares), packed.detection),
    suspect,

    weighTypes({ buckets, values, length }, strengths) {
      sums.fill(0);
      for (let at = 0; at < length; at += 1) {
        const value = values[at]!;
        const row = buckets[at]!;
        const to = starts[row + 1]!;
        for (let index = starts[row]!; index < to; index += 1) {
          const entry = entries[index]!;
          sums[entry >> 4]! += value * ((entry & 0xf) - 8);
        }
      }
      const scores = Float64Array.from(types, (_, output) => constants[output]! + sums[output]! * packed.typeSteps[output]!);
      for (const [column, name] of cues.entries()) {
        const strength = strengths.get(name);
        if (strength === undefined) continue;
        const row = cueTypesAt + column * types.length;
        for (let output = 0; output < types.length; output += 1) scores[output]! += strength * packed.typeCueSteps[output]! * signed[row + output]!;
      }
      return toShares(scores);
    },

    lean(features, output) {
      const detectorStep = packed.detectorStep * packed.detection.slope;
      const typeStep = packed.typeSteps[output]!;
      const byte = typesAt + (output >> 1);
      // Either half is moved to the top first, and down again with its sign.
      const shift = output % 2 === 0 ? 28 : 24;
      let sum = 0;
      let squares = 0;
      for (const buckets of features) {
        for (const bucket of buckets) {
          const rarity = RARITY[bytes[bucket]!]!;
          const weight = signed[detectorAt + bucket]! * detectorStep + ((signed[byte + bucket * rowBytes]! << shift) >> 28) * typeStep;
          sum += rarity * weight;
          squares += rarity * rarity;
        }
      }
      return { sum, squares };
    },

    leanByCues(strengths, output) {
      const detectorStep = packed.detectorCueStep * packed.detection.slope;
      let sum = 0;
      for (const [name, strength] of strengths) {
        const column = cues.indexOf(name);
        if (column === -1) continue;
        sum += strength * (signed[detectorAt + BUCKETS + column]! * detectorStep + signed[cueTypesAt + column * types.length + output]! * packed.typeCueSteps[output]!);
      }
      return sum;
    },

    name(shares) {
      let best = 0;
      for (let output = 1; output < shares.length; output += 1) if (shares[output]! > shares[best]!) best = output;
      return { type: types[best]!, probability: calibrate(clarityOf(shares), packed.naming) };
    },

    trust: (probability, by) => calibrate(logOddsOf(probability), packed.findings[by]),
  };
}

/**
 * The type weights that are not zero, bucket after bucket: most are, and what is not there takes
 * no time. An entry is its output times 16 plus its weight plus 8, so that both are read at once.
 */
function listWeights(packed: Int8Array, rowBytes: number): { starts: Int32Array; entries: Uint16Array } {
  const starts = new Int32Array(BUCKETS + 1);
  const entries = new Uint16Array(2 * packed.length);
  let length = 0;
  for (let bucket = 0, at = 0; bucket < BUCKETS; bucket += 1) {
    for (let byte = 0; byte < rowBytes; byte += 1, at += 1) {
      const pair = packed[at]!;
      if (pair === 0) continue;
      // The low half is moved up and down again, which brings its sign along; the high half has it already.
      const low = (pair << 28) >> 28;
      const high = pair >> 4;
      if (low !== 0) entries[length++] = (byte << 5) | (low + 8);
      if (high !== 0) entries[length++] = (byte << 5) | 16 | (high + 8);
    }
    starts[bucket + 1] = length;
  }
  return { starts, entries: entries.slice(0, length) };
}

/**
 * What it counts for being fallacious that a passage looks clearly like one fallacy: fallacies
 * that the detector has not met in such surroundings show by that. Chosen on dev.
 */
const CLARITY = 0.4;

/** Log odds of the likeliest type. */
function clarityOf(shares: Float64Array): number {
  let highest = 0;
  for (const share of shares) if (share > highest) highest = share;
  return logOddsOf(highest);
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
