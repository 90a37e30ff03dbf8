import type { Expectations } from '../dsl/expectations.js';
import type { BudgetReadout, CallOutcome, Readout } from '../runner/subject.js';
import type { World } from '../runner/world.js';

import { checkResults, countAttempts } from './check-results.js';
import { createDifferenceList, type Difference, type DifferenceList } from './difference.js';
import { checkUpstreamBody, closeDelayMs } from './upstream.js';

const NANO = 1e9;

type OwnFields = 'first' | 'last' | 'lastHas' | 'marked' | 'tail' | 'sameAssignmentBothPasses' | keyof ReturnType<typeof readoutChecks>;
type OwnChecks = { readonly [Field in OwnFields]: (expected: NonNullable<Expectations[Field & keyof Expectations]>) => void };

/** Checks every named expectation against the world. */
export function checkWorld(expected: Expectations, world: World): readonly Difference[] {
  const list = createDifferenceList();
  const results = world.calls.flatMap(({ outcome }) => (outcome ? [outcome] : []));
  const own: OwnChecks = {
    first: (wanted) => { partly('first', wanted, results.slice(0, 1)); },
    last: (wanted) => { partly('last', wanted, results.slice(-1)); },
    lastHas: (wanted) => { partly('last', { has: wanted }, results.slice(-1)); },
    marked(wanted) {
      for (const [mark, fields] of Object.entries(wanted)) {
        partly(`marked.${mark}`, fields, world.calls.flatMap((call) => (call.mark === mark && call.outcome ? [call.outcome] : [])));
      }
    },
    tail: ({ n, ...fields }) => { partly('tail', fields, results.slice(-n)); },
    sameAssignmentBothPasses: (wanted) => { list.equal('sameAssignmentBothPasses', wanted, isSameInBothPasses(world)); },
    ...readoutChecks(world, list, results),
  };
  const partly = (path: string, fields: Parameters<typeof checkResults>[0], part: readonly CallOutcome[]): void => {
    list.check(`${path}.results`, part.length > 0, 'at least one', part.length);
    checkResults(fields, part, countAttempts(part), list, `${path}.`);
  };

  const ofResults: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(expected)) {
    if (value === undefined) continue;
    const check = (own as Readonly<Record<string, ((wanted: never) => void) | undefined>>)[field];
    if (check) check(value as never);
    else ofResults[field] = value;
  }
  checkResults(ofResults, results, { of: (id) => world.provider.requestsOf(id).length + refusedCalls(world, results, id), total: world.provider.requests.length }, list);
  return list.found;
}

/** Nobody listens where a deployment refuses connections; there the attempts themselves are counted. */
function refusedCalls({ provider }: World, results: readonly CallOutcome[], id: string): number {
  const deployment = id.split('#', 1).join('');
  return provider.baseUrl(deployment).startsWith(provider.url) ? 0 : countAttempts(results).of(id);
}

