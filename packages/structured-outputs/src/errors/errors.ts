import { StructuredOutputError, type StructuredOutputErrorOptions } from './structured-output-error.js';

type Options<Kind extends StructuredOutputErrorOptions['kind']> = Omit<StructuredOutputErrorOptions, 'kind'> & { readonly kind: Kind };

/** Every attempt gave JSON that breaks the schema or a check. */
export class ValidationFailedError extends StructuredOutputError {
  override readonly name = 'ValidationFailedError';
  declare readonly kind: 'validation';
}

/** Every attempt gave text without a readable answer in it, or nothing at all. */
export class UnparseableOutputError extends StructuredOutputError {
  override readonly name = 'UnparseableOutputError';
  declare readonly kind: 'unparseable' | 'no_output';
}

/** The answer ended early, or left something out with `...`. */
export class TruncatedOutputError extends StructuredOutputError {
  override readonly name = 'TruncatedOutputError';
  declare readonly kind: 'truncated' | 'elided';
}

/** The model refused. */
export class RefusalError extends StructuredOutputError {
  override readonly name = 'RefusalError';
  declare readonly kind: 'refusal';
}

/** The provider's filter held the answer back. */
export class ContentFilterError extends StructuredOutputError {
  override readonly name = 'ContentFilterError';
  declare readonly kind: 'content_filter';
}

/** One attempt took longer than `timeoutMs`, or all of them longer than `deadlineMs`. */
export class DeadlineError extends StructuredOutputError {
  override readonly name = 'DeadlineError';
  declare readonly kind: 'timeout' | 'deadline';
}

/** The caller's signal ended the call; `cause` is the signal's reason. */
export class AbortedError extends StructuredOutputError {
  override readonly name = 'AbortedError';
  declare readonly kind: 'aborted';
}

/** What a {@link TransportError} knows beside. */
export interface TransportErrorOptions extends Options<'transport'> {
  /** HTTP status, when there was an answer. */
  readonly status?: number;
}

/** The client or the provider failed; `cause` is its own error. */
export class TransportError extends StructuredOutputError {
  override readonly name = 'TransportError';
  declare readonly kind: 'transport';
  /** HTTP status, when there was an answer. */
  readonly status?: number;

  constructor({ status, ...options }: TransportErrorOptions) {
    super(options);
    if (status !== undefined) this.status = status;
  }
}

/** The next attempt would pass `maxTotalTokens` or `maxCostUsd`; `cause` is what was wrong with the last answer. */
export class BudgetError extends StructuredOutputError {
  override readonly name = 'BudgetError';
  declare readonly kind: 'budget';
}

/** The schema cannot be sent, or its own code threw. Nothing that a model could mend. */
export class SchemaUnsupportedError extends StructuredOutputError {
  override readonly name = 'SchemaUnsupportedError';
  declare readonly kind: 'schema';
}

/** The retry engine did not do what it is relied on for. */
export class EngineError extends StructuredOutputError {
  override readonly name = 'EngineError';
  declare readonly kind: 'engine';
}

/** Why structured calls are not made at all. */
export type DisabledReason = 'flag_off' | 'key_missing' | 'sdk_missing' | 'engine_failed';

/** Structured calls are off in this process. */
export class DisabledError extends StructuredOutputError {
  override readonly name = 'DisabledError';
  declare readonly kind: 'disabled';
  /** Why. */
  readonly reason: DisabledReason;

  constructor({ reason, ...options }: Options<'disabled'> & { readonly reason: DisabledReason }) {
    super(options);
    this.reason = reason;
  }
}
