import type { NanoUsd } from '../budget/nano-usd.js';
import type { TokenUsage } from '../prices/token-usage.js';

/** How an attempt ended. */
export type LedgerOutcome = 'success' | 'failed' | 'cancelled' | 'interrupted' | 'abandoned';

/** What is known before an attempt is sent. */
export interface AttemptStart {
  /** Unique, the same as the id of the budget hold. */
  readonly id: string;
  /** The request that it belongs to. */
  readonly requestId: string;
  /** 1 for the first attempt of a request. */
  readonly attempt: number;
  readonly deployment: string;
  readonly provider: string;
  /** Model id as sent upstream. */
  readonly model: string;
  readonly group: string;
  /** Why it exists: `first`, `retry`, `sibling`, `fallback`, `hedge`, `continuation`, `embedding`, … */
  readonly reason: string;
  /** Tenant, user, use case, …: totals are kept for each pair. */
  readonly labels: Readonly<Record<string, string | undefined>>;
  readonly estimatedNano: NanoUsd;
}

/** What is known when it is over. */
export interface AttemptEnd {
  readonly outcome: LedgerOutcome;
  readonly costNano: NanoUsd;
  /** Whether usage or cost were estimated because the provider told none. */
  readonly isEstimated: boolean;
  readonly usage?: TokenUsage;
  readonly status?: number;
  readonly errorClass?: string;
  /** Milliseconds to the first token. */
  readonly firstTokenMs?: number;
}

/** One closed row. */
export interface LedgerRow extends AttemptStart, AttemptEnd {
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  /** Milliseconds since 1970. */
  readonly closedAt: number;
}

/** An attempt under way. */
export interface OpenAttempt {
  /** Closes the row: the only place where cost is counted. Returns false, and does nothing, the second time. */
  close(end: AttemptEnd): boolean;
}

/** Receives every closed row, for a database or a file. What it throws is counted, not thrown. */
export interface LedgerSink {
  write(row: LedgerRow): void | Promise<void>;
}

/** Sums over rows. */
export interface LedgerTotals {
  readonly attempts: number;
  readonly failures: number;
  readonly costNano: NanoUsd;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cachedTokens: number;
}

/** All sums since the start. Each of the breakdowns adds up to `total` (`labels.user` over the rows that carry a `user`). */
export interface LedgerUsage {
  readonly total: LedgerTotals;
  readonly models: Readonly<Record<string, LedgerTotals>>;
  readonly deployments: Readonly<Record<string, LedgerTotals>>;
  /** By label name, then value: `labels.user.u1`. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, LedgerTotals>>>>;
  /** Attempts under way. */
  readonly open: number;
  /** Rows that the sink refused. */
  readonly sinkFailures: number;
}

/** One row for each attempt, opened before the send, closed in one place. */
export interface Ledger {
  open(start: AttemptStart): OpenAttempt;
  /** The latest closed rows, oldest first. */
  rows(): readonly LedgerRow[];
  usage(): LedgerUsage;
  /** Closes what is still open as `abandoned` at its estimate, and waits for the sink. */
  close(): Promise<void>;
}
