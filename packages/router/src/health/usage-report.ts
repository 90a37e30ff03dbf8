import type { BudgetStatus } from '../budget/budget-keeper.js';
import { nanoToUsd } from '../budget/nano-usd.js';
import type { CacheStatistics } from '../cache/cache-statistics.js';
import type { LedgerUsage } from '../ledger/ledger.js';
import type { Stores } from '../create-stores.js';

import type { ArmReport, ExperimentRecord } from './experiment-record.js';

/** Money, tokens and cache since the start. */
export interface UsageReport {
  /** USD of all attempts; for people: exact is `ledger.total.costNano`. */
  readonly costUsd: number;
  /** USD that the cache has saved, net of what its embeddings cost. */
  readonly savedUsd: number;
  readonly ledger: LedgerUsage;
  /** Subjects seen lately and where their budgets stand; empty when the store is away. */
  readonly budgets: readonly BudgetStatus[];
  /** Absent without a cache. */
  readonly cache?: CacheStatistics;
  /** By experiment, then arm. */
  readonly experiments: Readonly<Record<string, Readonly<Record<string, ArmReport>>>>;
}

/** Gathers the report. */
export async function usageOf(stores: Stores, cache: CacheStatistics | undefined, experiments: ExperimentRecord): Promise<UsageReport> {
  const ledger = stores.ledger.usage();
  return {
    costUsd: nanoToUsd(ledger.total.costNano),
    savedUsd: nanoToUsd(cache?.savedNanoUsd ?? 0),
    ledger,
    budgets: await readBudgets(stores),
    ...(cache && { cache }),
    experiments: experiments.report(),
  };
}

async function readBudgets({ budgets }: Stores): Promise<readonly BudgetStatus[]> {
  try {
    return await budgets.recent();
  } catch {
    return [];
  }
}
