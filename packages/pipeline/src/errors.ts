const MARK = Symbol.for('@discord-intelligence/pipeline/PipelineError');

/** What kept the pipeline from starting: both are the caller's to mend. */
export type PipelineErrorCode = 'invalid_input' | 'text_too_long';

/** An analysis that was not begun. Holds no text of the input. */
export class PipelineError extends Error {
  override readonly name = 'PipelineError';
  readonly code: PipelineErrorCode;
  readonly [MARK] = true;

  constructor(code: PipelineErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  /** Whether a value is a PipelineError, also one made by another copy of this package. */
  static is(value: unknown): value is PipelineError {
    return typeof value === 'object' && value !== null && MARK in value;
  }
}
