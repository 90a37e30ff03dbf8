import { LRUCache } from 'lru-cache';

import { type CacheRedisKeys, createCacheRedisKeys } from '../../redis/redis-keys.js';
import type { CacheRedis } from '../cache-redis.js';

import { PUT_QUESTION, READ_QUESTIONS, REMOVE_QUESTION } from './index-scripts.js';
import { checkedIndexOptions, dropSurplus, type SemanticIndexOptions } from './memory-index.js';
import { nearest } from './nearest.js';
import { decodeQuestion, encodeQuestion } from './question-codec.js';
import type { SemanticEntry, SemanticIndex } from './semantic-index.js';

/** How questions are kept in Redis. */
export interface RedisIndexOptions extends SemanticIndexOptions {
  /** The connection; it is not closed by the index. */
  readonly redis: CacheRedis;
  /** @default names under `di:router` */
  readonly keys?: CacheRedisKeys;
}

/** The part of a scope that this process has read. */
interface Mirror {
  epoch: string;
  /** Number of the last change that was read. */
  number: string;
  readonly entries: Map<string, SemanticEntry>;
}

/** Changes in one answer of Redis: small enough for its time limit. */
const BATCH = 64;

/**
 * Keeps questions in Redis, for all processes, without any module of it. Each process mirrors the
 * scopes it uses and asks only for what has changed, so that a search is one short round trip.
 * While Redis is away there are no matches.
 *
 * @throws RangeError When an option is out of range.
 */
export function createRedisIndex({ redis, keys = createCacheRedisKeys(), ...options }: RedisIndexOptions): SemanticIndex {
  const { maxEntriesPerScope, maxEntries, now } = checkedIndexOptions(options);
  // Wrapped anew after each change, because a size is taken only of a new value.
  const mirrors = new LRUCache<string, { readonly mirror: Mirror }>({ maxSize: maxEntries, sizeCalculation: ({ mirror }) => Math.max(1, mirror.entries.size) });
  const newEpoch = crypto.randomUUID();

  const namesOf = (scope: string): readonly [string, string] => {
    const { entries, order } = keys.semantic(scope);
    return [entries, order];
  };

  const refresh = async (scope: string): Promise<Mirror> => {
    const mirror = mirrors.get(scope)?.mirror ?? { epoch: '', number: '0', entries: new Map<string, SemanticEntry>() };
    for (let rounds = Math.ceil(maxEntriesPerScope / BATCH) + 1; rounds > 0; rounds -= 1) {
      const reply = (await redis.script(READ_QUESTIONS, namesOf(scope), [mirror.epoch, mirror.number, BATCH])) as [string, string, number, ...string[]];
      const [epoch, number, total, ...changed] = reply;
      if (epoch !== mirror.epoch) mirror.entries.clear();
      mirror.epoch = epoch;
      // Two refreshes of one scope may overlap: applying a change twice does no harm.
      mirror.number = number;
      for (let index = 0; index < changed.length; index += 2) apply(mirror, changed[index]!, changed[index + 1]!);
      if (changed.length >= BATCH * 2) continue;
      // The oldest went elsewhere too.
      dropSurplus(mirror.entries, Math.min(total, maxEntriesPerScope), now());
      break;
    }
    mirrors.set(scope, { mirror });
    return mirror;
  };

  return {
    async search(scope, vector, limit) {
      try {
        const { entries } = await refresh(scope);
        return nearest(entries.values(), vector, limit, now());
      } catch {
        return [];
      }
    },
    async put(scope, entry) {
      const lifeMs = Math.ceil(entry.expiresAt - now());
      if (lifeMs <= 0) return;
      try {
        await redis.script(PUT_QUESTION, namesOf(scope), [entry.key, encodeQuestion(entry), entry.threshold, maxEntriesPerScope, lifeMs, newEpoch]);
      } catch {
        // A question that is not remembered is a miss.
      }
    },
    async remove(scope, key) {
      mirrors.get(scope)?.mirror.entries.delete(key);
      try {
        await redis.script(REMOVE_QUESTION, namesOf(scope), [key]);
      } catch {
        // It ends with its time to live.
      }
    },
  };
}

function apply({ entries }: Mirror, key: string, text: string): void {
  // Deleted first, so that the order of the map is the order of the changes.
  entries.delete(key);
  const entry = decodeQuestion(key, text);
  if (entry) entries.set(key, entry);
}
