import type { FallacyDetector } from './detector.js';
import { createModelDetector } from './model/model-detector.js';
import { unpackModel } from './model/trained-model.js';
import { TRAINED_WEIGHTS } from './model/trained-weights.js';

/**
 * How ready a detector is to report: `precise` speaks up on at most one in fifty
 * paragraphs of plain news; `sensitive` finds more and is wrong more often.
 */
export type DetectorPreset = 'precise' | 'sensitive';

/** How the trained detector works. */
export interface TrainedDetectorOptions {
  /** @default 'precise' */
  readonly preset?: DetectorPreset;
}

/**
 * Makes a detector that compares passages with thousands of annotated ones, by a
 * linear model of word and character runs and of frames, and keeps what the cues of
 * `createCueDetector` find. The model is part of the package; it is unpacked at
 * the first use, in some 20 ms.
 *
 * @throws RangeError when there is no such preset.
 */
export function createTrainedDetector({ preset = 'precise' }: TrainedDetectorOptions = {}): FallacyDetector {
  const threshold = (TRAINED_WEIGHTS.thresholds as Partial<Record<string, number>>)[preset];
  if (threshold === undefined) throw new RangeError(`preset must be 'precise' or 'sensitive', not '${preset}'`);
  let detector: FallacyDetector | undefined;
  return {
    detect: (document) => (detector ??= createModelDetector(unpackModel(TRAINED_WEIGHTS), threshold)).detect(document),
  };
}
