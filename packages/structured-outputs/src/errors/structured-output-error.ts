import type { AttemptRecord } from '../client/meta.js';
import type { UsageTotals } from '../limits/usage.js';

import type { AnswerIssue } from './issue.js';
import type { ErrorKind } from './kind.js';

// Registered globally, so that two installed copies (or the ESM and the
// CommonJS build) recognise each other's errors.
const MARK: unique symbol = Symbol.for('@discord-intelligence/structured-outputs/StructuredOutputError') as never;

/** Text of a call, kept only when `captureText` asks for it. */
export interface CapturedText {
  /** What the model answered last. */
  readonly answer: string;
  /** The issues in full words, which may quote the answer. */
  readonly issues: readonly string[];
}

/** What a {@link StructuredOutputError} carries. */
export interface StructuredOutputErrorOptions {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly attempts?: readonly AttemptRecord[];
  readonly usage?: UsageTotals;
  readonly issues?: readonly AnswerIssue[];
  /** @default false */
  readonly retryable?: boolean;
  readonly cause?: unknown;
  readonly captured?: CapturedText;
}

/** An error as plain data, for logs. */
export interface StructuredOutputErrorJson {
  readonly name: string;
  readonly code: string;
  readonly kind: ErrorKind;
  readonly message: string;
  readonly retryable: boolean;
  readonly attempts: readonly AttemptRecord[];
  readonly issues: readonly AnswerIssue[];
  readonly usage?: UsageTotals;
}

/**
 * A structured call that came to nothing. Neither its message nor its JSON
 * holds a word of the prompt or of the answer.
 */
export class StructuredOutputError extends Error {
  static {
    // On the prototype, where printing an error does not show it.
    Object.defineProperty(this.prototype, MARK, { value: true });
  }

  override readonly name: string = 'StructuredOutputError';
  readonly kind: ErrorKind;
  /** Stable: `STRUCTURED_OUTPUT_` and the kind in capitals. */
  readonly code: string;
  /** Every attempt, also those that failed. */
  readonly attempts: readonly AttemptRecord[];
  /** Summed over all attempts; absent when nothing was sent. */
  readonly usage?: UsageTotals;
  /** What was wrong with the last answer. */
  readonly issues: readonly AnswerIssue[];
  /** Whether the same call may succeed later without any change. */
  readonly retryable: boolean;
  /** The last answer; only with `captureText`, and never enumerable. */
  declare readonly captured?: CapturedText;

  constructor({ kind, message, attempts = [], usage, issues = [], retryable = false, cause, captured }: StructuredOutputErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.code = `STRUCTURED_OUTPUT_${kind.toUpperCase()}`;
    this.attempts = attempts;
    if (usage) this.usage = usage;
    this.issues = issues;
    this.retryable = retryable;
    if (captured) Object.defineProperty(this, 'captured', { value: captured, enumerable: false });
  }

  /**
   * Whether `value` is such an error, made by this copy of the package or another one.
   *
   * @param kind - Only errors of this kind.
   */
  static is(value: unknown, kind?: ErrorKind): value is StructuredOutputError {
    if (typeof value !== 'object' || value === null || (value as { [MARK]?: unknown })[MARK] !== true) return false;
    return kind === undefined || (value as { kind?: unknown }).kind === kind;
  }

  /** The error for a log: no cause, no captured text. */
  toJSON(): StructuredOutputErrorJson {
    const { name, code, kind, message, retryable, attempts, issues, usage } = this;
    return { name, code, kind, message, retryable, attempts, issues, ...(usage && { usage }) };
  }
}
