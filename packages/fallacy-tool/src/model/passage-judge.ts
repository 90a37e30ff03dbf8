import type { SentenceEvidence } from '../engine/sentence-evidence.js';

import { cueStrengths } from './cue-columns.js';
import { exactLog } from './exact-math.js';
import { createPassageReader } from './passage-vector.js';
import type { SentenceFeatures } from './sentence-features.js';
import type { NamedFallacy, TrainedModel } from './trained-model.js';

/** What is known of a sentence. */
export interface ReadSentence {
  readonly features: SentenceFeatures;
  readonly evidence: readonly SentenceEvidence[];
}

/** What the model makes of a passage. */
export interface PassageJudgement {
  /** Probability that it commits a fallacy, 0 to 1. */
  readonly probability: number;
  /** Probabilities of the types, given that it does, in the order of the model; computed when asked for. */
  shares(): Float64Array;
  /** How much it looks fallacious and of one type, in log odds: for comparing parts of a passage. */
  leaning(output: number): number;
}

/** Judges passages with a model. */
export interface PassageJudge {
  /** Judges the sentences from `first` up to `end`, exclusive. Ask for the rest before the next one is judged. */
  judge(sentences: readonly ReadSentence[], first: number, end: number): PassageJudgement;
  name(shares: Float64Array): NamedFallacy;
  /** Place of a type among the shares. */
  placeOf(type: string): number;
}

/** Makes a judge of passages. */
export function createPassageJudge(model: TrainedModel): PassageJudge {
  const read = createPassageReader((bucket) => model.rarity(bucket));
  return {
    judge(sentences, first, end) {
      const chosen = sentences.slice(first, end);
      const cues = cueStrengths(chosen.map(({ evidence }) => evidence));
      const vector = read(chosen.map(({ features }) => features));
      const probability = model.detect(vector, cues);
      return {
        probability,
        shares: () => model.weighTypes(vector, cues),
        leaning: (output) => exactLog(probability / (1 - probability)) + model.weighType(vector, cues, output),
      };
    },
    name: (shares) => model.name(shares),
    placeOf: (type) => (model.types as readonly string[]).indexOf(type),
  };
}
