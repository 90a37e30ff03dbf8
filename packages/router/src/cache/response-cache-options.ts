import type { CacheRedis } from './cache-redis.js';
import type { CacheStore } from './cache-store.js';
import type { MemoryStoreOptions } from './exact/memory-store.js';
import type { SemanticCacheOptions } from './semantic/semantic-cache-options.js';
import type { ProcessFlightOptions } from './single-flight/process-flight.js';

/** How answers are kept and shared. */
export interface ResponseCacheOptions {
  /**
   * Milliseconds that an answer is kept, from 1.
   * @default 3,600,000
   */
  readonly ttlMs?: number;
  /**
   * Temperature above which answers are not kept; a request without one counts as 1, the default of
   * OpenAI's API.
   * @default 1
   */
  readonly maxTemperature?: number;
  /** Model groups that answer for each other. @default none */
  readonly groups?: readonly (readonly string[])[];
  /** Bounds of what is kept in this process. */
  readonly memory?: Omit<MemoryStoreOptions, 'now'>;
  /** Shares answers, flights and questions with other processes. The cache does not close it. */
  readonly redis?: CacheRedis;
  /** @default 'di:router' */
  readonly redisPrefix?: string;
  /**
   * Milliseconds that an answer from Redis is also kept in this process.
   * @default 5000
   */
  readonly nearTtlMs?: number;
  /** In place of the stores above. */
  readonly store?: CacheStore;
  /**
   * Whether equal requests that are under way are answered together.
   * @default true
   */
  readonly singleFlight?: boolean;
  /** How long processes wait for each other. */
  readonly processFlight?: Pick<ProcessFlightOptions, 'leaseMs' | 'resultTtlMs' | 'maxWaitMs'>;
  /**
   * Bytes of chunks held for slow and late readers of one shared stream.
   * @default 1 MiB
   */
  readonly maxStreamBytes?: number;
  /** Answers by meaning. @default off */
  readonly semantic?: SemanticCacheOptions;
  /** Epoch milliseconds. @default Date.now */
  readonly now?: () => number;
  /** @default Math.random */
  readonly random?: () => number;
}

/** Defaults of {@link ResponseCacheOptions}. */
export const CACHE_DEFAULTS = { ttlMs: 3_600_000, maxTemperature: 1, nearTtlMs: 5_000, singleFlight: true, maxStreamBytes: 1_024 * 1_024 } as const;

/**
 * Checks the ranges.
 * @throws RangeError Naming the option, what was expected and what came.
 */
export function checkCacheOptions({ ttlMs, maxTemperature, maxStreamBytes }: { readonly ttlMs: number; readonly maxTemperature: number; readonly maxStreamBytes: number }): void {
  if (!(ttlMs >= 1)) throw new RangeError(`cache.ttlMs must be 1 or more, got ${ttlMs}`);
  if (!(maxTemperature >= 0)) throw new RangeError(`cache.maxTemperature must be 0 or more, got ${maxTemperature}`);
  if (!(maxStreamBytes >= 1_000)) throw new RangeError(`cache.maxStreamBytes must be 1000 or more, got ${maxStreamBytes}`);
}
