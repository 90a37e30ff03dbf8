import { type AnalysisTool, createTextDocument, isCompleted, type TextDocument, type TextInput } from '@discord-intelligence/analysis-tool';
import type { FallacyAnalysisResult } from '@discord-intelligence/response-models';

import type { TextJudge } from '../text-judge.js';

type FallacyTool = AnalysisTool<TextInput, FallacyAnalysisResult>;

/** The tools that a text may be given to. */
export interface HybridTools {
  /** Asks nobody. */
  readonly offline: FallacyTool;
  /** Asks the language model, and gives it hints. */
  readonly hinting: FallacyTool;
  /** Asks the language model and gives it none. */
  readonly plain: FallacyTool;
}

/** What decides whether a language model is asked. */
export interface GateOptions {
  readonly judge: TextJudge;
  /** A text less suspicious than this, 0 to 1, is not asked about. 0 asks about all. */
  readonly gate: number;
}

/** What a reader is told of a text that the model was not asked about. */
export const SPARED = 'The wording gave so little cause for suspicion that the language model was not asked.';

/**
 * Makes a tool that asks a language model about suspicious texts only; on the
 * others the offline one answers. Texts that are not surely English are always
 * asked about, and without hints, because the offline path does not understand them.
 */
export function spareCalls({ offline, hinting, plain }: HybridTools, { judge, gate }: GateOptions): FallacyTool {
  return {
    name: hinting.name,
    version: hinting.version,
    async analyze(input, options) {
      const document = toDocument(input);
      // What is wrong with it the tool itself can tell.
      if (document === undefined || document.words.length === 0) return plain.analyze(input, options);
      const { code } = await document.language;
      if (code !== 'en') return plain.analyze(document, options);
      if (judge.judge(document).suspicion >= gate) return hinting.analyze(document, options);
      const outcome = await offline.analyze(document, options);
      return isCompleted(outcome) ? { ...outcome, limitations: [...outcome.limitations, SPARED] } : outcome;
    },
  };
}

function toDocument(input: unknown): TextDocument | undefined {
  if (typeof input === 'string') return createTextDocument(input);
  return typeof (input as TextDocument | undefined)?.text === 'string' ? (input as TextDocument) : undefined;
}
