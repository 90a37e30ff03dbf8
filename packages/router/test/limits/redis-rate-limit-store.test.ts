import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { redisSkipReason, type RedisServer, startRedis } from '@discord-intelligence/testing';

import { createRedisRateLimitStore } from '../../src/limits/redis-rate-limit-store.js';
import { createRedisConnection } from '../../src/redis/redis-connection.js';
import { createRedisKeys } from '../../src/redis/redis-keys.js';

import { describeRateLimitStore } from './describe-rate-limit-store.js';

const skip = redisSkipReason();
if (skip) it.skip(skip, () => undefined);

(skip ? describe.skip : describe)('Rate limits in Redis', () => {
  let redis: RedisServer;
  let created = 0;
  beforeAll(async () => { redis = await startRedis(); });
  afterAll(async () => redis[Symbol.asyncDispose]());

  const open = (prefix: string, expectedProcesses = 1) => {
    const connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 5_000, firstConnectTimeoutMs: 5_000, probeEveryMs: 50 });
    const store = createRedisRateLimitStore({ connection, keys: createRedisKeys(prefix), expectedProcesses });
    return {
      store,
      settled: () => store.close(),
      async [Symbol.asyncDispose]() {
        await store.close();
        await connection.close();
      },
      connection,
    };
  };

  describeRateLimitStore('The Redis store', async () => {
    created += 1;
    return open(`limits${created}`);
  });

  it('shares one limit among processes', async () => {
    await using first = open('shared');
    await using second = open('shared');
    await using third = open('shared');
    const outcomes = await Promise.all([first, second, third].flatMap(({ store }) => Array.from({ length: 10 }, async () => store.acquire({ key: 'a', rpm: 10, tokens: 1 }))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
  });

  it('goes on alone within its share while Redis is away, and says so', async () => {
    await using subject = open('alone', 2);
    await subject.store.acquire({ key: 'a', rpm: 10, tokens: 1 });
    await redis.stop();
    const outcomes = [];
    for (let call = 0; call < 8; call += 1) outcomes.push(await subject.store.acquire({ key: 'a', rpm: 10, tokens: 1 }));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(4);
    expect(subject.store.isDegraded).toBe(true);
    expect(subject.store.usage('a')).toEqual({ requests: 5, tokens: 5 });
    await redis.restart();
  });
});
