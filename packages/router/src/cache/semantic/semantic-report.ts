import type { NanoUsd } from '../../budget/nano-usd.js';

import type { GuardName } from './guards/guard-name.js';

/** A share that was measured on a sample. */
export interface MeasuredRate {
  readonly count: number;
  readonly of: number;
  /** `count / of`; `null` while nothing was measured. */
  readonly rate: number | null;
  /** Ends of the 95 % Wilson interval; 0 and 1 while nothing was measured. */
  readonly low: number;
  readonly high: number;
}

/** What the semantic cache did, what it saved, and how often it was wrong. */
export interface SemanticReport {
  readonly mode: 'on' | 'shadow';
  /** Requests whose question was compared with others. */
  readonly lookups: number;
  /** Requests that were answered. */
  readonly hits: number;
  /** Requests that could have been answered but were sent on, to learn whether that would have been right. */
  readonly shadowHits: number;
  /** Shadow hits whose kept answer did not say the same as the true one. */
  readonly falseHits: MeasuredRate;
  /** Near enough, but turned down: by guard. */
  readonly guarded: Readonly<Partial<Record<GuardName, number>>>;
  /** Requests not fit for it, such as long conversations. */
  readonly skipped: number;
  readonly embedCalls: number;
  /** Failed and late ones. */
  readonly embedFailures: number;
  readonly compareFailures: number;
  /** What hits would have cost. */
  readonly savedNanoUsd: NanoUsd;
  /** What shadow hits would have saved. */
  readonly missedSavingsNanoUsd: NanoUsd;
  readonly embeddingCostNanoUsd: NanoUsd;
  /** Savings less the cost of embeddings; negative when it does not pay. */
  readonly netSavedNanoUsd: NanoUsd;
}
