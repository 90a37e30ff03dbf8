import type { FallacyType } from '@discord-intelligence/response-models';

/** A line from log odds to calibrated log odds (Platt scaling). */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

/** A trained model as it is written down: small numbers as JSON, the weights compressed. */
export interface PackedModel {
  /** SHA-256 of the weights before compression, the first 16 hexadecimal digits. */
  readonly hash: string;
  /** The fallacies that it tells apart, in the order of its outputs. */
  readonly types: readonly FallacyType[];
  /** The names of its cue columns. */
  readonly cues: readonly (FallacyType | 'any')[];
  /** What is always added to the log odds that a passage is fallacious. */
  readonly detectorConstant: number;
  /** What one step of an 8-bit weight of the detector is worth. */
  readonly detectorStep: number;
  /** The same of its cue columns. */
  readonly detectorCueStep: number;
  readonly typeConstants: readonly number[];
  /** What is added to the log odds of each output besides, as a threshold is set: chosen on texts that are not trained on. */
  readonly typeOffsets: readonly number[];
  /** What one step of a 4-bit weight is worth, an output each. */
  readonly typeSteps: readonly number[];
  readonly typeCueSteps: readonly number[];
  /** From the detector's log odds to those that the passage commits a fallacy. */
  readonly detection: Calibration;
  /** From the log odds of the likeliest type to those that it is the right one. */
  readonly naming: Calibration;
  /** From the log odds of a finding to those that it is right, by what it rests on: wording that gives it away, or the model alone. */
  readonly findings: { readonly cues: Calibration; readonly model: Calibration };
  /** From which calibrated probability on a passage is reported. */
  readonly thresholds: { readonly precise: number; readonly sensitive: number };
  /**
   * Base64 of Brotli of, one after another: rarities (a byte a bucket), detector weights (a
   * byte a bucket, then a cue), type weights (four bits an output, rows of whole bytes, a
   * row a bucket), type weights of the cues (a byte an output, a row a cue).
   */
  readonly packed: string;
}

/** One step of a rarity: inverse document frequencies of up to 12.75. */
export const RARITY_STEP = 0.05;
