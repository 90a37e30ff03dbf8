import { createResponseCache } from './cache/create-response-cache.js';
import type { ResponseCache } from './cache/response-cache.js';
import type { Embed } from './cache/semantic/embed.js';
import type { RouterConfig } from './config/router-config.js';
import type { Stores } from './create-stores.js';

/** What the cache needs besides its configuration. */
export interface OpenCacheOptions {
  readonly stores: Stores;
  readonly embed: Embed;
  /** Nano-USD that embedding the texts costs. */
  readonly embeddingCost: (texts: readonly string[]) => number;
  readonly now: () => number;
  readonly random: () => number;
}

/** Makes the cache that a configuration asks for; `undefined` without one. */
export function openCache({ cache, redis }: RouterConfig, { stores, embed, embeddingCost, now, random }: OpenCacheOptions): ResponseCache | undefined {
  if (cache?.enabled !== true) return undefined;
  const { semantic, memory } = cache;
  return createResponseCache({
    ttlMs: cache.ttl,
    singleFlight: cache.singleFlight,
    groups: cache.groups,
    memory: { ...(memory.maxEntries !== undefined && { maxEntries: memory.maxEntries }), ...(memory.maxBytes !== undefined && { maxBytes: memory.maxBytes }) },
    now,
    random,
    ...(stores.redis && { redis: stores.redis, ...(redis?.prefix !== undefined && { redisPrefix: redis.prefix }) }),
    ...(semantic && {
      semantic: {
        mode: semantic.mode,
        threshold: semantic.threshold,
        guards: semantic.guards,
        maxHistory: semantic.maxHistory,
        embed,
        embeddingCost,
        // Vectors of two models must not be compared.
        embedder: semantic.model ?? '',
        ...(semantic.maxEntries !== undefined && { maxEntries: semantic.maxEntries }),
        ...(semantic.timeout !== undefined && { embedTimeoutMs: semantic.timeout }),
      },
    }),
  });
}
