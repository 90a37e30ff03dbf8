import type { PredictedText } from './predictor.js';

/** What a run with a language model came to. */
export interface RunSpending {
  readonly texts: number;
  /** Calls made, failed ones too. */
  readonly calls: number;
  /** Texts that the gate kept from the model. */
  readonly spared: number;
  /** Texts that the offline path answered because the model failed. */
  readonly degraded: number;
  readonly tokens: number;
  /** US dollars; undefined when no call was priced. */
  readonly costUsd: number | undefined;
}

/** Nothing yet. */
export const NO_SPENDING: RunSpending = { texts: 0, calls: 0, spared: 0, degraded: 0, tokens: 0, costUsd: undefined };

/** Adds what one text came to. */
export function addSpending(sum: RunSpending, { calls, isSpared, degradedReason, tokens, costUsd }: PredictedText): RunSpending {
  return {
    texts: sum.texts + 1,
    calls: sum.calls + calls,
    spared: sum.spared + (isSpared ? 1 : 0),
    degraded: sum.degraded + (degradedReason === undefined ? 0 : 1),
    tokens: sum.tokens + tokens,
    costUsd: costUsd === undefined ? sum.costUsd : (sum.costUsd ?? 0) + costUsd,
  };
}
