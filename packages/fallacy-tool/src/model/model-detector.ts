import type { TextDocument } from '@discord-intelligence/analysis-tool';

import { detectByEvidence, gatherEvidence } from '../cue-detector.js';
import { type Cue, compileCues } from '../cues/compile-cues.js';
import type { Detection, FallacyDetector } from '../detector.js';
import { createCueMatcher, type CueMatcher } from '../engine/cue-matcher.js';

import { createPassageJudge, type Likeness, type PassageJudge, type ReadSentence } from './passage-judge.js';
import { type Passage, passagesOf } from './passages.js';
import { createFeatureReader, type FeatureReader } from './sentence-features.js';
import type { TrainedModel } from './trained-model.js';

/** Most sentences that a finding of the model quotes. */
const MOST_QUOTED = 3;

/**
 * In fewer words the model sees too little: of 131 everyday sentences, nearly all
 * shorter, it alone would report 32. Cues are still heard there.
 */
const FEWEST_WORDS = 14;

/** Reads the sentences of a document, for any model. */
export type SentenceReader = (document: TextDocument) => ReadSentence[];

/** Makes a reader of sentences. */
export function createSentenceReader(): SentenceReader {
  const findCues: CueMatcher<Cue> = createCueMatcher(compileCues());
  const readFeatures: FeatureReader = createFeatureReader();
  return (document) =>
    document.sentences.map((sentence) => ({ features: readFeatures(document, sentence), evidence: gatherEvidence(findCues, document, sentence) }));
}

/**
 * Makes a detector of a model and the cues: passages that the model takes for
 * fallacious with at least `threshold`, and what the cues find by themselves.
 */
export function createModelDetector(model: TrainedModel, threshold: number, read: SentenceReader = createSentenceReader()): FallacyDetector {
  const judge = createPassageJudge(model);
  return {
    detect(document) {
      const sentences = read(document);
      return passagesOf(document).flatMap((passage) => {
        const byCues = range(passage).flatMap((index) => detectByEvidence(document, document.sentences[index]!, sentences[index]!.evidence));
        const byModel = judgePassage(judge, document, sentences, passage, threshold);
        const found = byModel === undefined ? byCues : merge(byCues, byModel);
        return found.map((detection) => ({ ...detection, probability: model.trust(detection.probability, detection === byModel ? 'model' : 'cues') }));
      });
    },
  };
}

/** Judges a passage as a whole, then looks for the part of it that is worded most like its fallacy. */
function judgePassage(judge: PassageJudge, { sentences: places }: TextDocument, sentences: readonly ReadSentence[], passage: Passage, threshold: number): Detection | undefined {
  const words = places[passage.end - 1]!.endWord - places[passage.first]!.firstWord;
  if (words < FEWEST_WORDS) return undefined;
  const whole = judge.judge(sentences, passage.first, passage.end);
  if (whole.probability < threshold) return undefined;
  const named = judge.name(whole.shares);
  const core = findCore(judge.likenessTo(named.type, sentences, passage.first, passage.end), passage);
  return {
    type: named.type,
    start: places[core.first]!.start,
    end: places[core.end - 1]!.end,
    probability: whole.probability * named.probability,
  };
}

/** The sentence most like the fallacy, with neighbours as long as they make it likelier. */
function findCore(likenessOf: Likeness, { first, end }: Passage): Passage {
  let core = { first, end: first + 1 };
  let likeness = -Infinity;
  const consider = (from: number, to: number): boolean => {
    if (from < first || to > end) return false;
    const found = likenessOf(from, to);
    if (found <= likeness) return false;
    core = { first: from, end: to };
    likeness = found;
    return true;
  };
  for (let index = first; index < end; index += 1) consider(index, index + 1);
  while (core.end - core.first < MOST_QUOTED) {
    const { first: from, end: to } = core;
    const isEarlier = consider(from - 1, to);
    if (!consider(from, to + 1) && !isEarlier) break;
  }
  return core;
}

/** A cue says more than a likeness: where both speak of the same words, the cue is kept, and surer if they agree. */
function merge(byCues: readonly Detection[], byModel: Detection): Detection[] {
  const meets = ({ start, end }: Detection): boolean => start < byModel.end && byModel.start < end;
  if (!byCues.some(meets)) return [...byCues, byModel].sort((one, other) => one.start - other.start);
  return byCues.map((found) =>
    meets(found) && found.type === byModel.type ? { ...found, probability: 1 - (1 - found.probability) * (1 - byModel.probability) } : found,
  );
}

function range({ first, end }: Passage): number[] {
  return Array.from({ length: end - first }, (_, offset) => first + offset);
}
