import type { RouterConfig, UseCaseConfig } from '../config/router-config.js';
import type { TimeLimit } from '../errors/failure.js';
import type { FailureClass } from '../errors/failure-class.js';

import type { RequestOptions } from './request-options.js';

/** Time limits in milliseconds; an absent one does not apply. */
export interface TimeLimits {
  readonly headers: number | undefined;
  readonly attempt: number;
  readonly ttft: number | undefined;
  readonly idle: number;
  readonly total: number;
}

/** Repetitions of a failure by its class. */
export type RetryPolicy = Readonly<Partial<Record<FailureClass, number | undefined>>>;

/** How failed attempts are repeated. */
export interface RetryRules {
  readonly max: number;
  readonly baseMs: number;
  readonly capMs: number;
  readonly jitter: number;
  readonly onStatus: ReadonlySet<number> | undefined;
  /** Repetitions by class, which beat all the rest. */
  readonly policy: RetryPolicy | undefined;
}

/** When a second deployment is asked as well. */
export interface HedgeRules {
  readonly after: 'p95' | number;
  readonly maxExtra: number;
  readonly minSamples: number;
}

/** All that configuration, use case and options say about one request. Worked out once for each use case. */
export interface RequestRules {
  readonly useCase: string | undefined;
  readonly strategy: string;
  readonly retry: RetryRules;
  readonly timeouts: TimeLimits;
  readonly totalLimit: TimeLimit;
  readonly hedge: HedgeRules | undefined;
  readonly lane: 'interactive' | 'background';
  readonly cache: { readonly ttlMs: number; readonly semantic: 'on' | 'shadow' | 'off' } | undefined;
}

/** Back-off as in the OpenAI SDKs: half a second, doubling up to eight. */
const DEFAULT_RETRY = { max: 2, base: 500, cap: 8_000, jitter: 0.25 };

/** Two minutes for an answer, one of silence in a stream, ten for everything. */
const DEFAULT_TIMEOUTS = { attempt: 120_000, idle: 60_000, total: 600_000 };

/** Works out the rules of a use case, or those without one. */
export function rulesFor(config: RouterConfig, useCase?: string): RequestRules {
  const own: Partial<UseCaseConfig> = useCase === undefined ? {} : (config.useCases[useCase] ?? {});
  const retry = { ...DEFAULT_RETRY, ...defined(config.retry), ...defined(own.retry) };
  const timeouts: { headers?: number; attempt: number; ttft?: number; idle: number; total: number } = { ...DEFAULT_TIMEOUTS, ...defined(config.timeouts), ...defined(own.timeouts) };
  const cache = config.cache;
  return {
    useCase,
    strategy: own.strategy ?? config.strategy,
    retry: { max: retry.max, baseMs: retry.base, capMs: retry.cap, jitter: retry.jitter, onStatus: retry.onStatus && new Set(retry.onStatus), policy: policyOf(config.retry.policy, own.retry?.policy) },
    timeouts: { headers: timeouts.headers, attempt: timeouts.attempt, ttft: timeouts.ttft, idle: timeouts.idle, total: timeouts.total },
    totalLimit: 'timeouts.total',
    hedge: own.hedge ?? config.hedge,
    lane: own.lane ?? 'interactive',
    cache:
      cache?.enabled === true && own.cache !== false
        ? { ttlMs: own.cache?.ttl ?? cache.ttl, semantic: own.cache?.semantic ?? cache.semantic?.mode ?? 'off' }
        : undefined,
  };
}

/** The rules with what the request itself asks for. */
export function withOptions(rules: RequestRules, { timeoutMs, strategy, retries, lane }: RequestOptions): RequestRules {
  if (timeoutMs === undefined && strategy === undefined && retries === undefined && lane === undefined) return rules;
  return {
    ...rules,
    ...(timeoutMs !== undefined && { timeouts: { ...rules.timeouts, total: timeoutMs }, totalLimit: 'options.timeoutMs' as const }),
    ...(strategy !== undefined && { strategy }),
    ...(retries !== undefined && { retry: { ...rules.retry, max: retries } }),
    ...(lane !== undefined && { lane }),
  };
}

/** A use case changes the classes that it names. */
function policyOf(general: RetryPolicy | undefined, own: RetryPolicy | undefined): RetryPolicy | undefined {
  return general || own ? { ...general, ...defined(own) } : undefined;
}

/** Without keys whose value is `undefined`, which would hide a default. */
function defined<T extends object>(value: T | undefined): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, each]) => each !== undefined)) as never;
}
