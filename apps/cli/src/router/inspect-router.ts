import { Secret } from '@discord-intelligence/config';
import { type RouterConfigInput, storesFor } from '@discord-intelligence/router';

import type { Finding } from '../doctor/check.js';
import { count } from '../render/words.js';
import { describeCondition } from './describe-condition.js';
import type { LoadedRouter } from './load-router.js';

type Deployment = RouterConfigInput['deployments'][string];
type Chains = Readonly<Record<string, readonly string[]>>;

/** Looks at every part of a configuration that is sound in form: keys, prices, groups, chains, conditions, budgets. Asks nobody. */
export async function inspectRouter({ input, missing }: LoadedRouter): Promise<Finding[]> {
  const { deployments, groups, useCases = {}, conditions = [], budgets = [] } = input;
  const prices = await describePrices(input);
  return [
    ...[...missing].map((name): Finding => ({ name, status: 'problem', detail: 'a key names this variable, and it is not set', action: `Set ${name}, or take the key out.` })),
    ...Object.entries(deployments).map(([id, deployment]) => inspectDeployment(id, deployment, prices.get(id), input)),
    ...Object.entries(groups).map(([name, members]): Finding => ({ name: `group ${name}`, status: 'ok', detail: `${members.join(', ')}${fallbacksOf(name, input)}` })),
    ...Object.entries(useCases).map(([name, useCase]): Finding => ({ name: `use case ${name}`, status: 'ok', detail: describeUseCase(useCase) })),
    // In their order: the first that fits a request decides.
    ...conditions.map((condition, index): Finding => ({ name: `condition ${index + 1}`, status: 'ok', detail: describeCondition(condition, input) })),
    ...budgets.map(
      ({ id, scope = {}, limit, window = 'month', tz = 'UTC' }): Finding => ({
        name: `budget ${id}`,
        status: 'ok',
        detail: `${String(limit)} USD a ${window} (${tz})${describeScope(scope)}`,
      }),
    ),
    redisFinding(input),
  ];
}

function inspectDeployment(id: string, { provider, model, keys = [], rpm, tpm, maxParallel }: Deployment, price: string | undefined, { budgets = [], unknownPrice = 'refuse' }: RouterConfigInput): Finding {
  const name = `deployment ${id}`;
  const limits = [rpm !== undefined && `${rpm} requests a minute`, tpm !== undefined && `${tpm} tokens a minute`, maxParallel !== undefined && `${maxParallel} at a time`].filter((limit) => limit !== false);
  const facts = [`${provider} ${model}`, keys.length === 0 ? 'no key' : count(keys.length, 'key'), price ?? 'price unknown', ...limits];
  if (price === undefined && budgets.length > 0 && unknownPrice === 'refuse') {
    return { name, status: 'problem', detail: facts.join('; '), action: `Budgets refuse what has no price: give deployments.${id}.price, or set unknownPrice.` };
  }
  return { name, status: 'ok', detail: facts.join('; ') };
}

/** What each deployment costs, from the configuration or the bundled public list. */
async function describePrices(input: RouterConfigInput): Promise<Map<string, string>> {
  const stores = storesFor({ ...input, redis: undefined }, { environment: () => new Secret('not-needed') });
  try {
    const found = await Promise.all(
      Object.entries(input.deployments).map(async ([id, { provider, model }]) => [id, await stores.prices.find({ deployment: id, provider, model })] as const),
    );
    return new Map(
      found.flatMap(([id, known]) => {
        if (known === undefined) return [];
        const { price, source } = known;
        return [[id, `${price.in} USD in, ${price.out} USD out a million tokens (${source === 'public' ? 'public list' : 'configured'})`] as const];
      }),
    );
  } finally {
    await stores.close();
  }
}

const LISTS = {
  fallbacks: 'then',
  contextWindowFallbacks: 'too long:',
  contentPolicyFallbacks: 'policy:',
  timeoutFallbacks: 'too slow:',
  budgetFallbacks: 'no money:',
} as const;

/** Where requests of a group go when it fails: " → h → i; too long: → big". */
function fallbacksOf(group: string, input: RouterConfigInput): string {
  return Object.entries(LISTS)
    .flatMap(([list, label]) => {
      const chains = input[list as keyof typeof LISTS] as Chains | undefined;
      const targets = chains?.[group] ?? chains?.['*'] ?? [];
      return targets.length === 0 ? [] : [`; ${label} ${targets.map((target) => `→ ${target}`).join(' ')}`];
    })
    .join('');
}

function describeUseCase({ chain, onContextWindow, onContentPolicy, onTimeout, onBudget, strategy }: NonNullable<RouterConfigInput['useCases']>[string]): string {
  const others = Object.entries({ 'too long': onContextWindow, policy: onContentPolicy, 'too slow': onTimeout, 'no money': onBudget }).flatMap(([label, targets]) =>
    targets === undefined ? [] : [`; ${label}: → ${targets.join(' → ')}`],
  );
  return `${chain.join(' → ')}${others.join('')}${strategy === undefined ? '' : `; ${strategy}`}`;
}

function describeScope(scope: Readonly<Record<string, string>>): string {
  const parts = Object.entries(scope).map(([label, value]) => (value === '*' ? `each ${label}` : `${label} ${value}`));
  return parts.length === 0 ? ' for everything' : ` for ${parts.join(', ')}`;
}

function redisFinding({ redis, budgets = [] }: RouterConfigInput): Finding {
  if (redis !== undefined) return { name: 'Redis', status: 'ok', detail: 'limits, budgets, cooldowns and cache are shared between processes' };
  const detail = budgets.length > 0 ? 'not configured: each process counts its budgets by itself' : 'not configured: each process keeps its own state';
  return { name: 'Redis', status: 'off', detail, action: 'Set redis.url in the file, or LITELLM_REDIS_URL without one.' };
}
