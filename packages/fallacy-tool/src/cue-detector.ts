import type { Sentence, TextDocument } from '@discord-intelligence/analysis-tool';

import { type Cue, compileCues } from './cues/compile-cues.js';
import type { Detection, FallacyDetector } from './detector.js';
import { findCircularity } from './engine/circularity.js';
import { createCueMatcher, type CueMatcher } from './engine/cue-matcher.js';
import { type SentenceEvidence, weighSentence } from './engine/sentence-evidence.js';

/** A passage is reported when it is likelier than not to commit the fallacy. */
const THRESHOLD = 0.5;

/** Most fallacies reported of one sentence: its likeliest. */
const MOST_PER_SENTENCE = 3;

/** Makes a detector that knows fallacies by the words they are usually made with. */
export function createCueDetector(): FallacyDetector {
  let matcher: CueMatcher<Cue> | undefined;
  return {
    detect(document) {
      const findCues = (matcher ??= createCueMatcher(compileCues()));
      return document.sentences.flatMap((sentence) => detectByEvidence(document, sentence, gatherEvidence(findCues, document, sentence)));
    },
  };
}

/** Everything in the wording of a sentence that speaks for a fallacy. */
export function gatherEvidence(findCues: CueMatcher<Cue>, document: TextDocument, sentence: Sentence): SentenceEvidence[] {
  const evidence = weighSentence(findCues, document, sentence);
  if (!evidence.some(({ type }) => type === 'circular_reasoning')) {
    const circularity = findCircularity(document, sentence);
    if (circularity !== undefined) evidence.push(circularity);
  }
  return evidence;
}

/** What such evidence is enough to report. */
export function detectByEvidence(document: TextDocument, sentence: Sentence, evidence: readonly SentenceEvidence[]): Detection[] {
  return evidence
    .filter(({ probability }) => probability >= THRESHOLD)
    .sort((one, other) => other.probability - one.probability)
    .slice(0, MOST_PER_SENTENCE)
    .map((found) => toDetection(document, sentence, found));
}

function toDetection({ words }: TextDocument, { start, end }: Sentence, evidence: SentenceEvidence): Detection {
  const cue = { start: words[evidence.firstWord]!.start, end: words[evidence.endWord - 1]!.end };
  return { type: evidence.type, start, end, probability: evidence.probability, cue };
}
