import { type Awaitable, whenReady } from './awaitable.js';
import type { BudgetDefinition, BudgetLabels } from './budget-definition.js';
import type { BudgetAlert, BudgetHold, BudgetKeeper, BudgetStatus } from './budget-keeper.js';
import { statusOf } from './budget-status.js';
import type { BudgetCounters, BudgetStore, SettleOutcome } from './budget-store.js';
import { createLeaseHeartbeat } from './lease-heartbeat.js';
import { assertNanoUsd, type NanoUsd } from './nano-usd.js';
import { createRecentBudgets } from './recent-budgets.js';
import { createBudgetSelector, type SelectedBudget } from './select-budgets.js';

/** How budgets are kept. */
export interface BudgetKeeperOptions {
  readonly store: BudgetStore;
  readonly definitions: readonly BudgetDefinition[];
  /**
   * Milliseconds after which the reservation of a process that stopped renewing is closed.
   * @default 60_000
   */
  readonly leaseMs?: number;
  /**
   * Which part of the store a request's budgets are in. Budgets are checked together within one part
   * only, and a budget over several parts is counted in each of them separately.
   * @default one part for all: exact for every budget, one slot of a Redis Cluster
   */
  readonly tenantOf?: (labels: BudgetLabels) => string;
  /** What it throws is ignored. */
  readonly onAlert?: (alert: BudgetAlert) => void;
  /** @default Date.now */
  readonly now?: () => number;
  /** @default randomUUID */
  readonly createId?: () => string;
}

const DEFAULT_LEASE_MS = 60_000;
const DEFAULT_MAX_HOLD_MS = 1_800_000;
const ONE_TENANT = 'all';

/**
 * Makes the keeper of a set of budgets.
 * @throws RangeError When a definition cannot be used.
 */
export function createBudgetKeeper(options: BudgetKeeperOptions): BudgetKeeper {
  const { store, leaseMs = DEFAULT_LEASE_MS, tenantOf = () => ONE_TENANT, onAlert, now = Date.now, createId = () => crypto.randomUUID() } = options;
  let select = createBudgetSelector([]);
  const heartbeat = createLeaseHeartbeat({ store, leaseMs });
  const recent = createRecentBudgets();
  const pending = new Set<Promise<unknown>>();
  const define = (definitions: readonly BudgetDefinition[]) => {
    select = createBudgetSelector(definitions);
    recent.clear();
    for (const { scope = {} } of definitions) {
      // Subjects of `*` are known when they come; the others can be shown from the start.
      if (!Object.values(scope).includes('*')) recent.add(tenantOf(scope), select(scope, now()));
    }
  };
  define(options.definitions);

  const track = <T>(work: Awaitable<T>): Awaitable<T> => {
    if (!(work instanceof Promise)) return work;
    const settled = work.then(forget, forget);
    pending.add(settled);
    function forget(): void {
      pending.delete(settled);
    }
    return work;
  };
  const alert = (selected: readonly SelectedBudget[], counters: readonly BudgetCounters[]) => {
    if (!onAlert) return;
    counters.forEach((counter, index) => {
      for (const percent of counter.crossed) {
        try {
          onAlert({ percent, status: statusOf(selected[index]!, counter, now()) });
        } catch {
          // A listener's fault must not lose money.
        }
      }
    });
  };
  const charge = (tenant: string, id: string, selected: readonly SelectedBudget[], actualNano: NanoUsd) =>
    track(whenReady(store.settle({ tenant, id, actualNano, lines: selected.map(({ line }) => line) }), (outcome) => {
      alert(selected, outcome.counters);
      return outcome;
    }));
  const readAll = async (tenant: string, selected: readonly SelectedBudget[]) => {
    const counters = await store.read({ tenant, lines: selected.map(({ line }) => line) });
    return selected.map((budget, index) => statusOf(budget, counters[index]!, now()));
  };

  const holdOf = (tenant: string, id: string, amountNano: NanoUsd, selected: readonly SelectedBudget[], counters: readonly BudgetCounters[], maxHoldMs: number): BudgetHold => {
    let isEnded = false;
    const stopRenewing = heartbeat.add({ tenant, id }, maxHoldMs);
    const end = (actualNano: NanoUsd): Awaitable<SettleOutcome> => {
      assertNanoUsd(actualNano, 'Amount to settle');
      if (isEnded) return { kind: 'duplicate', counters: [] };
      isEnded = true;
      stopRenewing();
      return charge(tenant, id, selected, actualNano);
    };
    return {
      id,
      amountNano,
      soft: softOnes(selected, counters, now),
      standing: () => selected.map((budget, index) => statusOf(budget, counters[index]!, now())),
      markSent() {
        if (isEnded) return;
        const marking = store.markSent({ tenant, id });
        // When it is lost, a dead process is not charged; a living one settles all the same.
        if (marking instanceof Promise) void track(marking.catch(() => false));
      },
      settle: end,
      release: () => end(0),
    };
  };

  return {
    reserve({ labels, amountNano, id = createId(), maxHoldMs = DEFAULT_MAX_HOLD_MS }) {
      const selected = select(labels, now());
      if (selected.length === 0) return { ok: true, hold: freeHold(id) };
      const tenant = tenantOf(labels);
      recent.add(tenant, selected);
      return whenReady(store.reserve({ tenant, id, amountNano, leaseMs, lines: selected.map(({ line }) => line) }), (outcome) => {
        if ('counters' in outcome) alert(selected, outcome.counters);
        if (outcome.ok) return { ok: true, hold: holdOf(tenant, id, amountNano, selected, outcome.counters, maxHoldMs) };
        if (outcome.reason === 'unavailable') return { ok: false, refusal: { reason: outcome.reason } };
        const { line } = outcome;
        return { ok: false, refusal: { reason: 'exceeded', requestedNano: amountNano, status: statusOf(selected[line]!, outcome.counters[line]!, now()) } };
      });
    },
    charge({ labels, amountNano, id = createId() }) {
      const selected = select(labels, now());
      recent.add(tenantOf(labels), selected);
      return charge(tenantOf(labels), id, selected, amountNano);
    },
    status: (labels) => readAll(tenantOf(labels), select(labels, now())),
    async recent() {
      const found = await Promise.all(recent.tenants().map(([tenant, selected]) => readAll(tenant, selected.map((budget) => budget.at(now())))));
      return found.flat();
    },
    async sweep(tenant) {
      const tenants = tenant === undefined ? recent.tenants().map(([name]) => name) : [tenant];
      const outcomes = await Promise.all(tenants.map(async (name) => store.sweep({ tenant: name })));
      return { charged: sum(outcomes.map(({ charged }) => charged)), released: sum(outcomes.map(({ released }) => released)) };
    },
    redefine: define,
    async close() {
      heartbeat.close();
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

/** Statuses are made for budgets with a soft limit only: most have none, and this is on the way of every request. */
function softOnes(selected: readonly SelectedBudget[], counters: readonly BudgetCounters[], now: () => number): readonly BudgetStatus[] {
  const soft: BudgetStatus[] = [];
  selected.forEach((budget, index) => {
    if (budget.definition.softAt === undefined) return;
    const status = statusOf(budget, counters[index]!, now());
    if (status.isSoft) soft.push(status);
  });
  return soft;
}

/** For a request that falls under no budget. */
function freeHold(id: string): BudgetHold {
  const settle = (): SettleOutcome => ({ kind: 'settled', counters: [] });
  return { id, amountNano: 0, soft: [], standing: () => [], markSent: () => undefined, settle, release: settle };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
