import {
  AbortedError,
  BudgetError,
  ContentFilterError,
  DeadlineError,
  EngineError,
  RefusalError,
  SchemaUnsupportedError,
  TransportError,
  TruncatedOutputError,
  UnparseableOutputError,
  ValidationFailedError,
} from '../errors/errors.js';
import { publicIssues } from '../errors/public-issues.js';
import { StructuredOutputError, type StructuredOutputErrorOptions } from '../errors/structured-output-error.js';
import { isRetryableStatus } from '../limits/backoff.js';
import { ScopeStop } from '../limits/scope.js';
import { tell } from '../wire/feedback.js';

import type { Call } from './call.js';
import { CallStop } from './call-stop.js';

type Details = Omit<StructuredOutputErrorOptions, 'kind' | 'message'>;

/** The error that a call ends with. */
export function toError(call: Call, thrown: unknown): StructuredOutputError {
  const details = detailsOf(call);
  if (thrown instanceof ScopeStop) return fromScope(call, thrown, details);
  if (thrown instanceof CallStop) return fromStop(call, thrown, details);
  if (StructuredOutputError.is(thrown, 'schema')) return new SchemaUnsupportedError({ kind: 'schema', message: thrown.message, ...details, cause: thrown.cause });
  // The wrapped client's own, such as a missing SDK.
  if (StructuredOutputError.is(thrown)) return thrown;
  const { failure } = call;
  // The engine gave up although retries were left, or without any bad answer: it is broken, not the model.
  if (!failure || call.attempts.length <= call.maxRetries) {
    return new EngineError({ kind: 'engine', message: `the retry engine stopped after ${call.attempts.length} of ${call.maxRetries + 1} attempts`, ...details, cause: thrown });
  }
  return fromFailure(call, details);
}

function detailsOf({ attempts, failure, usage, client, model }: Call): Details {
  return {
    attempts,
    issues: failure ? publicIssues(failure.issues, model.wire) : [],
    ...(attempts.length > 0 && { usage }),
    ...(client.settings.captureText && failure && { captured: { answer: failure.answer, issues: tell(failure.issues).split('\n') } }),
  };
}

function fromFailure({ failure, attempts }: Call, details: Details): StructuredOutputError {
  const tried = attempts.length === 1 ? 'in 1 attempt' : `in ${attempts.length} attempts`;
  switch (failure?.kind) {
    case 'validation':
      return new ValidationFailedError({ kind: 'validation', message: `no answer matched the schema ${tried}: ${failure.issues.length} issues in the last one`, retryable: true, ...details });
    case 'truncated':
    case 'elided':
      return new TruncatedOutputError({ kind: failure.kind, message: `no complete answer ${tried}`, retryable: true, ...details });
    case 'no_output':
      return new UnparseableOutputError({ kind: 'no_output', message: `no answer at all ${tried}`, retryable: true, ...details });
    case 'unparseable':
    case undefined:
      return new UnparseableOutputError({ kind: 'unparseable', message: `no readable JSON ${tried}`, retryable: true, ...details });
  }
}

function fromScope({ settings }: Call, { kind, reason }: ScopeStop, details: Details): StructuredOutputError {
  switch (kind) {
    case 'aborted':
      return new AbortedError({ kind, message: 'the call was aborted', ...details, cause: reason });
    case 'deadline':
      return new DeadlineError({ kind, message: `the call took longer than ${settings.deadlineMs} ms (deadlineMs)`, retryable: true, ...details });
    case 'timeout':
      return new DeadlineError({ kind, message: `an attempt took longer than ${settings.timeoutMs} ms (timeoutMs)`, retryable: true, ...details });
  }
}

function fromStop(call: Call, { kind, message, status, cause }: CallStop, details: Details): StructuredOutputError {
  const options = { message, ...details, ...(cause !== undefined && { cause }) };
  switch (kind) {
    case 'refusal':
      return new RefusalError({ kind, ...options });
    case 'content_filter':
      return new ContentFilterError({ kind, ...options });
    case 'truncated':
      return new TruncatedOutputError({ kind, ...options });
    case 'budget':
      return new BudgetError({ kind, ...options, cause: fromFailure(call, details) });
    case 'transport':
      return new TransportError({ kind, ...options, retryable: isRetryableStatus(status), ...(status !== undefined && { status }) });
    case 'schema':
      return new SchemaUnsupportedError({ kind, ...options });
  }
}
