import type { FallacyType } from '@discord-intelligence/response-models';

import type { SentenceEvidence } from '../engine/sentence-evidence.js';

import { cueStrengths } from './cue-columns.js';
import { createPassageReader, SLACK } from './passage-vector.js';
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
  /** Probabilities of the types, given that it does, in the order of the model. */
  readonly shares: Float64Array;
}

/** How much a run of sentences looks fallacious and of one type, in log odds: for comparing parts of a passage. */
export type Likeness = (first: number, end: number) => number;

/** Judges passages with a model. */
export interface PassageJudge {
  /** Judges the sentences from `first` up to `end`, exclusive. */
  judge(sentences: readonly ReadSentence[], first: number, end: number): PassageJudgement;
  name(shares: Float64Array): NamedFallacy;
  /** Measures parts of a passage by a type; every sentence is weighed once, however many parts are asked about. */
  likenessTo(type: FallacyType, sentences: readonly ReadSentence[], first: number, end: number): Likeness;
}

/** Makes a judge of passages. */
export function createPassageJudge(model: TrainedModel): PassageJudge {
  const read = createPassageReader(model.rarities);
  return {
    judge(sentences, first, end) {
      const cues = cueStrengths(sentences, first, end);
      const vector = read(sentences, first, end);
      const shares = model.weighTypes(vector, cues);
      return { probability: model.detect(vector, cues, shares), shares };
    },
    name: (shares) => model.name(shares),
    likenessTo(type, sentences, first, end) {
      const output = model.types.indexOf(type);
      const leanings = sentences.slice(first, end).map(({ features: { words, characters, frames } }) => [[words], characters, [frames]].map((kind) => model.lean(kind, output)));
      return (from, to) => {
        let likeness = model.leanByCues(cueStrengths(sentences, from, to), output);
        for (let kind = 0; kind < KINDS; kind += 1) {
          let [sum, squares] = [0, SLACK];
          for (let index = from; index < to; index += 1) {
            const leaning = leanings[index - first]![kind]!;
            sum += leaning.sum;
            squares += leaning.squares;
          }
          likeness += sum / Math.sqrt(squares);
        }
        return likeness;
      };
    },
  };
}

/** Kinds of features: words, characters and frames. */
const KINDS = 3;
