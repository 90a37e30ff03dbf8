import { describe, expect, it } from '@jest/globals';

import { redisSkipReason, type RedisServer, startRedis } from '@discord-intelligence/testing';

import { createFailoverBudgetStore, type FailoverBudgetStoreOptions } from '../../src/budget/failover-budget-store.js';
import { createRedisBudgetStore } from '../../src/budget/redis-budget-store.js';
import { createRedisConnection } from '../../src/redis/redis-connection.js';
import { createRedisKeys } from '../../src/redis/redis-keys.js';

import { lineOf, TENANT } from './describe-budget-store.js';

const skip = redisSkipReason();
if (skip) it.skip(skip, () => undefined);

const lines = [lineOf('user:u1', 100)];

(skip ? describe.skip : describe)('The failover store', () => {
  const open = async (redis: RedisServer, { commandTimeoutMs = 2_000, ...options }: Partial<FailoverBudgetStoreOptions> & { readonly commandTimeoutMs?: number } = {}) => {
    const connection = createRedisConnection({ url: redis.url, commandTimeoutMs, firstConnectTimeoutMs: 5_000, probeEveryMs: 50 });
    await connection.ready();
    const shared = createRedisBudgetStore({ connection, keys: createRedisKeys() });
    const store = createFailoverBudgetStore({ shared, connection, ...options });
    return {
      store, shared,
      reserve: (id: string, amountNano: number) => store.reserve({ tenant: TENANT, id, amountNano, lines, leaseMs: 60_000 }),
      settle: (id: string, actualNano: number) => store.settle({ tenant: TENANT, id, actualNano, lines }),
      read: async () => (await shared.read({ tenant: TENANT, lines })).map(({ spentNano, reservedNano }) => [spentNano, reservedNano])[0],
      restored: () => new Promise<void>((resolve) => { connection.onRestored(resolve); }),
      async [Symbol.asyncDispose]() {
        await store.close();
        await connection.close();
      },
    };
  };
  /** Resolves when everything that waited was delivered. */
  const delivered = async (store: { readonly pending: number }) => {
    while (store.pending > 0) await new Promise((resolve) => setImmediate(resolve));
  };

  it('refuses while Redis is away when it is to fail closed, and settles what was open when it is back', async () => {
    await using redis = await startRedis();
    await using subject = await open(redis);
    await subject.reserve('a', 60);
    redis.pause();
    // The connection breaks without an answer: the server may or may not have done it.
    const uncertain = subject.reserve('b', 10);
    await redis.stop();
    expect(await uncertain).toEqual({ ok: false, reason: 'unavailable' });
    expect(await subject.settle('a', 25)).toEqual({ kind: 'deferred', counters: [] });
    expect(await subject.reserve('c', 1)).toEqual({ ok: false, reason: 'unavailable' });
    expect(subject.store.pending).toBe(2);
    const back = subject.restored();
    await redis.restart();
    await back;
    await delivered(subject.store);
    // Redis came back empty: the settlement counts all the same.
    expect(await subject.read()).toEqual([25, 0]);
    expect(await subject.settle('a', 25)).toMatchObject({ kind: 'duplicate' });
  });

  it('corrects the reservation that Redis kept through a broken line', async () => {
    await using redis = await startRedis();
    await using subject = await open(redis);
    await subject.reserve('a', 60);
    await redis.command('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await subject.settle('a', 25);
    while ((await subject.store.read({ tenant: TENANT, lines }))[0]?.spentNano !== 25 || subject.store.pending > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await subject.read()).toEqual([25, 0]);
  });

  it('takes back a reservation whose answer came too late, without being asked again', async () => {
    await using redis = await startRedis();
    await using subject = await open(redis, { commandTimeoutMs: 100 });
    redis.pause();
    expect(await subject.reserve('a', 60)).toEqual({ ok: false, reason: 'unavailable' });
    redis.resume();
    while (subject.store.pending > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await redis.command('EXISTS', createRedisKeys().budget(TENANT).reservation('a'))).toBe(1);
    expect((await subject.store.read({ tenant: TENANT, lines }))[0]).toMatchObject({ spentNano: 0, reservedNano: 0 });
  });

  it('serves within a share of what was left when it is to fail open, and replays it exactly once', async () => {
    await using redis = await startRedis();
    await using subject = await open(redis, { mode: 'open', expectedProcesses: 2 });
    await subject.reserve('before', 20);
    await subject.settle('before', 20);
    await redis.stop();
    // 80 are left, of which this process may spend 40.
    const outcomes = [];
    for (const id of ['a', 'b', 'c', 'd', 'e']) outcomes.push(await subject.reserve(id, 10));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true, false]);
    expect(outcomes[4]).toMatchObject({ reason: 'exceeded', counters: [{ spentNano: 20, reservedNano: 40 }] });
    for (const id of ['a', 'b', 'c', 'd']) expect(await subject.settle(id, 4)).toMatchObject({ kind: 'deferred' });
    expect(await subject.reserve('f', 24)).toMatchObject({ ok: true });
    expect(await subject.store.markSent({ tenant: TENANT, id: 'f' })).toBe(true);
    const back = subject.restored();
    await redis.restart();
    await back;
    await delivered(subject.store);
    expect(await subject.read()).toEqual([16, 0]);
    expect(await subject.settle('f', 9)).toMatchObject({ kind: 'late' });
    expect(await subject.settle('a', 4)).toMatchObject({ kind: 'duplicate' });
    expect(await subject.read()).toEqual([25, 0]);
    expect(subject.store.dropped).toBe(0);
  });

  it('bounds its journal and counts what it gives up', async () => {
    await using redis = await startRedis();
    await using subject = await open(redis, { maxJournal: 2 });
    await redis.stop();
    for (const id of ['a', 'b', 'c']) await subject.settle(id, 1);
    expect([subject.store.pending, subject.store.dropped]).toEqual([2, 1]);
  });

  it('does not hide mistakes of the caller behind an absence of Redis', async () => {
    await using redis = await startRedis();
    await using subject = await open(redis, { mode: 'open' });
    await expect((async () => subject.settle('a', 0.5))()).rejects.toThrow(RangeError);
    await expect((async () => subject.reserve('a', -1))()).rejects.toThrow(RangeError);
  });
});
