import { createTextDocument } from '@discord-intelligence/analysis-tool';

import type { Prediction } from '../src/evaluation.js';
import { createModelDetector, createSentenceReader } from '../src/model/model-detector.js';
import { unpackModel } from '../src/model/trained-model.js';
import { TRAINED_WEIGHTS } from '../src/model/trained-weights.js';
import { createModelTextJudge } from '../src/text-judge.js';
import type { DetectorPreset } from '../src/trained-detector.js';

import { chooseTypeOffsets } from './choose-type-offsets.js';
import { type Example, FOLDS } from './examples.js';
import { fitModel } from './fit-model.js';
import { packModel } from './pack-model.js';
import { UNCALIBRATED, withExtracts } from './train-model.js';
import { createTrainingSet } from './training-set.js';

/** What models that have not seen a text say of it, by preset. */
export interface UnseenPredictions extends Readonly<Record<DetectorPreset, Omit<Prediction, 'id'>>> {
  /** What the gate before a language model goes by, 0 to 1. */
  readonly suspicion: number;
}

const PRESETS = ['precise', 'sensitive'] as const satisfies readonly DetectorPreset[];

/**
 * Predicts every example by a model that was trained on the free examples of the
 * other folds: as the weights of the package are, but for the fold itself. So are the
 * offsets of the types chosen; the thresholds and the calibration are the package's.
 */
export function crossValidate(examples: readonly Example[], onFold: (fold: number) => void = () => undefined): UnseenPredictions[] {
  const set = createTrainingSet(withExtracts(examples));
  const read = createSentenceReader();
  const predictions = new Array<UnseenPredictions>(examples.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const seen = [...set.examples.keys()].filter((row) => set.examples[row]!.isFree && set.examples[row]!.fold !== fold);
    const packed = packModel(fitModel(set, seen));
    const typeOffsets = chooseTypeOffsets(set, { ...packed, ...UNCALIBRATED }, (row) => set.examples[row]!.fold !== fold);
    const model = unpackModel({ ...TRAINED_WEIGHTS, ...packed, typeOffsets });
    const judge = createModelTextJudge(model, read);
    const detectors = PRESETS.map((preset) => createModelDetector(model, TRAINED_WEIGHTS.thresholds[preset], read));
    for (const [row, example] of examples.entries()) {
      if (example.fold !== fold) continue;
      const document = createTextDocument(example.text);
      const { probability: score, suspicion, ranked } = judge.judge(document);
      const [precise, sensitive] = detectors.map((detector) => ({
        labels: detector.detect(document).map(({ type, start, end, probability }) => ({ type, start, end, confidence: probability })),
        score,
        ranked: [...ranked],
      }));
      predictions[row] = { precise: precise!, sensitive: sensitive!, suspicion };
    }
    onFold(fold);
  }
  return predictions;
}
