import { Secret } from '@discord-intelligence/config';

import type { BudgetDefinition } from './budget/budget-definition.js';
import { usdToNano } from './budget/nano-usd.js';
import type { BudgetConfig } from './config/budget-config.js';
import type { RouterConfig } from './config/router-config.js';
import type { CooldownOptions } from './cooldown/cooldown-options.js';
import { createStores, type Stores } from './create-stores.js';
import type { LedgerSink } from './ledger/ledger.js';
import type { Price } from './prices/price-book.js';
import type { HookRunner } from './trace/hooks.js';

/** What the stores need besides their configuration. */
export interface OpenStoresOptions {
  readonly now: () => number;
  readonly random: () => number;
  readonly hooks: HookRunner;
  readonly ledgerSink?: LedgerSink | undefined;
}

/** Makes the stores that a configuration asks for: in this process, or over its Redis. */
export function openStores(config: RouterConfig, { now, random, hooks, ledgerSink }: OpenStoresOptions): Stores {
  const { redis } = config;
  return createStores({
    now,
    random,
    budgets: config.budgets.map(budgetDefinition),
    budgetFailMode: config.budgets[0]?.onRedisDown ?? 'closed',
    prices: { deployments: ownPrices(config) },
    cooldown: cooldownOptions(config),
    onAlert: (alert) => { hooks('onAlert', alert); },
    onCooldown: (event) => { hooks('onCooldown', event); },
    ...(config.budgetLease !== undefined && { leaseMs: config.budgetLease }),
    ...(ledgerSink && { ledger: { sink: ledgerSink } }),
    ...(redis && {
      redis: { url: Secret.is(redis.url) ? redis.url.reveal() : redis.url, ...(redis.prefix !== undefined && { keyPrefix: redis.prefix }), ...(redis.commandTimeout !== undefined && { commandTimeoutMs: redis.commandTimeout }) },
      expectedProcesses: redis.expectedProcesses,
    }),
  });
}

/** When deployments are kept out, as the store wants it. */
export function cooldownOptions({ cooldown }: RouterConfig): CooldownOptions {
  const { default: baseMs, max: maxMs, long: longMs, window: windowMs, ramp: rampStageMs, probe: probeMs, ...rest } = cooldown;
  const all = { ...rest, baseMs, maxMs, longMs, windowMs, rampStageMs, probeMs };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The prices that deployments bring along. */
export function ownPrices({ deployments }: RouterConfig): Readonly<Record<string, Price>> {
  // The schema's optional fields are the interface's, but for `undefined`, which none of them holds.
  return Object.fromEntries(Object.entries(deployments).flatMap(([id, { price }]) => (price ? [[id, price as Price]] : [])));
}

/** A budget as the keeper wants it. */
export function budgetDefinition({ id, scope, limit, window, tz, soft, alerts, increases }: BudgetConfig): BudgetDefinition {
  return {
    id,
    scope,
    limitNano: usdToNano(limit),
    window,
    timeZone: tz,
    ...(soft && { softAt: soft.at }),
    ...(alerts && { alerts }),
    increases: increases.map(({ usd, until, subject }) => ({
      amountNano: usdToNano(usd),
      untilMs: typeof until === 'number' ? until : Date.parse(until),
      ...(subject !== undefined && { subject }),
    })),
  };
}
