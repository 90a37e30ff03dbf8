import type { BudgetStatus } from './budget-keeper.js';
import type { BudgetCounters } from './budget-store.js';
import type { SelectedBudget } from './select-budgets.js';

/** The speed of a window that has just begun says nothing: it counts as begun for this share of its length. */
const MIN_ELAPSED_SHARE = 0.01;

/** Puts the counters of a budget into words that people and dashboards need. */
export function statusOf({ definition, subject, window, line }: SelectedBudget, counters: BudgetCounters, now: number): BudgetStatus {
  const { spentNano, reservedNano, carriedNano } = counters;
  const remainingNano = line.limitNano - carriedNano - spentNano - reservedNano;
  const elapsedMs = Math.max(now - window.startsAt, (window.endsAt - window.startsAt) * MIN_ELAPSED_SHARE);
  const exhaustedAtMs = remainingNano <= 0 ? now : Math.round(now + (remainingNano * elapsedMs) / spentNano);
  return {
    budgetId: definition.id,
    subject,
    window: definition.window ?? 'month',
    windowLabel: window.label,
    limitNano: line.limitNano,
    spentNano,
    reservedNano,
    carriedNano,
    remainingNano,
    resetAtMs: window.endsAt,
    // Without spending the division gives Infinity: it lasts.
    ...(exhaustedAtMs < window.endsAt && { exhaustedAtMs }),
    isSoft: definition.softAt !== undefined && carriedNano + spentNano + reservedNano >= line.limitNano * definition.softAt,
  };
}
