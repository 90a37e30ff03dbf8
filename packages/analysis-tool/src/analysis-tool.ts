import type { TextDocument } from './text/text-document.js';
import type { ToolResult } from './tool-result.js';

/** What every analysis takes beside its input. */
export interface AnalyzeOptions {
  /** Ends the analysis: `analyze` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A text, or the document that was made of it for several tools to share. */
export type TextInput = string | TextDocument;

/** One kind of analysis. */
export interface AnalysisTool<Input, Result> {
  /** Stable name, such as `fallacy`. */
  readonly name: string;
  /** Version of what the tool does, apart from its package's. */
  readonly version: string;
  /**
   * Analyses the input. Never rejects but for a caller's abort: what goes wrong
   * is told in the result.
   */
  analyze(input: Input, options?: AnalyzeOptions): Promise<ToolResult<Result>>;
}
