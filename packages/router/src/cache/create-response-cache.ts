import type { ChatCompletionChunk } from 'openai/resources/chat/completions';

import { createCacheRedisKeys } from '../redis/redis-keys.js';

import { createAnswerKeeper } from './answer-keeper.js';
import { createBackgroundWork } from './background-work.js';
import { createCacheCounts } from './cache-counts.js';
import { createOwnerHash } from './exact/cache-key.js';
import { createFinder } from './find-answer.js';
import { createLayeredStore } from './exact/layered-store.js';
import { createMemoryStore } from './exact/memory-store.js';
import { createRedisStore } from './exact/redis-store.js';
import { offPlan, planRequest, type PlanRules, type RequestPlan } from './plan-request.js';
import type { ResponseCache } from './response-cache.js';
import { CACHE_DEFAULTS, checkCacheOptions, type ResponseCacheOptions } from './response-cache-options.js';
import { createMemoryIndex } from './semantic/memory-index.js';
import { createRedisIndex } from './semantic/redis-index.js';
import { createSemanticCache, type SemanticCache } from './semantic/semantic-cache.js';
import { createProcessFlight } from './single-flight/process-flight.js';
import { createSingleFlight } from './single-flight/single-flight.js';
import { createStreamFlight } from './single-flight/stream-flight.js';
import { createAnswering } from './answer-complete.js';
import { chunkBytes, createStreaming } from './answer-stream.js';

/**
 * Makes the cache of a router. Opens nothing; Redis, where given, stays its owner's.
 *
 * @throws RangeError When an option is out of range.
 * @example
 * const cache = createResponseCache({ ttlMs: 600_000, memory: { maxBytes: 16_000_000 } });
 * const plan = cache.plan({ params, tenant: 'guild-1', group: 'smart' });
 * const { completion, source } = await cache.complete(plan, (signal) => ask(params, signal));
 */
export function createResponseCache(options: ResponseCacheOptions = {}): ResponseCache {
  const { ttlMs, maxTemperature, singleFlight, maxStreamBytes } = { ...CACHE_DEFAULTS, ...options };
  const { redis, now = Date.now, random = Math.random } = options;
  checkCacheOptions({ ttlMs, maxTemperature, maxStreamBytes });
  const keys = createCacheRedisKeys(options.redisPrefix);
  const store = options.store ?? createStore(options, now);
  const keeper = createAnswerKeeper(store, now);
  const background = createBackgroundWork();
  const counts = createCacheCounts();
  const flights = createSingleFlight();
  const semantic = createSemantic(options, now, random);
  const rules: PlanRules = { ttlMs, maxTemperature, singleFlight, hashOwner: createOwnerHash(), cachingGroups: cachingGroups(options.groups ?? []), ...(semantic && { semantic }) };

  const finder = createFinder({ keeper, background, ...(semantic && { semantic }) });
  const complete = createAnswering({ keeper, background, counts, flights, finder, now, ...(redis && { processes: createProcessFlight({ ...options.processFlight, redis, keys, random }) }) });
  const streams = createStreamFlight<ChatCompletionChunk>({ flights: createSingleFlight(), maxBytes: maxStreamBytes, sizeOf: chunkBytes });
  const stream = createStreaming({ keeper, counts, streams, finder, now });
  let isClosed = false;

  const cache: ResponseCache = {
    plan: (request) => (isClosed ? offPlan(request, 'disabled') : planRequest(request, rules)),
    // A plan is always one of ours.
    complete: (plan, run, call) => complete(plan as RequestPlan, run, call),
    stream: (plan, start, call) => stream(plan as RequestPlan, start, call),
    statistics: () => ({
      ...counts.read(),
      writes: keeper.writes,
      refused: keeper.refused,
      broken: keeper.broken,
      ...store.size,
      flights: flights.size,
      ...(semantic && { semantic: semantic.report() }),
    }),
    settled: () => background.settled(),
    async close() {
      isClosed = true;
      await background.settled();
    },
    [Symbol.asyncDispose]: () => cache.close(),
  };
  return cache;
}

function createStore({ redis, redisPrefix, memory, nearTtlMs = CACHE_DEFAULTS.nearTtlMs }: ResponseCacheOptions, now: () => number) {
  const near = createMemoryStore({ ...memory, now });
  if (!redis) return near;
  return createLayeredStore({ near, far: createRedisStore({ redis, keys: createCacheRedisKeys(redisPrefix), now }), nearTtlMs, now });
}

function createSemantic({ semantic, redis, redisPrefix }: ResponseCacheOptions, now: () => number, random: () => number): SemanticCache | undefined {
  if (!semantic) return undefined;
  const { maxEntriesPerScope, maxEntries } = semantic;
  const limits = { ...(maxEntriesPerScope !== undefined && { maxEntriesPerScope }), ...(maxEntries !== undefined && { maxEntries }), now };
  const index = redis ? createRedisIndex({ ...limits, redis, keys: createCacheRedisKeys(redisPrefix) }) : createMemoryIndex(limits);
  return createSemanticCache({ ...semantic, index, random });
}

/** Every group of a list by the list's first group. */
function cachingGroups(groups: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  return new Map(groups.flatMap((names) => names.map((name): [string, string] => [name, names[0] ?? name])));
}
