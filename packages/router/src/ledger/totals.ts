import type { LedgerRow, LedgerTotals } from './ledger.js';

/** Sums that grow. */
export type Totals = { -readonly [field in keyof LedgerTotals]: LedgerTotals[field] };

/** Sums by a name, bounded: what comes after the first names is added to {@link OTHER}, so that nothing is missing. */
export interface TotalsByName {
  add(name: string, row: LedgerRow): void;
  read(): Readonly<Record<string, LedgerTotals>>;
}

/** Name of the rest. */
export const OTHER = '(other)';

/** Sums of nothing. */
export function emptyTotals(): Totals {
  return { attempts: 0, failures: 0, costNano: 0, promptTokens: 0, completionTokens: 0, cachedTokens: 0 };
}

/** Adds a row to sums. */
export function addRow(totals: Totals, { outcome, costNano, usage }: LedgerRow): void {
  totals.attempts += 1;
  if (outcome !== 'success') totals.failures += 1;
  totals.costNano += costNano;
  totals.promptTokens += usage?.promptTokens ?? 0;
  totals.completionTokens += usage?.completionTokens ?? 0;
  totals.cachedTokens += usage?.cachedTokens ?? 0;
}

/** Makes sums by name. */
export function createTotalsByName(maxNames: number): TotalsByName {
  const names = new Map<string, Totals>();
  return {
    add(name, row) {
      const key = names.has(name) || names.size < maxNames ? name : OTHER;
      let totals = names.get(key);
      if (!totals) {
        totals = emptyTotals();
        names.set(key, totals);
      }
      addRow(totals, row);
    },
    // Without a prototype, because names come from callers.
    read: () => Object.assign(Object.create(null) as Record<string, LedgerTotals>, Object.fromEntries([...names].map(([name, totals]) => [name, { ...totals }]))),
  };
}
