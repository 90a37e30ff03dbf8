import { type AnalysisTool, defineTool, type LanguageModel, type TextInput } from '@discord-intelligence/analysis-tool';
import { FallacyAnalysisResult } from '@discord-intelligence/response-models';

import { assess, scoreCredibility, selectDetections } from './assess.js';
import type { FallacyDetector } from './detector.js';
import { FallacyAnswer } from './llm/answer.js';
import { concludeFallacies } from './llm/conclude.js';
import { FALLACY_PROMPT } from './llm/prompt.js';
import { createInstanceMaker } from './to-instance.js';
import { createTrainedDetector, type DetectorPreset } from './trained-detector.js';

/** What a fallacy tool may be given. */
export interface FallacyToolOptions {
  /** Finds fallacies offline. @default createTrainedDetector({ preset }) */
  readonly detector?: FallacyDetector;
  /** How ready the default detector is to report. @default 'precise' */
  readonly preset?: DetectorPreset;
  /** The model to ask before the offline path. @default none */
  readonly languageModel?: LanguageModel | undefined;
}

/**
 * Makes the tool that finds logical fallacies in a text.
 *
 * @throws RangeError when there is no such preset, or a number of `languageModel` is out of range.
 */
export function createFallacyTool({ preset = 'precise', detector = createTrainedDetector({ preset }), languageModel }: FallacyToolOptions = {}): AnalysisTool<
  TextInput,
  FallacyAnalysisResult
> {
  return defineTool({
    name: 'fallacy',
    version: '1.1.0',
    schema: FallacyAnalysisResult,
    textOf: (input: TextInput) => input,
    offline: ({ document }) => {
      const found = detector.detect(document);
      const fallacies = selectDetections(found).map(createInstanceMaker(document));
      const { length } = document.sentences;
      return { fallacies, ...assess(fallacies, found.length, length, scoreCredibility(found, length)) };
    },
    limitations: [
      'Fallacies are known by their wording, from cues and a small trained model: one made in unusual words is missed, and sound reasoning in such words may be reported, in about one of eight ordinary forum comments.',
      'Fallacies that lie in meaning alone, such as a non sequitur or a wrong fact, cannot be seen without a language model.',
    ],
    languageModel,
    llm: {
      prompt: FALLACY_PROMPT,
      answer: FallacyAnswer,
      conclude: concludeFallacies,
      asAnswer: (offline) => offline,
      limitations: ['A language model judged the reasoning: it may take sound reasoning for a fallacy and miss one. Facts were not checked.'],
    },
  });
}