function readoutChecks(world: World, list: DifferenceList, results: readonly CallOutcome[]) {
  const { provider, readout } = world;
  const of = (name: string) => readout?.deployments[name];
  const isKnown = (key: string) => readout?.budgets.some(({ id }) => id === key.split(':', 1)[0]) ?? false;
  const budgetSum = (key: string, field: 'spentNano' | 'reservedNano') => (isKnown(key) ? sumOf(budgetsNamed(readout, key), field) : undefined);
  const usd = (nano: number | undefined) => (nano === undefined ? undefined : nano / NANO);
  type Named = Readonly<Record<string, number | { min?: number | undefined; max?: number | undefined }>>;
  type Wanted = Named[string];

  return {
    callOrder: (wanted: readonly string[]) => { list.equal('callOrder', wanted, provider.requests.map(({ deployment, key }) => (wanted.some((id) => id.includes('#')) ? `${deployment}#${key}` : deployment))); },
    maxObservedParallel: (wanted: Named) => { list.amounts('maxObservedParallel', wanted, (id) => provider.peak(id)); },
    upstreamBody: (wanted: NonNullable<Expectations['upstreamBody']>) => { for (const one of [wanted].flat()) checkUpstreamBody(one, provider, list); },
    upstreamClosedWithinMs: (wanted: Named) => {
      for (const [id, limit] of Object.entries(wanted)) {
        const allowed = typeof limit === 'number' ? { max: limit } : limit;
        list.amount(`upstreamClosedWithinMs.${id}`, allowed, closeDelayMs(id, provider, results));
      }
    },
    connections: (wanted: Wanted) => { list.amount('connections', wanted, provider.connections); },
    cooledDown: (wanted: readonly string[]) => { list.equal('cooledDown', wanted.toSorted(), readout && Object.entries(readout.deployments).flatMap(([id, { isCooling }]) => (isCooling ? [id] : [])).toSorted()); },
    cooldownRemainingMs: (wanted: Named) => { list.amounts('cooldownRemainingMs', wanted, (id) => of(id)?.cooldownRemainingMs); },
    inflight: (wanted: Named) => { list.amounts('inflight', wanted, (id) => of(id)?.inflight); },
    failureCount: (wanted: Named) => { list.amounts('failureCount', wanted, (id) => of(id)?.failures); },
    rpmUsed: (wanted: Named) => { list.amounts('rpmUsed', wanted, (id) => of(id)?.rpmUsed); },
    tpmUsed: (wanted: Named) => { list.amounts('tpmUsed', wanted, (id) => of(id)?.tpmUsed); },
    latencyFinite: (wanted: boolean) => {
      const numbers = Object.values(readout?.deployments ?? {}).flatMap(({ latencies }) => latencies);
      list.check('latencyFinite', (numbers.length > 0 && numbers.every((value) => Number.isFinite(value) && value >= 0)) === wanted, wanted, numbers);
    },
    degraded: (wanted: boolean) => { list.equal('degraded', wanted, readout?.degraded); },
    warnings: (wanted: readonly string[]) => { for (const name of wanted) list.check('warnings', readout?.warnings.includes(name) ?? false, name, readout?.warnings); },
    hookCalls: (wanted: Wanted) => { list.amount('hookCalls', wanted, readout?.hookCalls); },
    unhandledRejections: (wanted: Wanted) => { list.amount('unhandledRejections', wanted, readout?.unhandledRejections); },
    // A subject that nothing was charged to has no entry: that is 0, as long as the budget is known at all.
    spentUsd: (wanted: Named) => { list.amounts('spentUsd', wanted, (key) => usd(budgetSum(key, 'spentNano'))); },
    reservedUsd: (wanted: Named) => { list.amounts('reservedUsd', wanted, (key) => usd(budgetSum(key, 'reservedNano'))); },
    spentNano: (wanted: Named) => { list.amounts('spentNano', wanted, (key) => budgetSum(key, 'spentNano')); },
    reservedNano: (wanted: Named) => { list.amounts('reservedNano', wanted, (key) => budgetSum(key, 'reservedNano')); },
    remainingUsd: (wanted: Named) => {
      list.amounts('remainingUsd', wanted, (key) => {
        const [budget] = budgetsNamed(readout, key);
        return budget && usd(budget.limitNano - budget.spentNano - budget.reservedNano);
      });
    },
    spentUsdByWindow: (wanted: Named) => {
      list.amounts('spentUsdByWindow', wanted, (key) => {
        const at = key.lastIndexOf(':');
        const ofBudget = budgetsNamed(readout, key.slice(0, at));
        // A window without an entry is one in which nothing was charged.
        return ofBudget.length === 0 ? undefined : usd(sumOf(ofBudget.filter(({ window }) => window === key.slice(at + 1)), 'spentNano'));
      });
    },
    sweptReservations: (wanted: Wanted) => { list.amount('sweptReservations', wanted, readout?.sweptReservations); },
    alertsFired: (wanted: Readonly<Record<string, Named>>) => {
      for (const [budget, percents] of Object.entries(wanted)) {
        list.amounts(`alertsFired.${budget}`, percents, (percent) => readout?.alerts.filter((alert) => alert.budget === budget && String(alert.percent) === percent).length);
      }
    },
    ledger: (wanted: NonNullable<Expectations['ledger']>) => {
      const rows = readout?.ledger ?? [];
      list.check('ledger.length', rows.length === wanted.length, wanted.length, rows);
      wanted.forEach(({ usd: usdWanted, nanoUsd, ...fields }, index) => {
        const row = rows[index];
        for (const [name, value] of Object.entries(fields)) list.equal(`ledger[${index}].${name}`, value, row?.[name as keyof typeof row]);
        if (usdWanted !== undefined) list.amount(`ledger[${index}].usd`, usdWanted, usd(row?.nanoUsd));
        if (nanoUsd !== undefined) list.amount(`ledger[${index}].nanoUsd`, nanoUsd, row?.nanoUsd);
      });
    },
    ledgerCount: (wanted: Wanted) => { list.amount('ledgerCount', wanted, readout?.ledger.length); },
    ledgerUsd: (wanted: Wanted) => { list.amount('ledgerUsd', wanted, usd(readout?.ledger.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0))); },
    cacheWrites: (wanted: Wanted) => { list.amount('cacheWrites', wanted, readout?.cacheWrites); },
    memoryEntries: (wanted: Wanted) => { list.amount('memoryEntries', wanted, readout?.memoryEntries); },
    memoryBytes: (wanted: Wanted) => { list.amount('memoryBytes', wanted, readout?.memoryBytes); },
    embedCalls: (wanted: Wanted) => { list.amount('embedCalls', wanted, readout?.embedCalls); },
    configError: (wanted: string | readonly string[] | null) => {
      if (wanted === null) list.equal('configError', [], world.configErrors);
      else for (const path of [wanted].flat()) list.check('configError', world.configErrors.includes(path), path, world.configErrors);
    },
  };
}

/** `user` is every subject of the budget, `user:u1` one of them. */
function budgetsNamed(readout: Readout | undefined, key: string): readonly BudgetReadout[] {
  return readout?.budgets.filter(({ id, subject }) => id === key || `${id}:${subject}` === key) ?? [];
}

function sumOf(budgets: readonly BudgetReadout[], field: 'spentNano' | 'reservedNano'): number {
  return budgets.reduce((sum, budget) => sum + budget[field], 0);
}

/** Whether two calls of a case that repeat the same units were served alike. */
function isSameInBothPasses({ calls }: World): boolean | undefined {
  const actions = [...new Set(calls.map(({ action }) => action))];
  const passes = actions.map((action) => calls.filter((call) => call.action === action).map(({ outcome }) => outcome?.servedBy));
  const [one, ...others] = passes;
  if (!one || others.length === 0 || one.includes(undefined)) return undefined;
  return others.every((other) => JSON.stringify(other) === JSON.stringify(one));
}
