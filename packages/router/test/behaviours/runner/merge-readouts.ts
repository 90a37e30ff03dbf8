import type { BudgetReadout, DeploymentReadout, Readout } from './subject.js';

/** What several routers on one Redis show together: own counts are added, shared ones are the largest view. */
export function mergeReadouts(readouts: readonly Readout[]): Readout {
  const [only, ...others] = readouts;
  if (!only) throw new Error('No router is alive to be read');
  if (others.length === 0) return only;
  const add = (pick: (readout: Readout) => number) => readouts.reduce((sum, readout) => sum + pick(readout), 0);
  return {
    deployments: mergeDeployments(readouts),
    degraded: readouts.some(({ degraded }) => degraded),
    warnings: [...new Set(readouts.flatMap(({ warnings }) => warnings))],
    hookCalls: add(({ hookCalls }) => hookCalls),
    unhandledRejections: add(({ unhandledRejections }) => unhandledRejections),
    budgets: mergeBudgets(readouts),
    sweptReservations: add(({ sweptReservations }) => sweptReservations),
    alerts: readouts.flatMap(({ alerts }) => alerts),
    ledger: readouts.flatMap(({ ledger }) => ledger),
    cacheWrites: add(({ cacheWrites }) => cacheWrites),
    memoryEntries: Math.max(...readouts.map(({ memoryEntries }) => memoryEntries)),
    memoryBytes: Math.max(...readouts.map(({ memoryBytes }) => memoryBytes)),
    embedCalls: add(({ embedCalls }) => embedCalls),
  };
}

function mergeDeployments(readouts: readonly Readout[]): Record<string, DeploymentReadout> {
  const ids = [...new Set(readouts.flatMap(({ deployments }) => Object.keys(deployments)))];
  return Object.fromEntries(
    ids.map((id) => {
      const views = readouts.flatMap(({ deployments }) => (deployments[id] ? [deployments[id]] : []));
      const largest = (pick: (view: DeploymentReadout) => number) => Math.max(...views.map(pick));
      const merged: DeploymentReadout = {
        isCooling: views.some(({ isCooling }) => isCooling),
        cooldownRemainingMs: largest(({ cooldownRemainingMs }) => cooldownRemainingMs),
        inflight: views.reduce((sum, { inflight }) => sum + inflight, 0),
        failures: views.reduce((sum, { failures }) => sum + failures, 0),
        rpmUsed: largest(({ rpmUsed }) => rpmUsed),
        tpmUsed: largest(({ tpmUsed }) => tpmUsed),
        latencies: views.flatMap(({ latencies }) => latencies),
      };
      return [id, merged];
    }),
  );
}

/** Budgets live in Redis: every router sees the same one, and a router that has not looked yet sees nothing. */
function mergeBudgets(readouts: readonly Readout[]): BudgetReadout[] {
  const merged = new Map<string, BudgetReadout>();
  for (const budget of readouts.flatMap(({ budgets }) => budgets)) {
    const key = JSON.stringify([budget.id, budget.subject, budget.window]);
    const known = merged.get(key);
    merged.set(key, known && known.spentNano + known.reservedNano > budget.spentNano + budget.reservedNano ? known : budget);
  }
  return [...merged.values()];
}
