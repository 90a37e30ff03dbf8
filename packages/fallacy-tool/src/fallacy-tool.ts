import { type AnalysisTool, defineTool, type TextInput } from '@discord-intelligence/analysis-tool';
import { FallacyAnalysisResult } from '@discord-intelligence/response-models';

import { assess, scoreCredibility, selectDetections } from './assess.js';
import { createCueDetector } from './cue-detector.js';
import type { FallacyDetector } from './detector.js';
import { createInstanceMaker } from './to-instance.js';

/** What a fallacy tool may be given. */
export interface FallacyToolOptions {
  /** Finds fallacies offline. @default createCueDetector() */
  readonly detector?: FallacyDetector;
}

/** Makes the tool that finds logical fallacies in a text. */
export function createFallacyTool({ detector = createCueDetector() }: FallacyToolOptions = {}): AnalysisTool<
  TextInput,
  FallacyAnalysisResult
> {
  return defineTool({
    name: 'fallacy',
    version: '1.0.0',
    schema: FallacyAnalysisResult,
    textOf: (input: TextInput) => input,
    offline: ({ document }) => {
      const found = detector.detect(document);
      const fallacies = selectDetections(found).map(createInstanceMaker(document));
      const { length } = document.sentences;
      return { fallacies, ...assess(fallacies, found.length, length, scoreCredibility(found, length)) };
    },
    limitations: [
      'Fallacies are known by their usual wording: one made in unusual words is missed, and sound reasoning in such words may be reported.',
      'Fallacies that lie in meaning alone, such as a non sequitur or a wrong fact, cannot be seen without a language model.',
    ],
  });
}
