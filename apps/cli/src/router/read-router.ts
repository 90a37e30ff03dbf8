import { type BudgetStatus, storesFor } from '@discord-intelligence/router';

import type { Finding } from '../doctor/check.js';
import type { LoadedRouter } from './load-router.js';

/** Where the budgets stand that these labels select. With Redis in all processes together, without it nothing can be known. */
export async function readUsage({ input }: LoadedRouter, labels: Readonly<Record<string, string>>): Promise<Finding[]> {
  const shared = withoutRedis(input);
  if (shared) return shared;
  if ((input.budgets ?? []).length === 0) return [{ name: 'budgets', status: 'off', detail: 'none are configured', action: 'Add budgets to the file, or set LITELLM_BUDGET_LIMIT.' }];
  const stores = storesFor(input);
  try {
    await stores.ready();
    if (stores.isDegraded) return [away()];
    return (await stores.budgets.status(labels)).map(describeBudget);
  } finally {
    await stores.close();
  }
}

/** Which deployments are cooling, in all processes together. */
export async function readHealth({ input }: LoadedRouter): Promise<Finding[]> {
  const shared = withoutRedis(input);
  if (shared) return shared;
  const stores = storesFor(input);
  try {
    await stores.ready();
    if (stores.isDegraded) return [away()];
    await stores.cooldowns.ready();
    return Object.keys(input.deployments).map((id): Finding => {
      const phase = stores.cooldowns.phase(id);
      switch (phase.phase) {
        case 'closed':
          return { name: id, status: 'ok', detail: 'in service' };
        case 'cooling':
          return { name: id, status: 'problem', detail: `cooling for ${Math.ceil(phase.remainingMs / 1_000)} s more (${phase.errorClass})`, action: 'Nothing: it is tried again by itself.' };
        case 'half-open':
          return { name: id, status: 'problem', detail: `waits for one request to try it (${phase.errorClass})`, action: 'Nothing: the next request does.' };
        case 'ramping':
          return { name: id, status: 'ok', detail: `coming back: gets ${Math.round(phase.share * 100)} % of its requests (${phase.errorClass})` };
      }
    });
  } finally {
    await stores.close();
  }
}

function withoutRedis({ redis }: LoadedRouter['input']): Finding[] | undefined {
  if (redis !== undefined) return undefined;
  return [{ name: 'Redis', status: 'off', detail: 'not configured: each process keeps this to itself', action: 'Set redis.url in the file, or LITELLM_REDIS_URL without one.' }];
}

function away(): Finding {
  return { name: 'Redis', status: 'problem', detail: 'it does not answer', action: 'Check that it runs and that the address is right.' };
}

function describeBudget({ budgetId, subject, windowLabel, limitNano, spentNano, reservedNano, carriedNano, remainingNano, resetAtMs, exhaustedAtMs }: BudgetStatus): Finding {
  const parts = [
    `${usd(spentNano)} of ${usd(limitNano)} spent in ${windowLabel}`,
    ...(reservedNano > 0 ? [`${usd(reservedNano)} reserved`] : []),
    ...(carriedNano > 0 ? [`${usd(carriedNano)} of debt from before`] : []),
    `begins anew ${new Date(resetAtMs).toISOString()}`,
    ...(exhaustedAtMs === undefined ? [] : [`at this speed gone by ${new Date(exhaustedAtMs).toISOString()}`]),
  ];
  const name = subject === '' ? budgetId : `${budgetId} ${subject}`;
  if (remainingNano > 0) return { name, status: 'ok', detail: parts.join('; ') };
  return { name, status: 'problem', detail: parts.join('; '), action: 'Raise the limit, or wait: requests that need it are refused.' };
}

/** Nano-USD as dollars; small amounts keep their digits. */
function usd(nano: number): string {
  const dollars = nano / 1e9;
  return `$${dollars >= 0.01 || dollars === 0 ? dollars.toFixed(2) : dollars.toPrecision(2)}`;
}
