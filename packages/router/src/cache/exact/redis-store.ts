import { type CacheRedisKeys, createCacheRedisKeys } from '../../redis/redis-keys.js';
import type { CacheRedis } from '../cache-redis.js';
import type { CacheStore } from '../cache-store.js';

import { createTextCodec } from './text-codec.js';

/** How answers are kept in Redis. */
export interface RedisStoreOptions {
  /** The connection; it is not closed by the store. */
  readonly redis: CacheRedis;
  /** @default names under `di:router` */
  readonly keys?: CacheRedisKeys;
  /**
   * Texts of this many UTF-16 code units or more are compressed.
   * @default 2048
   */
  readonly compressFrom?: number;
  /**
   * Characters of one value after compression; larger ones are not kept.
   * @default 1,000,000
   */
  readonly maxValueLength?: number;
  /** @default Date.now */
  readonly now?: () => number;
}

const DEFAULTS = { compressFrom: 2_048, maxValueLength: 1_000_000, now: Date.now } as const;

/** Keeps texts in Redis. A Redis that is slow or away is an empty cache: the connection's time limit bounds every call. */
export function createRedisStore({ redis, ...options }: RedisStoreOptions): CacheStore {
  const { keys = createCacheRedisKeys(), compressFrom, maxValueLength, now } = { ...DEFAULTS, ...options };
  const codec = createTextCodec({ compressFrom, maxLength: maxValueLength });

  return {
    async get(key) {
      try {
        const value = await redis.command(['GET', keys.answer(key)]);
        const stored = typeof value === 'string' ? await codec.unpack(value) : undefined;
        return stored && stored.expiresAt > now() ? stored : undefined;
      } catch {
        return undefined;
      }
    },
    async set(key, text, ttlMs) {
      const life = Math.ceil(ttlMs);
      try {
        const value = life > 0 ? await codec.pack({ text, expiresAt: now() + life }) : undefined;
        if (value === undefined) {
          // What was there before is out of date all the same.
          await redis.command(['DEL', keys.answer(key)]);
          return false;
        }
        await redis.command(['SET', keys.answer(key), value, 'PX', life]);
        return true;
      } catch {
        return false;
      }
    },
    async delete(key) {
      try {
        await redis.command(['DEL', keys.answer(key)]);
      } catch {
        // It ends with its time to live.
      }
    },
    size: { entries: 0, bytes: 0 },
  };
}
