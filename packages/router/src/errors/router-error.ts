import type { AttemptRecord } from '../trace/attempt-record.js';

import type { BudgetRefusal, Failure, TimeLimit } from './failure.js';
import { type FailureClass, ruleOf } from './failure-class.js';

// Registered globally, so that two installed copies (or the ESM and the
// CommonJS build) recognise each other's errors.
const MARK: unique symbol = Symbol.for('@discord-intelligence/router/RouterError') as never;

/** A {@link RouterError} as plain data, for logs. */
export interface RouterErrorJson {
  readonly name: string;
  readonly code: FailureClass;
  readonly class: FailureClass;
  readonly status: number;
  readonly message: string;
  readonly action: string;
  readonly attempts: readonly AttemptRecord[];
  readonly retryAfterMs?: number;
  readonly limit?: TimeLimit;
  readonly limits?: readonly string[];
  readonly budget?: BudgetRefusal;
}

/**
 * A request that came to nothing. After fallbacks it carries the failure of the
 * first group, and every attempt in {@link RouterError.attempts}.
 */
export class RouterError extends Error {
  static {
    // On the prototype, where printing an error does not show it.
    Object.defineProperty(this.prototype, MARK, { value: true });
  }

  /** `AbortError` when the caller left, so that code which knows no router understands; else `RouterError`. */
  override readonly name: string;
  /** Stable: the class of the failure, or how a stream ended after output had been passed on. */
  readonly code: FailureClass;
  /** The class of what went wrong; differs from {@link code} for interrupted streams. */
  readonly class: FailureClass;
  /** HTTP status: the provider's, else the one that fits the class. */
  readonly status: number;
  /** What to do about it. */
  readonly action: string;
  /** Every attempt of the request, oldest first. */
  readonly attempts: readonly AttemptRecord[];
  /** Milliseconds after which the same request may succeed. */
  readonly retryAfterMs?: number;
  /** The time limit that passed. */
  readonly limit?: TimeLimit;
  /** Own limits that refused, such as `rpm`. */
  readonly limits?: readonly string[];
  /** The budget that refused. */
  readonly budget?: BudgetRefusal;

  constructor(failure: Failure, attempts: readonly AttemptRecord[] = [], code: FailureClass = failure.class) {
    super(failure.message, failure.cause === undefined ? undefined : { cause: failure.cause });
    const rule = ruleOf(code);
    this.name = code === 'cancelled' ? 'AbortError' : 'RouterError';
    this.code = code;
    this.class = failure.class;
    this.status = failure.status ?? rule.status;
    this.action = rule.action;
    this.attempts = attempts;
    if (failure.retryAfterMs !== undefined) this.retryAfterMs = failure.retryAfterMs;
    if (failure.limit !== undefined) this.limit = failure.limit;
    if (failure.limits) this.limits = failure.limits;
    if (failure.budget) this.budget = failure.budget;
  }

  /** Whether `value` is a router error, of `code` if one is given, made by this copy of the package or another one. */
  static is(value: unknown, code?: FailureClass): value is RouterError {
    const isOurs = typeof value === 'object' && value !== null && (value as { [MARK]?: unknown })[MARK] === true;
    return isOurs && (code === undefined || (value as RouterError).code === code);
  }

  /** Plain data without cause and stack. */
  toJSON(): RouterErrorJson {
    const { name, code, status, message, action, attempts, retryAfterMs, limit, limits, budget } = this;
    return {
      name,
      code,
      class: this.class,
      status,
      message,
      action,
      attempts,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(limit !== undefined && { limit }),
      ...(limits && { limits }),
      ...(budget && { budget }),
    };
  }
}
