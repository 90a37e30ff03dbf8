import { Secret } from '@discord-intelligence/config';
import * as z from 'zod';

import { once } from '../once.js';

import { PROVIDER_BASE_URLS } from './providers.js';
import { count, duration } from './quantity.js';

/** A key: `env:NAME`, the key itself, or a {@link Secret}. */
const keyValue = once(() => z.union([z.string().min(1), z.custom<Secret>((value) => Secret.is(value))], { error: 'expected env:NAME, a key or a Secret' }));

/** A key with an id of its own and models that it must never be used for. */
const keyEntry = once(() => z.strictObject({
  id: z.string().min(1).optional(),
  key: keyValue(),
  deny: z.array(z.string()).optional(),
}));

/** USD per million tokens. */
const rate = once(() => z.number().min(0).max(1e9));

/** What a deployment charges; `null` says that nobody knows. */
export const priceConfig = once(() => z.strictObject({
  in: rate(),
  out: rate(),
  cachedIn: rate().optional(),
  cacheWrite: rate().optional(),
  perRequest: rate().optional(),
  tiers: z
    .array(z.strictObject({ upToPrompt: count().nullable(), in: rate().optional(), out: rate().optional(), cachedIn: rate().optional(), cacheWrite: rate().optional() }))
    .optional(),
}));

/** One model at one provider: what requests are sent to. */
export const deploymentConfig = once(() => z
  .strictObject({
    /** Provider id; for a known one the base URL need not be given. */
    provider: z.string().min(1).max(100),
    /** Model id as sent upstream. */
    model: z.string().min(1).max(300),
    baseURL: z.url({ protocol: /^https?$/u }).optional(),
    /** Tried in turn. None for servers that ask for no key. */
    keys: z.array(z.union([keyEntry(), keyValue()])).optional(),
    /** Lower levels are used first; the next one when all of a level fail. */
    order: z.number().int().min(0).max(1_000).default(1),
    /** Share in simple-shuffle; 0 is never picked beside positive ones. */
    weight: z.number().min(0).max(1e9).optional(),
    rpm: count().optional(),
    tpm: count().optional(),
    /** Requests at a time, in this process; more wait. */
    maxParallel: z.number().int().min(1).max(100_000).optional(),
    tags: z.array(z.string().min(1).max(100)).default([]),
    price: priceConfig().nullable().optional(),
    /** 0 never cools it. */
    cooldown: duration().optional(),
    /** Failures allowed in the window: a number, or one for each class. */
    allowedFails: z.union([count(), z.record(z.string(), count())]).optional(),
    /** Limit of one attempt; beats `timeouts.attempt`. */
    timeout: duration().optional(),
    /** Retries on this deployment alone; beats `retry.max`. */
    maxRetries: z.number().int().min(0).max(20).optional(),
    maxOutputTokens: z.number().int().min(1).optional(),
    maxInputTokens: z.number().int().min(1).optional(),
    /** Sockets at a time. */
    connections: z.number().int().min(1).max(10_000).optional(),
    headers: z.record(z.string(), z.string()).default({}),
    /** Where it runs; requests may ask for it. */
    region: z.string().min(1).max(100).optional(),
    /** Parameters that the model refuses; requests that have them go elsewhere. */
    unsupported: z.array(z.string()).default([]),
    /** Whether a stream may be asked for its usage. */
    streamUsage: z.boolean().default(true),
  })
  .refine(({ provider, baseURL }) => baseURL !== undefined || Object.hasOwn(PROVIDER_BASE_URLS, provider), {
    path: ['baseURL'],
    message: `needed for a provider that is none of ${Object.keys(PROVIDER_BASE_URLS).join(', ')}`,
  }));

/** {@link deploymentConfig} as read. */
export type DeploymentConfig = z.infer<ReturnType<typeof deploymentConfig>>;
