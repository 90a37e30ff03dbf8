import { randomUUID } from 'node:crypto';

import { type RedisServer, startRedis } from '@discord-intelligence/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createCacheRedisKeys } from '../../../src/redis/redis-keys.js';
import { createLayeredStore } from '../../../src/cache/exact/layered-store.js';
import { createMemoryStore } from '../../../src/cache/exact/memory-store.js';
import { createRedisStore } from '../../../src/cache/exact/redis-store.js';
import type { RedisConnection } from '../../../src/redis/redis-connection.js';
import { createClock } from '../support/clock.js';
import { describeCacheStore } from '../support/describe-cache-store.js';
import { connect, describeWithRedis } from '../support/redis.js';

const MAX_VALUE_LENGTH = 100_000;

describeCacheStore('memory', ({ now }) => createMemoryStore({ maxBytes: 1_000_000, now }));
describeCacheStore('memory over memory', ({ now }) => createLayeredStore({ near: createMemoryStore({ maxBytes: 1_000_000, now }), far: createMemoryStore({ maxBytes: 1_000_000, now }), now }));

describe('the memory store', () => {
  it('stays within its entries, and keeps those that were used last', () => {
    const store = createMemoryStore({ maxEntries: 100 });
    void store.set('first', 'x', 60_000);
    for (let index = 0; index < 1_000; index += 1) {
      void store.set(`key ${index}`, 'x', 60_000);
      void store.get('first');
    }
    expect(store.size.entries).toBe(100);
    expect(store.get('first')).toBeDefined();
    expect(store.get('key 10')).toBeUndefined();
  });

  it('stays within its bytes, keys included', () => {
    const store = createMemoryStore({ maxBytes: 100_000 });
    for (let index = 0; index < 1_000; index += 1) void store.set(`key ${index}`.repeat(10), 'x'.repeat(1_000), 60_000);
    expect(store.size.bytes).toBeLessThanOrEqual(100_000);
    expect(store.size.bytes).toBeGreaterThan(80_000);
  });

  it('does not let one large text push out the others', () => {
    const store = createMemoryStore({ maxBytes: 100_000 });
    void store.set('small', 'x', 60_000);
    expect(store.set('large', 'x'.repeat(40_000), 60_000)).toBe(false);
    expect(store.get('small')).toBeDefined();
  });

  it.each([{ maxEntries: 0 }, { maxEntries: 1.5 }, { maxBytes: 10 }])('refuses %p by name', (options) => {
    expect(() => createMemoryStore(options)).toThrow(Object.keys(options)[0]);
  });
});

describe('the layered store', () => {
  it('keeps a text near for a short time only, so that another process is heard', async () => {
    const clock = createClock();
    const far = createMemoryStore({ now: clock.now });
    const store = createLayeredStore({ near: createMemoryStore({ now: clock.now }), far, nearTtlMs: 1_000, now: clock.now });
    await store.set('key', 'ours', 60_000);
    await far.set('key', 'theirs', 60_000);
    expect((await store.get('key'))?.text).toBe('ours');
    clock.advance(1_000);
    expect((await store.get('key'))?.text).toBe('theirs');
  });

  it('never keeps a text near for longer than it lives', async () => {
    const clock = createClock();
    const far = createMemoryStore({ now: clock.now });
    const store = createLayeredStore({ near: createMemoryStore({ now: clock.now }), far, nearTtlMs: 1_000, now: clock.now });
    await far.set('key', 'text', 100);
    await store.get('key');
    clock.advance(100);
    expect(await store.get('key')).toBeUndefined();
  });

  it('does not put back near what was replaced while it was read', async () => {
    const near = createMemoryStore();
    let answer!: (found: { text: string; expiresAt: number }) => void;
    const slow = new Promise<{ text: string; expiresAt: number }>((resolve) => { answer = resolve; });
    const far = { get: () => slow, set: () => true, delete: () => undefined, size: { entries: 0, bytes: 0 } };
    const store = createLayeredStore({ near, far });
    const reading = store.get('key');
    await store.set('key', 'new', 60_000);
    answer({ text: 'old', expiresAt: Date.now() + 60_000 });
    await reading;
    expect((await store.get('key'))?.text).toBe('new');
  });
});

describeWithRedis('stores with Redis', () => {
  let server: RedisServer;
  let redis: RedisConnection;
  beforeAll(async () => {
    server = await startRedis();
    redis = connect(server.url);
  });
  afterAll(async () => {
    await redis.close();
    await server[Symbol.asyncDispose]();
  });
  const keys = () => createCacheRedisKeys(randomUUID());

  describeCacheStore('Redis', ({ now }) => createRedisStore({ redis, keys: keys(), now, maxValueLength: MAX_VALUE_LENGTH }));
  describeCacheStore('memory over Redis', ({ now }) =>
    createLayeredStore({ near: createMemoryStore({ maxBytes: 1_000_000, now }), far: createRedisStore({ redis, keys: keys(), now, maxValueLength: MAX_VALUE_LENGTH }), now }));

  it('compresses long texts and leaves their end to Redis too', async () => {
    const names = keys();
    const store = createRedisStore({ redis, keys: names, compressFrom: 100 });
    await store.set('key', 'lorem ipsum '.repeat(1_000), 60_000);
    const length = Number(await server.command('STRLEN', names.answer('key')));
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThan(500);
    const ttl = Number(await server.command('PTTL', names.answer('key')));
    expect(ttl).toBeGreaterThan(0);
    expect(ttl).toBeLessThanOrEqual(60_000);
  });

  it.each(['', 'garbage', '1p:x', '1z99999999999999:not base64 of deflate', '2p99999999999999:x'])('takes a broken value for none: %p', async (value) => {
    const names = keys();
    await server.command('SET', names.answer('key'), value);
    expect(await createRedisStore({ redis, keys: names }).get('key')).toBeUndefined();
  });

  it('does not unpack a bomb', async () => {
    const { deflateRawSync } = await import('node:zlib');
    const names = keys();
    const bomb = deflateRawSync(Buffer.alloc(10_000_000)).toString('base64');
    await server.command('SET', names.answer('key'), `1z99999999999999:${bomb}`);
    expect(await createRedisStore({ redis, keys: names, maxValueLength: 50_000 }).get('key')).toBeUndefined();
  });

  it('is an empty cache while Redis is frozen, gone or somebody else, and recovers', async () => {
    await using own = await startRedis();
    await using connection = connect(own.url, 100);
    const store = createRedisStore({ redis: connection });
    expect(await store.set('key', 'text', 60_000)).toBe(true);

    own.pause();
    expect(await store.get('key')).toBeUndefined();
    expect(await store.set('key', 'text', 60_000)).toBe(false);
    await store.delete('key');
    own.resume();

    await own.stop();
    expect(await store.get('key')).toBeUndefined();
    expect(await store.set('key', 'text', 60_000)).toBe(false);
  });
});
