import { type AnalysisTool, defineTool, type LanguageModel, type LlmPath, type Prompt, type TextInput } from '@discord-intelligence/analysis-tool';
import { FallacyAnalysisResult } from '@discord-intelligence/response-models';

import { assess, scoreCredibility, selectDetections } from './assess.js';
import { detectBySpeaker, withSpeaker } from './by-speaker.js';
import type { FallacyDetector } from './detector.js';
import { FallacyAnswer } from './llm/answer.js';
import { concludeFallacies } from './llm/conclude.js';
import { createHints, HYBRID_PROMPT } from './llm/hybrid-prompt.js';
import { FALLACY_PROMPT } from './llm/prompt.js';
import { spareCalls } from './llm/spare-calls.js';
import { createTextJudge } from './text-judge.js';
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
  /** Lets the offline path decide which texts the model is asked about, and give it hints. Without a model it changes nothing. @default none */
  readonly hybrid?: HybridOptions | undefined;
}

/** How the offline path works together with a language model. */
export interface HybridOptions {
  /** Texts that the offline judge finds less suspicious than this, 0 to 1, are not asked about; 0 asks about all. @default DEFAULT_GATE */
  readonly gate?: number;
  /** Most passages that the model is pointed to, from 0. @default 8 */
  readonly hints?: number;
}

/**
 * Gate of the hybrid path. Chosen on annotated texts that the judge had not seen: at most
 * about one in thirty fallacious texts stays below it (see docs/evaluation.md).
 */
export const DEFAULT_GATE = 0.3;

/**
 * Makes the tool that finds logical fallacies in a text.
 *
 * @throws RangeError when there is no such preset, or a number of `languageModel` or `hybrid` is out of range.
 */
export function createFallacyTool({ preset = 'precise', detector = createTrainedDetector({ preset }), languageModel, hybrid }: FallacyToolOptions = {}): AnalysisTool<
  TextInput,
  FallacyAnalysisResult
> {
  if (languageModel === undefined || hybrid === undefined) return createPlainTool(detector, { languageModel });
  const { gate = DEFAULT_GATE, hints = 8 } = hybrid;
  if (!(gate >= 0 && gate <= 1)) throw new RangeError(`hybrid.gate must be from 0 to 1, got ${gate}`);
  if (!Number.isSafeInteger(hints) || hints < 0) throw new RangeError(`hybrid.hints must be a whole number from 0, got ${hints}`);
  const materials = createHints(createTrainedDetector({ preset: 'sensitive' }), hints);
  const tools = {
    offline: createPlainTool(detector, {}),
    hinting: createPlainTool(detector, { languageModel, prompt: HYBRID_PROMPT, materials }),
    plain: createPlainTool(detector, { languageModel }),
  };
  return spareCalls(tools, { judge: createTextJudge(), gate });
}

/** How a tool asks; without a model it does not. */
interface Asking extends Pick<LlmPath<TextInput, FallacyAnalysisResult, FallacyAnalysisResult, typeof FallacyAnswer>, 'materials'> {
  readonly languageModel?: LanguageModel | undefined;
  readonly prompt?: Prompt;
}

function createPlainTool(detector: FallacyDetector, { languageModel, prompt = FALLACY_PROMPT, materials }: Asking): AnalysisTool<TextInput, FallacyAnalysisResult> {
  return defineTool({
    name: 'fallacy',
    version: '1.2.0',
    schema: FallacyAnalysisResult,
    textOf: (input: TextInput) => input,
    offline: ({ document }) => {
      const found = detectBySpeaker(detector, document);
      const toInstance = createInstanceMaker(document);
      const fallacies = selectDetections(found).map((detection) => {
        const instance = toInstance(detection);
        return { ...instance, explanation: withSpeaker(instance.explanation, detection.speaker) };
      });
      const { length } = document.sentences;
      return { fallacies, ...assess(fallacies, found.length, length, scoreCredibility(found, length)) };
    },
    limitations: [
      'Fallacies are known by their wording, from cues and a small trained model: one made in unusual words is missed, and sound reasoning in such words may be reported, in about one of seven ordinary forum comments.',
      'Fallacies that lie in meaning alone, such as a non sequitur or a wrong fact, cannot be seen without a language model.',
    ],
    languageModel,
    llm: {
      prompt,
      ...(materials && { materials }),
      answer: FallacyAnswer,
      conclude: concludeFallacies,
      asAnswer: (offline) => offline,
      limitations: ['A language model judged the reasoning: it may take sound reasoning for a fallacy and miss one. Facts were not checked.'],
    },
  });
}
