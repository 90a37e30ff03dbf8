import type { RouterConfigInput } from '../../../src/config/router-config.js';
import type { CaseConfig, CaseDeployment } from '../dsl/case-config.js';
import { ConfigRefused, type SubjectSetting } from '../runner/subject.js';

import { SCRIPTED } from './scripted-strategy.js';

/** Key of deployments for which a case names none. */
const ANY_KEY = 'any';

const STRATEGIES: Readonly<Record<string, string>> = {
  'usage-based': 'usage-based-routing',
  'latency-based': 'latency-based-routing',
  'cost-based': 'cost-based-routing',
};

/** The router's name of a strategy; scripted ones are given to the router under one name. */
export function strategyName(name: string): string {
  return name.startsWith('scripted:') ? SCRIPTED : (STRATEGIES[name] ?? name);
}

/**
 * Turns the neutral configuration of a case into the router's. Values are passed on
 * as they are, wrong ones included: refusing them is the router's part.
 *
 * @param startMs Epoch milliseconds of the case's beginning.
 */
export function mapConfig({ config, baseUrls, redisUrl }: SubjectSetting, startMs: number): RouterConfigInput {
  const { groups = {} } = config;
  const mapped = {
    deployments: mapDeployments(groups, baseUrls),
    groups: mapRecord(groups, (members) => members.map(({ id }) => id)),
    ...pick(config, ['fallbacks', 'contextWindowFallbacks', 'contentPolicyFallbacks', 'timeoutFallbacks', 'budgetFallbacks', 'fallbackOnStatus', 'fallbackOnCallerFault', 'maxFallbacks', 'experiments', 'streamContinuation', 'allowTestHooks', 'unknownPrice', 'maxQueue', 'latency']),
    ...(config.strategy !== undefined && { strategy: strategyName(config.strategy) }),
    ...(config.useCases && { useCases: mapRecord(config.useCases, mapUseCase) }),
    retry: mapRetry({ max: 0, ...config.retry }),
    ...(config.timeouts && { timeouts: mapTimeouts(config.timeouts) }),
    cooldown: mapCooldown({ defaultMs: 5_000, ...config.cooldown }),
    ...(config.sticky !== undefined && { sticky: config.sticky !== false }),
    ...(config.hedge && { hedge: mapHedge(config.hedge) }),
    ...(config.budgets && { budgets: config.budgets.map((budget) => mapBudget(budget, config, startMs)) }),
    ...rename(config, { budgetLeaseMs: 'budgetLease', allowedBaseUrls: 'allowedBaseURLs' }),
    ...(config.abortCharge && { abortCharge: config.abortCharge === 'none' ? 'nothing' : config.abortCharge }),
    ...(config.cache && { cache: mapCache(config.cache) }),
    ...(config.mirror && { mirror: { to: config.mirror.to, share: config.mirror.share ?? (config.mirror.pct ?? 100) / 100 } }),
    ...(redisUrl !== undefined && { redis: { url: redisUrl } }),
  };
  // The router checks at run time what the case may have got wrong on purpose.
  return mapped as unknown as RouterConfigInput;
}

function mapDeployments(groups: NonNullable<CaseConfig['groups']>, baseUrls: SubjectSetting['baseUrls']): Record<string, object> {
  const made: Record<string, object> = {};
  for (const [group, members] of Object.entries(groups)) {
    for (const [index, { id, ...rest }] of members.entries()) {
      const deployment = mapDeployment(rest, baseUrls[id]);
      const known = made[id];
      // One map holds the router's deployments: a second, different one of the same name cannot even be written.
      if (known && JSON.stringify(known) !== JSON.stringify(deployment)) throw new ConfigRefused([`groups.${group}[${index}].id`, `groups.${group}[${index}]`], `the deployment ${id} is there twice`);
      made[id] = deployment;
    }
  }
  return made;
}

