import { randomUUID } from 'node:crypto';

import { type RedisServer, startRedis } from '@discord-intelligence/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createCacheRedisKeys } from '../../../src/redis/redis-keys.js';
import { createMemoryIndex } from '../../../src/cache/semantic/memory-index.js';
import { createRedisIndex } from '../../../src/cache/semantic/redis-index.js';
import type { RedisConnection } from '../../../src/redis/redis-connection.js';
import { createClock } from '../support/clock.js';
import { describeSemanticIndex, question, SUITE_LIMIT, vector } from '../support/describe-semantic-index.js';
import { connect, describeWithRedis } from '../support/redis.js';

describeSemanticIndex('memory', ({ now }) => createMemoryIndex({ maxEntriesPerScope: SUITE_LIMIT, now }));

describe('the memory index', () => {
  it('stays within its entries over all scopes', async () => {
    const clock = createClock();
    const index = createMemoryIndex({ maxEntriesPerScope: 10, maxEntries: 50, now: clock.now });
    for (let scope = 0; scope < 100; scope += 1) {
      for (let number = 0; number < 5; number += 1) await index.put(`s${scope}`, question(clock, `k${number}`, [1, 0]));
    }
    let kept = 0;
    for (let scope = 0; scope < 100; scope += 1) kept += (await index.search(`s${scope}`, vector(1, 0), 100)).length;
    expect(kept).toBeLessThanOrEqual(50);
    expect(await index.search('s99', vector(1, 0), 100)).toHaveLength(5);
  });

  it.each([{ maxEntriesPerScope: 0 }, { maxEntriesPerScope: 1e6 }, { maxEntries: 5, maxEntriesPerScope: 10 }])('refuses %p by name', (options) => {
    expect(() => createMemoryIndex(options)).toThrow(Object.keys(options)[0]);
  });

  it('makes its scopes as small as the whole when that is small', () => {
    expect(() => createMemoryIndex({ maxEntries: 10 })).not.toThrow();
  });
});

describeWithRedis('indexes in Redis', () => {
  let server: RedisServer;
  let redis: RedisConnection;
  let other: RedisConnection;
  beforeAll(async () => {
    server = await startRedis();
    redis = connect(server.url);
    other = connect(server.url);
  });
  afterAll(async () => {
    await Promise.all([redis.close(), other.close()]);
    await server[Symbol.asyncDispose]();
  });

  describeSemanticIndex('Redis', ({ now }) => createRedisIndex({ redis, keys: createCacheRedisKeys(randomUUID()), maxEntriesPerScope: SUITE_LIMIT, now }));

  const pair = () => {
    const clock = createClock();
    const keys = createCacheRedisKeys(randomUUID());
    const options = { keys, now: clock.now, maxEntriesPerScope: SUITE_LIMIT };
    return { clock, keys, a: createRedisIndex({ redis, ...options }), b: createRedisIndex({ redis: other, ...options }) };
  };
  const found = async (index: ReturnType<typeof createRedisIndex>) => (await index.search('scope', vector(1, 0), 1_000)).map(({ entry }) => entry.key).sort();

  it('shows each process what the other has put, raised and let go', async () => {
    const { clock, a, b } = pair();
    await a.put('scope', question(clock, 'one', [1, 0]));
    expect(await found(b)).toEqual(['one']);
    await b.put('scope', question(clock, 'two', [1, 0.1]));
    await b.put('scope', question(clock, 'one', [1, 0], { threshold: 0.99 }));
    expect(await found(a)).toEqual(['one', 'two']);
    expect((await a.search('scope', vector(1, 0), 1))[0]?.entry.threshold).toBe(0.99);
    for (let number = 0; number < SUITE_LIMIT * 2; number += 1) await b.put('scope', question(clock, `k${number}`, [1, 0]));
    const kept = await found(a);
    expect(kept).toHaveLength(SUITE_LIMIT);
    expect(kept).toEqual(await found(b));
  });

  it('begins anew when Redis was emptied', async () => {
    const { clock, a, b } = pair();
    for (let number = 0; number < 10; number += 1) await a.put('scope', question(clock, `old${number}`, [1, 0]));
    expect(await found(b)).toHaveLength(10);
    await server.command('FLUSHALL');
    expect(await found(b)).toEqual([]);
    const c = createRedisIndex({ redis, keys: createCacheRedisKeys(randomUUID()), now: clock.now });
    await c.put('scope', question(clock, 'elsewhere', [1, 0]));
    await a.put('scope', question(clock, 'new', [1, 0]));
    expect(await found(b)).toEqual(['new']);
  });

  it('takes a broken question for none', async () => {
    const { clock, keys, a, b } = pair();
    await a.put('scope', question(clock, 'good', [1, 0]));
    await a.put('scope', question(clock, 'bad', [1, 0]));
    await server.command('HSET', keys.semantic('scope').entries, 'bad', '{"threshold":0.9,"x":1}');
    expect(await found(b)).toEqual(['good']);
  });

  it('lets Redis forget a scope with its last question', async () => {
    const { clock, keys, a } = pair();
    await a.put('scope', question(clock, 'long', [1, 0], { expiresAt: clock.now() + 60_000 }));
    await a.put('scope', question(clock, 'short', [1, 0], { expiresAt: clock.now() + 1_000 }));
    for (const key of Object.values(keys.semantic('scope'))) {
      const ttl = Number(await server.command('PTTL', key));
      expect(ttl).toBeGreaterThan(1_000);
      expect(ttl).toBeLessThanOrEqual(60_000);
    }
  });

  it('is an empty index while Redis is frozen', async () => {
    await using own = await startRedis();
    await using connection = connect(own.url, 100);
    const clock = createClock();
    const index = createRedisIndex({ redis: connection, now: clock.now });
    await index.put('scope', question(clock, 'k', [1, 0]));
    expect(await found(index)).toEqual(['k']);
    own.pause();
    expect(await found(index)).toEqual([]);
    await index.put('scope', question(clock, 'l', [1, 0]));
    await index.remove('scope', 'k');
    own.resume();
  });
});
