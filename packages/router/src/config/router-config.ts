import type { Secret } from '@discord-intelligence/config';
import * as z from 'zod';

import { BudgetConfig } from './budget-config.js';
import { checkReferences } from './check-references.js';
import { DeploymentConfig } from './deployment-config.js';
import { CacheConfig, CooldownConfig, ExperimentConfig, HedgeConfig, LatencyConfig, RetryConfig, StrategyName, TimeoutConfig } from './policy-config.js';
import { Count, Duration, Share } from './quantity.js';

const Names = z.array(z.string().min(1));
const Chains = z.record(z.string(), Names);

/** A purpose with a chain of groups and rules of its own. */
export const UseCaseConfig = z.strictObject({
  /** Groups in the order of trying. */
  chain: Names.min(1),
  strategy: StrategyName.optional(),
  onContextWindow: Names.optional(),
  onContentPolicy: Names.optional(),
  onTimeout: Names.optional(),
  onBudget: Names.optional(),
  retry: RetryConfig.optional(),
  timeouts: TimeoutConfig.optional(),
  hedge: HedgeConfig.optional(),
  /** `false` keeps its answers out of the cache. */
  cache: z.union([z.literal(false), z.strictObject({ ttl: Duration.optional(), semantic: z.enum(['on', 'shadow', 'off']).optional() })]).optional(),
  /** Before `background` requests, `interactive` ones get a free place. */
  lane: z.enum(['interactive', 'background']).optional(),
});

/** {@link UseCaseConfig} as read. */
export type UseCaseConfig = z.infer<typeof UseCaseConfig>;

/** Everything that a router can be told, in the names of the YAML file. */
export const RouterConfig = z
  .strictObject({
    deployments: z.record(z.string().min(1).max(200), DeploymentConfig),
    /** A group is what requests name as their model. */
    groups: z.record(z.string().min(1).max(200), Names.min(1)),
    useCases: z.record(z.string().min(1).max(200), UseCaseConfig).default({}),
    strategy: StrategyName.default('simple-shuffle'),
    latency: LatencyConfig.default({ buffer: 0.1, explore: 0.05, window: 10 }),
    /** Groups to try after a group; `*` for groups without a list. */
    fallbacks: Chains.default({}),
    contextWindowFallbacks: Chains.optional(),
    contentPolicyFallbacks: Chains.optional(),
    timeoutFallbacks: Chains.optional(),
    budgetFallbacks: Chains.optional(),
    /** Only these statuses of a provider lead to a fallback. */
    fallbackOnStatus: z.array(z.number().int()).optional(),
    fallbackOnCallerFault: z.boolean().default(false),
    /** Groups tried after the first, at most. */
    maxFallbacks: z.number().int().min(0).max(50).default(5),
    retry: RetryConfig.default({}),
    timeouts: TimeoutConfig.default({}),
    cooldown: CooldownConfig.default({}),
    hedge: HedgeConfig.optional(),
    /** Whether requests with a `session` stay with one deployment. */
    sticky: z.boolean().default(false),
    streamContinuation: z.boolean().default(false),
    /** Requests waiting for a place at one deployment, at most. */
    maxQueue: Count.default(1_000),
    budgets: z.array(BudgetConfig).default([]),
    /** How long a reservation outlives the process that made it. */
    budgetLease: Duration.optional(),
    /** What a budget does with a deployment of unknown price. */
    unknownPrice: z.union([z.enum(['refuse', 'allow']), z.strictObject({ in: z.number().min(0), out: z.number().min(0) })]).default('refuse'),
    /** What a caller pays who leaves before anything came. */
    abortCharge: z.enum(['input', 'estimate', 'nothing']).default('input'),
    cache: CacheConfig.optional(),
    redis: z.strictObject({ url: z.union([z.string().min(1), z.custom<Secret>(isSecretLike)]), prefix: z.string().max(100).optional(), /** Processes that share it: while it is away, each takes its part of limits. */ expectedProcesses: z.number().int().min(1).default(1) }).optional(),
    experiments: z.record(z.string(), ExperimentConfig).default({}),
    /** Addresses that a request may bring along. */
    allowedBaseURLs: z.array(z.url()).default([]),
    allowTestHooks: z.boolean().default(false),
    /** Share of the requests that are sent a second time, unseen, to another group. */
    mirror: z.strictObject({ to: z.string(), share: Share }).optional(),
  })
  .superRefine(checkReferences);

/** {@link RouterConfig} as read: defaults filled in, durations in milliseconds, money in dollars. */
export type RouterConfig = z.infer<typeof RouterConfig>;

/** {@link RouterConfig} as written: durations may be texts, defaults may be missing. */
export type RouterConfigInput = z.input<typeof RouterConfig>;

function isSecretLike(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'reveal' in value;
}