function mapDeployment(deployment: Omit<CaseDeployment, 'id'>, baseURL: string | undefined): object {
  return {
    ...pick(deployment, ['provider', 'model', 'order', 'weight', 'rpm', 'tpm', 'maxParallel', 'connections', 'tags', 'price', 'maxOutputTokens', 'maxInputTokens', 'allowedFails', 'region', 'unsupported']),
    ...rename(deployment, { cooldownMs: 'cooldown', timeoutMs: 'timeout', retries: 'maxRetries' }),
    baseURL,
    keys: (deployment.keys ?? [ANY_KEY]).map((key) => (typeof key === 'string' ? { id: key, key } : { key: key.id, ...key })),
  };
}

function mapUseCase({ retry, timeouts, hedge, cache, strategy, ...chains }: NonNullable<CaseConfig['useCases']>[string]): object {
  return {
    ...chains,
    ...(strategy !== undefined && { strategy: strategyName(strategy) }),
    ...(retry && { retry: mapRetry(retry) }),
    ...(timeouts && { timeouts: mapTimeouts(timeouts) }),
    ...(hedge && { hedge: mapHedge(hedge) }),
    ...(cache !== undefined && { cache: cache === false ? false : mapCache(cache) }),
  };
}

function mapRetry({ baseMs, capMs, maxMs, ...rest }: NonNullable<CaseConfig['retry']>): object {
  return { ...rest, ...(baseMs !== undefined && { base: baseMs }), ...((capMs ?? maxMs) !== undefined && { cap: capMs ?? maxMs }) };
}

function mapTimeouts(timeouts: NonNullable<CaseConfig['timeouts']>): object {
  return rename(timeouts, { totalMs: 'total', attemptMs: 'attempt', ttftMs: 'ttft', idleMs: 'idle', headersMs: 'headers' });
}

function mapCooldown(cooldown: NonNullable<CaseConfig['cooldown']>): object {
  // Cases tell exact lengths; spreading the ends is for fleets.
  return { jitter: 0, ...pick(cooldown, ['minSamples', 'failureRatio', 'consecutiveFailures', 'allowedFails', 'jitter']), ...rename(cooldown, { defaultMs: 'default', maxMs: 'max', windowMs: 'window', longMs: 'long', rampMs: 'ramp', probeMs: 'probe' }) };
}

function mapHedge({ after, afterMs, maxExtraPct, minSamples }: NonNullable<CaseConfig['hedge']>): object {
  return {
    ...((after ?? afterMs) !== undefined && { after: after ?? afterMs }),
    ...(maxExtraPct !== undefined && { maxExtra: maxExtraPct / 100 }),
    ...(minSamples !== undefined && { minSamples }),
  };
}

function mapBudget({ limitUsd, soft, ...rest }: NonNullable<CaseConfig['budgets']>[number], config: CaseConfig, startMs: number): object {
  const increase = config.tempIncrease?.[rest.id];
  return {
    ...rest,
    limit: limitUsd,
    ...(soft && { soft: { at: soft.atPct / 100, use: soft.use } }),
    ...(config.alerts && !rest.alerts && { alerts: config.alerts }),
    ...(config.budgetFailMode && { onRedisDown: config.budgetFailMode }),
    ...(increase && { increases: [{ usd: increase.usd, until: startMs + increase.untilMs }] }),
  };
}

function mapCache({ ttlMs, semantic, ...rest }: NonNullable<CaseConfig['cache']>): object {
  const { mode, shadow } = semantic ?? {};
  return {
    ...rest,
    ...(ttlMs !== undefined && { ttl: ttlMs }),
    ...(semantic && { semantic: { ...pick(semantic, ['threshold', 'guards', 'maxHistory', 'maxEntries']), mode: mode ?? (shadow ? 'shadow' : 'on') } }),
  };
}

function mapRecord<Value, Mapped>(record: Readonly<Record<string, Value>>, map: (value: Value) => Mapped): Record<string, Mapped> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

function pick<T extends object, Name extends keyof T>(from: T, names: readonly Name[]): Partial<Pick<T, Name>> {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]]))) as Partial<Pick<T, Name>>;
}

function rename(from: object, names: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).flatMap(([name, value]) => (names[name] === undefined || value === undefined ? [] : [[names[name], value]])));
}
