import { type AnalysisMethod, isCompleted, type ToolResult } from '@discord-intelligence/analysis-tool';
import { CONFIDENCE_VALUES, type FallacyAnalysisResult, type FallacyType } from '@discord-intelligence/response-models';

/** The flat form that the replaced system gave: one entry a fallacy type. */
export interface FlatFallacyResult {
  /** Names of the fallacies found, each once, in the order of the text. */
  readonly fallacies: readonly FallacyType[];
  /** How many names there are. */
  readonly count: number;
  /** The highest confidence of each, 0 to 1. */
  readonly confidence_scores: Readonly<Partial<Record<FallacyType, number>>>;
  /** The explanation of each, of its surest instance. */
  readonly details: Readonly<Partial<Record<FallacyType, string>>>;
  /** How they were found; null when nothing was analysed. */
  readonly analysis_method: AnalysisMethod | null;
}

/** Gives a result in the flat form of the replaced system. Quotes, places and repeats are lost in it. */
export function toFlatResult(outcome: ToolResult<FallacyAnalysisResult>): FlatFallacyResult {
  if (!isCompleted(outcome)) return { fallacies: [], count: 0, confidence_scores: {}, details: {}, analysis_method: null };
  const scores: Partial<Record<FallacyType, number>> = {};
  const details: Partial<Record<FallacyType, string>> = {};
  for (const { fallacy_type, confidence, explanation } of outcome.result.fallacies) {
    const score = CONFIDENCE_VALUES[confidence];
    if (score <= (scores[fallacy_type] ?? -1)) continue;
    scores[fallacy_type] = score;
    details[fallacy_type] = explanation;
  }
  const fallacies = Object.keys(scores) as FallacyType[];
  return { fallacies, count: fallacies.length, confidence_scores: scores, details, analysis_method: outcome.analysis_method };
}
