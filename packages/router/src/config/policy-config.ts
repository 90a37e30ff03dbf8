import * as z from 'zod';

import type { FailureClass } from '../errors/failure-class.js';
import { once } from '../once.js';

import { count, duration, share } from './quantity.js';

/** Strategies that come with the router. */
export const STRATEGY_NAMES = ['simple-shuffle', 'usage-based-routing', 'latency-based-routing', 'cost-based-routing', 'least-busy'] as const;

/** Failures of a provider, which `retry.policy` may name; our own refusals are not repeated. */
export const RETRY_CLASSES = [
  'transient', 'connection', 'timeout', 'rate_limit', 'quota', 'credential', 'model_access', 'model_gone', 'context_window', 'content_policy', 'caller_fault', 'unknown',
] as const satisfies readonly FailureClass[];

/** A strategy of the router, or the name of one given to `createRouter`. */
export const strategyName = once(() => z.string().min(1).max(100));

/** How often and how soon a failed request is repeated. */
export const retryConfig = once(() => z.strictObject({
  /** Further attempts in one group, siblings included. */
  max: z.number().int().min(0).max(20).optional(),
  /** First back-off; it doubles with each repetition. */
  base: duration().optional(),
  /** Longest back-off. */
  cap: duration().optional(),
  /** Share of the back-off that is random. */
  jitter: share().optional(),
  /** Statuses that are repeated, instead of what the class table says. */
  onStatus: z.array(z.number().int().min(100).max(599)).optional(),
  /**
   * How often a failure of a class is repeated, instead of `max` and of what the class table says:
   * 0 never repeats it, more repeats it also where the table would not.
   */
  policy: z.partialRecord(z.enum(RETRY_CLASSES), z.number().int().min(0).max(20)).optional(),
  /** At most this share of requests of ten seconds may be repetitions, above `min` of them. */
  budget: z.strictObject({ ratio: share().default(0.2), min: count().default(50) }).optional(),
}));

/** Time limits. `attempt` bounds a whole answer, or a stream up to its first content. */
export const timeoutConfig = once(() => z.strictObject({
  headers: duration().optional(),
  attempt: duration().optional(),
  ttft: duration().optional(),
  idle: duration().optional(),
  total: duration().optional(),
}));

/** When a second deployment is asked as well. */
export const hedgeConfig = once(() => z.strictObject({
  /** The wait: learned, or fixed. */
  after: z.union([z.literal('p95'), duration()]).default('p95'),
  /** Hedges as a share of requests. */
  maxExtra: share().default(0.1),
  /** Answers needed before `p95` counts as learned. */
  minSamples: z.number().int().min(1).max(10_000).default(20),
}));

/** When a deployment is left out for a while. */
export const cooldownConfig = once(() => z.strictObject({
  default: duration().optional(),
  max: duration().optional(),
  long: duration().optional(),
  minSamples: z.number().int().min(1).optional(),
  failureRatio: share().optional(),
  /** Failures in a row that cool a deployment with siblings, whatever the ratio; 0 switches it off. */
  consecutiveFailures: count().optional(),
  window: duration().optional(),
  /** Share by which an end is moved at random. */
  jitter: z.number().min(0).max(0.5).optional(),
  /** Each stage of the way back; 0 comes back at once. */
  ramp: duration().optional(),
  probe: duration().optional(),
  allowedFails: z.union([count(), z.record(z.string(), count())]).optional(),
}));

/** What latency-based routing looks at. */
export const latencyConfig = once(() => z.strictObject({
  /** Deployments this share slower than the fastest count as equally fast. */
  buffer: z.number().min(0).max(100).default(0.1),
  /** Share of requests that go to another one, to learn. */
  explore: share().default(0.05),
  /** Samples that are remembered. */
  window: z.number().int().min(1).max(1_000).default(10),
}));

/** A comparison of groups. */
export const experimentConfig = once(() => z.strictObject({
  /** Changing it assigns everybody anew. */
  salt: z.string().min(1).max(200),
  /** Group names and their shares in basis points; together 10,000. */
  arms: z.record(z.string(), z.number().int().min(0).max(10_000)).refine((arms) => Object.values(arms).reduce((sum, share) => sum + share, 0) === 10_000, 'shares are basis points and must add up to 10000'),
  /** The use case whose requests take part by themselves. */
  useCase: z.string().optional(),
}));

/** Answers kept for equal requests. */
export const cacheConfig = once(() => z.strictObject({
  enabled: z.boolean().default(true),
  ttl: duration().default(3_600_000),
  singleFlight: z.boolean().default(true),
  /** Groups that may answer for each other. */
  groups: z.array(z.array(z.string()).min(2)).default([]),
  memory: z.strictObject({ maxEntries: z.number().int().min(1).optional(), maxBytes: z.number().int().min(1_000).optional() }).default({}),
  semantic: z
    .strictObject({
      /** `shadow` answers nothing and measures how often it would have been wrong: begin with it. */
      mode: z.enum(['on', 'shadow']).default('shadow'),
      threshold: share().default(0.92),
      /** Group whose deployment makes the embeddings; not needed where `embed` is given to `createRouter`. */
      model: z.string().optional(),
      guards: z.boolean().default(true),
      maxHistory: z.number().int().min(1).max(100).default(3),
      maxEntries: z.number().int().min(1).max(100_000).optional(),
      timeout: duration().optional(),
    })
    .optional(),
}));
