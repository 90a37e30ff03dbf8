import type { TextDocument } from '@discord-intelligence/analysis-tool';
import { FALLACY_TYPES, type FallacyType } from '@discord-intelligence/response-models';

import { createSentenceReader, type SentenceReader } from './model/model-detector.js';
import { createPassageJudge } from './model/passage-judge.js';
import { passagesOf } from './model/passages.js';
import { type TrainedModel, unpackModel } from './model/trained-model.js';
import { TRAINED_WEIGHTS } from './model/trained-weights.js';

/** What the trained model and the cues make of a text, below any threshold. */
export interface TextJudgement {
  /** Probability that the text holds any fallacy, 0 to 1, judged as a whole. */
  readonly probability: number;
  /** The same of its most suspicious passage: at least as telling where a text is long. */
  readonly suspicion: number;
  /** Every type, the likeliest for the text as a whole first. */
  readonly ranked: readonly FallacyType[];
}

/** Judges whole texts. */
export interface TextJudge {
  judge(document: TextDocument): TextJudgement;
}

/**
 * Makes a judge of texts by the trained model of the package: what the detector
 * goes by before it decides what to report. The model is unpacked at the first use.
 */
export function createTextJudge(): TextJudge {
  let judge: TextJudge | undefined;
  return { judge: (document) => (judge ??= createModelTextJudge(unpackModel(TRAINED_WEIGHTS))).judge(document) };
}

/** Makes a judge of texts by any model. */
export function createModelTextJudge(model: TrainedModel, read: SentenceReader = createSentenceReader()): TextJudge {
  const passages = createPassageJudge(model);
  return {
    judge(document) {
      const sentences = read(document);
      if (sentences.length === 0) return { probability: 0, suspicion: 0, ranked: FALLACY_TYPES };
      const whole = passages.judge(sentences, 0, sentences.length);
      const { shares } = whole;
      const byLikelihood = Array.from(shares.keys()).sort((one, other) => shares[other]! - shares[one]!).map((output) => model.types[output]!);
      // The model hears the cues as well, but not always loudly enough: the surest of them sets the least.
      let byCues = 0;
      for (const { evidence } of sentences) for (const { probability } of evidence) byCues = Math.max(byCues, probability);
      let suspicion = byCues;
      for (const { first, end } of passagesOf(document)) suspicion = Math.max(suspicion, passages.judge(sentences, first, end).probability);
      // Types that the model has not learnt come last.
      return { probability: Math.max(whole.probability, byCues), suspicion, ranked: [...new Set([...byLikelihood, ...FALLACY_TYPES])] };
    },
  };
}
