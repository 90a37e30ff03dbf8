import type { FailureClass } from './failure-class.js';

/** The time limit that ended an attempt, by its path in the configuration. */
export type TimeLimit = 'timeouts.headers' | 'timeouts.attempt' | 'timeouts.ttft' | 'timeouts.idle' | 'timeouts.total' | 'deployment.timeout' | 'options.timeoutMs';

/** The budget that refused. */
export interface BudgetRefusal {
  readonly budgetId: string;
  readonly spentUsd: number;
  readonly limitUsd: number;
  /** When its window ends; absent for a budget without end. */
  readonly resetAt?: string;
}

/** Why one attempt came to nothing: a value, because the flow expects it. */
export interface Failure {
  readonly class: FailureClass;
  /** Status of the provider's answer; absent when it gave none or the failure is local. */
  readonly status?: number;
  /** For people who operate the router. Holds the provider's words, none of the prompt's. */
  readonly message: string;
  /** Milliseconds that the provider, or our own limit, asks to wait. */
  readonly retryAfterMs?: number;
  /** The time limit that passed, for class `timeout`. */
  readonly limit?: TimeLimit;
  /** Own limits that refused, such as `rpm`. */
  readonly limits?: readonly string[];
  readonly budget?: BudgetRefusal;
  readonly cause?: unknown;
}
