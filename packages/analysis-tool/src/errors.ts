const MARK = Symbol.for('@discord-intelligence/analysis-tool/ToolError');

/** Why an analysis failed: `invalid_input` is the caller's to mend, `analysis_failed` is a defect of the tool. */
export type ToolErrorCode = 'invalid_input' | 'analysis_failed';

/** An analysis that could not be made. Holds no text of the input. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  readonly code: ToolErrorCode;
  /** Name of the tool that failed. */
  readonly tool: string;
  readonly [MARK] = true;

  constructor(code: ToolErrorCode, tool: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.tool = tool;
  }

  /** Whether a value is a ToolError, also one made by another copy of this package. */
  static is(value: unknown): value is ToolError {
    return typeof value === 'object' && value !== null && MARK in value;
  }

  /** What may be shown and stored: no cause, no stack. */
  toJSON(): { readonly name: string; readonly code: ToolErrorCode; readonly tool: string; readonly message: string } {
    return { name: this.name, code: this.code, tool: this.tool, message: this.message };
  }
}
