import type { SelectedBudget } from './select-budgets.js';

/** Which budgets were used lately, for overviews: a budget for each user has no other list of its users. */
export interface RecentBudgets {
  add(tenant: string, selected: readonly SelectedBudget[]): void;
  clear(): void;
  /** Grouped by tenant. */
  tenants(): readonly (readonly [tenant: string, selected: readonly SelectedBudget[]])[];
}

/** Subjects remembered at most; the ones that came first go first. */
const MAX_SUBJECTS = 1_000;

/** Makes an empty list. */
export function createRecentBudgets(): RecentBudgets {
  const subjects = new Map<string, { readonly tenant: string; readonly budget: SelectedBudget }>();
  return {
    add(tenant, selected) {
      for (const budget of selected) {
        const key = `${budget.line.account}\n${tenant}`;
        // The same object for as long as its window lasts: nothing to do on most requests.
        if (subjects.get(key)?.budget === budget) continue;
        subjects.delete(key);
        subjects.set(key, { tenant, budget });
      }
      while (subjects.size > MAX_SUBJECTS) {
        const [oldest] = subjects.keys();
        subjects.delete(oldest!);
      }
    },
    clear() {
      subjects.clear();
    },
    tenants() {
      const groups = new Map<string, SelectedBudget[]>();
      for (const { tenant, budget } of subjects.values()) {
        const group = groups.get(tenant);
        if (group) group.push(budget);
        else groups.set(tenant, [budget]);
      }
      return [...groups];
    },
  };
}
