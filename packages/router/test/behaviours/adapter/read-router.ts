import type { BudgetLabels } from '../../../src/budget/budget-definition.js';
import type { BudgetStatus } from '../../../src/budget/budget-keeper.js';
import type { Stores } from '../../../src/create-stores.js';
import type { LLMRouter } from '../../../src/llm-router.js';
import type { CaseCall } from '../dsl/case-action.js';
import type { CaseConfig } from '../dsl/case-config.js';
import type { BudgetReadout, Readout } from '../runner/subject.js';

import { classNames, LEDGER_OUTCOMES } from './neutral-names.js';
import type { WarpClock } from './warp-clock.js';

/** What the injected parts have counted. */
export interface Counts {
  hookCalls: number;
  unhandledRejections: number;
  embedCalls: number;
  sweptReservations: number;
  readonly alerts: { readonly budget: string; readonly percent: number }[];
}

/** Reads out a router of this package. */
export interface RouterReader {
  /** Remembers the labels of a call: its budgets are to be read. */
  noteCall(call: CaseCall): void;
  /** Remembers the moment: the budget windows of then are to be read. */
  noteMoment(): void;
  /** Labels that select a budget; `id:value` names one subject of a budget with `*`. */
  labelsOf(budget: string): BudgetLabels;
  read(): Promise<Readout>;
}

/** Makes the reader of one router. */
export function createReader(router: LLMRouter, stores: Stores, config: CaseConfig, counts: Counts, warp: WarpClock | undefined): RouterReader {
  const labelSets = new Map<string, BudgetLabels>();
  const moments = new Map<string, number>();
  const now = () => warp?.now() ?? Date.now();
  const note = (labels: BudgetLabels): void => {
    if ((config.budgets ?? []).length > 0) labelSets.set(JSON.stringify(labels), labels);
  };
  const noteMoment = (): void => {
    // One look an hour shows every calendar window.
    moments.set(new Date(now()).toISOString().slice(0, 13), now());
  };
  for (const { scope = {} } of config.budgets ?? []) note(Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== '*')));
  noteMoment();

  return {
    noteCall({ user, team, guild, org, scope, tenant }) {
      note({ ...(user !== undefined && { user }), ...(team !== undefined && { team }), ...(guild !== undefined && { guild }), ...(org !== undefined && { org }), ...(tenant !== undefined && { tenant }), ...scope });
      noteMoment();
    },
    noteMoment,
    labelsOf(budget) {
      const [id, ...rest] = budget.split(':');
      const found = config.budgets?.find((each) => each.id === id);
      if (!found) throw new Error(`There is no budget ${budget}`);
      return Object.fromEntries(Object.entries(found.scope ?? {}).map(([label, value]) => [label, value === '*' ? rest.join(':') : value]));
    },
    async read() {
      noteMoment();
      const { deployments, degraded, warnings } = router.health();
      const cache = (await router.usage()).cache;
      return {
        deployments: Object.fromEntries(
          Object.entries(deployments).map(([id, health]) => [
            id,
            {
              isCooling: health.state === 'cooling',
              cooldownRemainingMs: health.cooldownRemainingMs,
              inflight: health.inFlight,
              failures: health.failures,
              rpmUsed: health.rpmUsed,
              tpmUsed: health.tpmUsed,
              latencies: [health.latencyMs, health.ttftMs].flatMap((quantiles) => (quantiles ? [quantiles.p50, quantiles.p95, quantiles.p99] : [])),
            },
          ]),
        ),
        degraded,
        warnings,
        hookCalls: counts.hookCalls,
        unhandledRejections: counts.unhandledRejections,
        budgets: await readBudgets(),
        sweptReservations: counts.sweptReservations,
        alerts: counts.alerts,
        ledger: stores.ledger.rows().toSorted((one, other) => one.openedAt - other.openedAt || one.attempt - other.attempt).map((row) => ({
          dep: row.deployment,
          outcome: LEDGER_OUTCOMES[row.outcome] ?? row.outcome,
          estimated: row.isEstimated,
          nanoUsd: row.costNano,
          status: row.status,
          class: row.errorClass === undefined ? undefined : classNames(row.errorClass)[0],
        })),
        cacheWrites: cache?.writes ?? 0,
        memoryEntries: cache?.entries ?? 0,
        memoryBytes: cache?.bytes ?? 0,
        embedCalls: counts.embedCalls,
      };
    },
  };

  async function readBudgets(): Promise<BudgetReadout[]> {
    const found = new Map<string, BudgetReadout>();
    for (const labels of labelSets.values()) {
      for (const atMs of moments.values()) {
        const looking = warp ? warp.at(atMs, () => stores.budgets.status(labels)) : stores.budgets.status(labels);
        // A store that is away shows nothing; an expectation about money then finds nothing.
        for (const status of await looking.catch((): readonly BudgetStatus[] => [])) {
          const readout: BudgetReadout = {
            id: status.budgetId,
            subject: status.subject.replace(/^[^=]*=/, ''),
            window: status.windowLabel,
            spentNano: status.spentNano,
            reservedNano: status.reservedNano,
            limitNano: status.limitNano,
          };
          found.set(JSON.stringify([readout.id, readout.subject, readout.window]), readout);
        }
        if (!warp) break;
      }
    }
    return [...found.values()];
  }
}
