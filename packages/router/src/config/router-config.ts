import * as z from 'zod';

import { once } from '../once.js';

import { budgetConfig } from './budget-config.js';
import { checkReferences } from './check-references.js';
import { conditionConfig } from './condition-config.js';
import { deploymentConfig } from './deployment-config.js';
import { cacheConfig, cooldownConfig, experimentConfig, hedgeConfig, latencyConfig, retryConfig, strategyName, timeoutConfig } from './policy-config.js';
import { count, duration, share } from './quantity.js';
import { redisConfig } from './redis-config.js';

const names = once(() => z.array(z.string().min(1)));
const chains = once(() => z.record(z.string(), names()));

/** A purpose with a chain of groups and rules of its own. */
export const useCaseConfig = once(() => z.strictObject({
  /** Groups in the order of trying. */
  chain: names().min(1),
  strategy: strategyName().optional(),
  onContextWindow: names().optional(),
  onContentPolicy: names().optional(),
  onTimeout: names().optional(),
  onBudget: names().optional(),
  retry: retryConfig().optional(),
  timeouts: timeoutConfig().optional(),
  hedge: hedgeConfig().optional(),
  /** `false` keeps its answers out of the cache. */
  cache: z.union([z.literal(false), z.strictObject({ ttl: duration().optional(), semantic: z.enum(['on', 'shadow', 'off']).optional() })]).optional(),
  /** Before `background` requests, `interactive` ones get a free place. */
  lane: z.enum(['interactive', 'background']).optional(),
}));

/** {@link useCaseConfig} as read. */
export type UseCaseConfig = z.infer<ReturnType<typeof useCaseConfig>>;

/** Everything that a router can be told, in the names of the YAML file. */
export const routerConfig = once(() => z
  .strictObject({
    deployments: z.record(z.string().min(1).max(200), deploymentConfig()),
    /** A group is what requests name as their model. */
    groups: z.record(z.string().min(1).max(200), names().min(1)),
    useCases: z.record(z.string().min(1).max(200), useCaseConfig()).default({}),
    /** The first that fits a request says where it begins. */
    conditions: z.array(conditionConfig()).max(1_000).default([]),
    strategy: strategyName().default('simple-shuffle'),
    latency: latencyConfig().default({ buffer: 0.1, explore: 0.05, window: 10 }),
    /** Groups to try after a group; `*` for groups without a list. */
    fallbacks: chains().default({}),
    contextWindowFallbacks: chains().optional(),
    contentPolicyFallbacks: chains().optional(),
    timeoutFallbacks: chains().optional(),
    budgetFallbacks: chains().optional(),
    /** Only these statuses of a provider lead to a fallback. */
    fallbackOnStatus: z.array(z.number().int()).optional(),
    fallbackOnCallerFault: z.boolean().default(false),
    /** Groups tried after the first, at most. */
    maxFallbacks: z.number().int().min(0).max(50).default(5),
    retry: retryConfig().default({}),
    timeouts: timeoutConfig().default({}),
    cooldown: cooldownConfig().default({}),
    hedge: hedgeConfig().optional(),
    /** Whether requests with a `session` stay with one deployment. */
    sticky: z.boolean().default(false),
    streamContinuation: z.boolean().default(false),
    /** Requests waiting for a place at one deployment, at most. */
    maxQueue: count().default(1_000),
    budgets: z.array(budgetConfig()).default([]),
    /** How long a reservation outlives the process that made it. */
    budgetLease: duration().optional(),
    /** What a budget does with a deployment of unknown price. */
    unknownPrice: z.union([z.enum(['refuse', 'allow']), z.strictObject({ in: z.number().min(0), out: z.number().min(0) })]).default('refuse'),
    /** What a caller pays who leaves before anything came. */
    abortCharge: z.enum(['input', 'estimate', 'nothing']).default('input'),
    cache: cacheConfig().optional(),
    redis: redisConfig().optional(),
    experiments: z.record(z.string(), experimentConfig()).default({}),
    /** Addresses that a request may bring along. */
    allowedBaseURLs: z.array(z.url()).default([]),
    allowTestHooks: z.boolean().default(false),
    /** Share of the requests that are sent a second time, unseen, to another group. */
    mirror: z.strictObject({ to: z.string(), share: share() }).optional(),
  })
  .superRefine(checkReferences));

/** {@link routerConfig} as read: defaults filled in, durations in milliseconds, money in dollars. */
export type RouterConfig = z.infer<ReturnType<typeof routerConfig>>;

/** {@link RouterConfig} as written: durations may be texts, defaults may be missing. */
export type RouterConfigInput = z.input<ReturnType<typeof routerConfig>>;
