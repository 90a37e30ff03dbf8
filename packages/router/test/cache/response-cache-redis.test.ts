import { randomUUID } from 'node:crypto';

import { type RedisServer, startRedis } from '@discord-intelligence/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { createCacheRedisKeys } from '../../src/redis/redis-keys.js';
import { createResponseCache } from '../../src/cache/create-response-cache.js';
import type { ResponseCache } from '../../src/cache/response-cache.js';
import type { ResponseCacheOptions } from '../../src/cache/response-cache-options.js';
import type { RedisConnection } from '../../src/redis/redis-connection.js';

import { answer, deferred, joined, pieces, readAll, textOf } from './support/chat.js';
import { connect, describeWithRedis } from './support/redis.js';

describeWithRedis('two caches over one Redis', () => {
  let server: RedisServer;
  let first: RedisConnection;
  let second: RedisConnection;
  beforeAll(async () => {
    server = await startRedis();
    first = connect(server.url);
    second = connect(server.url);
  });
  afterAll(async () => {
    await Promise.all([first.close(), second.close()]);
    await server[Symbol.asyncDispose]();
  });

  /** Two caches as two processes have them: one Redis, no memory in common. */
  const pair = (options: ResponseCacheOptions = {}) => {
    const redisPrefix = randomUUID();
    return { redisPrefix, a: createResponseCache({ ...options, redis: first, redisPrefix }), b: createResponseCache({ ...options, redis: second, redisPrefix }) };
  };
  const plan = (cache: ResponseCache, content = 'What is a monad?', more: object = {}, tenant = 't1') => cache.plan({ params: { messages: [{ role: 'user', content }], ...more }, tenant, group: 'g' });
  const give = (text: string) => async () => ({ completion: answer(text), costNanoUsd: 5, info: null });
  const refuse = () => Promise.reject(new Error('not to be asked'));

  it('know each other\'s answers, by tenant', async () => {
    const { a, b } = pair();
    await a.complete(plan(a), give('from a'));
    await a.settled();
    const { completion, source } = await b.complete(plan(b), refuse);
    expect(textOf(completion)).toBe('from a');
    expect(source).toMatchObject({ status: 'hit', savedNanoUsd: 5 });
    await expect(b.complete(plan(b, 'What is a monad?', {}, 't2'), refuse)).rejects.toThrow('not to be asked');
  });

  it('replay each other\'s streams', async () => {
    const { a, b } = pair();
    const start = async () => ({
      chunks: (async function* () {
        await Promise.resolve();
        yield* pieces('hello world');
      })(),
      costNanoUsd: () => 5,
      info: null,
    });
    await readAll((await a.stream(plan(a, 'q', { stream: true }), start)).chunks);
    await a.settled();
    expect(joined(await readAll((await b.stream(plan(b, 'q', { stream: true }), refuse)).chunks))).toBe('hello world');
  });

  it('ask once for all of both who ask at the same time', async () => {
    const { a, b } = pair();
    let calls = 0;
    const run = async () => {
      calls += 1;
      await new Promise((resolve) => setImmediate(resolve));
      return { completion: answer('once'), costNanoUsd: 5, info: null };
    };
    const answers = await Promise.all([a, b].flatMap((cache) => Array.from({ length: 10 }, () => cache.complete(plan(cache), run))));
    expect(calls).toBe(1);
    expect(answers.map(({ completion }) => textOf(completion))).toEqual(Array(20).fill('once'));
    expect(answers.filter(({ source }) => source.status === 'miss')).toHaveLength(1);
    expect(a.statistics().savedNanoUsd + b.statistics().savedNanoUsd).toBe(19 * 5);
  });

  it('each try when the other one failed', async () => {
    const { a, b } = pair();
    const gate = deferred();
    const begun = deferred();
    const failing = a.complete(plan(a), async () => {
      begun.resolve();
      await gate.promise;
      throw new Error('a failed');
    });
    // Two connections: without it, the second may come first.
    await begun.promise;
    const waiting = b.complete(plan(b), give('from b'));
    gate.resolve();
    await expect(failing).rejects.toThrow('a failed');
    expect(textOf((await waiting).completion)).toBe('from b');
  });

  it('do not wait for each other longer than the caller says', async () => {
    const { a, b } = pair();
    const gate = deferred();
    const started = deferred();
    const slow = a.complete(plan(a), async () => {
      started.resolve();
      await gate.promise;
      return { completion: answer('slow'), costNanoUsd: 5, info: null };
    });
    await started.promise;
    const { completion, source } = await b.complete(plan(b), give('own'), { maxWaitMs: 20 });
    expect(textOf(completion)).toBe('own');
    expect(source.status).toBe('miss');
    gate.resolve();
    await slow;
  });

  it('answer by meaning for each other', async () => {
    const semantic = { mode: 'on' as const, verifyShare: 0, embed: async (texts: readonly string[]) => texts.map(() => Float32Array.from([0.6, 0.8])) };
    const { a, b } = pair({ semantic });
    await a.complete(plan(a, 'What is photosynthesis?'), give('plants'));
    await a.settled();
    const { completion, source } = await b.complete(plan(b, 'Please explain photosynthesis.'), refuse);
    expect(textOf(completion)).toBe('plants');
    expect(source.status).toBe('semantic');
  });

  it('keep no text of a user in the names of keys', async () => {
    const { a, redisPrefix } = pair();
    await a.complete(a.plan({ params: { messages: [{ role: 'user', content: 'secret question' }] }, tenant: 'secret tenant', group: 'secret group', controls: { namespace: 'secret space' } }), give('x'));
    await a.settled();
    const keys = await server.command('KEYS', `${redisPrefix}*`);
    expect(keys).not.toHaveLength(0);
    expect(JSON.stringify(keys)).not.toContain('secret');
  });

  it('take a broken entry for none', async () => {
    const { a, b, redisPrefix } = pair();
    await server.command('SET', createCacheRedisKeys(redisPrefix).answer(plan(a).key ?? ''), '1p99999999999999:{"v":1,"completion":{}}');
    expect((await b.complete(plan(b), give('new'))).source.status).toBe('miss');
    expect(b.statistics().broken).toBe(1);
  });

  it('go on, each for itself, while Redis is frozen or gone', async () => {
    await using own = await startRedis();
    await using redis = connect(own.url, 100);
    const cache = createResponseCache({ redis });
    await redis.ready();
    own.pause();
    const { source } = await cache.complete(plan(cache), give('alone'));
    expect(source.status).toBe('miss');
    expect((await cache.complete(plan(cache), refuse)).source.status).toBe('hit');
    await cache.settled();
    own.resume();
    await own.stop();
    expect((await cache.complete(plan(cache, 'another'), give('alone'))).source.status).toBe('miss');
    await cache.close();
  });
});
