import type { ToolError } from './errors.js';

/** How a result was reached: by a language model, or by the package's own offline path. */
export type AnalysisMethod = 'llm_instructor' | 'pattern_matching';

/** Tokens spent, in the OpenAI API's words. */
export interface TokenUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/** An analysis that has a result. `degraded` means that a language model was configured and failed. */
export interface CompletedResult<Result> {
  readonly status: 'success' | 'degraded';
  readonly result: Result;
  readonly analysis_method: AnalysisMethod;
  /** Why the offline path answered in place of the language model. */
  readonly degraded_reason?: string;
  /** What the method could not see in this text, one sentence each, for people to read. */
  readonly limitations: readonly string[];
  /** The language model that answered; several, with commas, when parts of a long text were answered by different ones. */
  readonly model?: string;
  readonly usage?: TokenUsage;
  /** Price of the calls, in US dollars; absent when the provider reports none. */
  readonly cost_usd?: number;
  /** Quotations of the language model that are not in the text and are therefore not shown. */
  readonly dropped_quotes?: number;
  /** Wall time, in milliseconds. */
  readonly duration_ms: number;
  /** Calls made to a language model, failed ones too; 0 on the offline path alone. */
  readonly attempts: number;
}

/** There was nothing to analyse. */
export interface SkippedResult {
  readonly status: 'skipped';
  readonly reason: string;
}

/** The analysis could not be made. */
export interface FailedResult {
  readonly status: 'failed';
  readonly error: ToolError;
}

/** What an analysis comes to. */
export type ToolResult<Result> = CompletedResult<Result> | SkippedResult | FailedResult;

/** Whether an analysis has a result, degraded or not. */
export function isCompleted<Result>(outcome: ToolResult<Result>): outcome is CompletedResult<Result> {
  return outcome.status === 'success' || outcome.status === 'degraded';
}
