import type { BudgetCounters, BudgetLine } from './budget-store.js';

/** What Redis last said about lines. */
export interface LastSeen {
  get(tenant: string, line: BudgetLine): BudgetCounters;
  set(tenant: string, lines: readonly BudgetLine[], counters: readonly BudgetCounters[]): void;
}

/** Lines remembered at most; the ones not seen for longest go first. */
const MAX_LINES = 10_000;

const NOTHING: BudgetCounters = { spentNano: 0, reservedNano: 0, carriedNano: 0, crossed: [] };

/** Makes an empty memory of counters. */
export function createLastSeen(): LastSeen {
  const seen = new Map<string, BudgetCounters>();
  const keyOf = (tenant: string, { account, label }: BudgetLine) => `${encodeURIComponent(tenant)}:${account}:${label}`;
  return {
    get: (tenant, line) => seen.get(keyOf(tenant, line)) ?? NOTHING,
    set(tenant, lines, counters) {
      lines.forEach((line, index) => {
        const key = keyOf(tenant, line);
        const value = counters[index];
        if (!value) return;
        seen.delete(key);
        seen.set(key, { ...value, crossed: [] });
        if (seen.size <= MAX_LINES) return;
        const [oldest] = seen.keys();
        if (oldest !== undefined) seen.delete(oldest);
      });
    },
  };
}
