import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { redisSkipReason, type RedisServer, startRedis } from '@discord-intelligence/testing';

import { createRedisBudgetStore } from '../../src/budget/redis-budget-store.js';
import { createRedisConnection } from '../../src/redis/redis-connection.js';
import { createRedisKeys } from '../../src/redis/redis-keys.js';

import { describeBudgetModel } from './describe-budget-model.js';
import { describeBudgetStore, lineOf, TENANT } from './describe-budget-store.js';

const skip = redisSkipReason();
if (skip) it.skip(skip, () => undefined);

(skip ? describe.skip : describe)('Budgets in Redis', () => {
  let redis: RedisServer;
  let created = 0;
  beforeAll(async () => { redis = await startRedis(); });
  afterAll(async () => redis[Symbol.asyncDispose]());

  const create = async () => {
    created += 1;
    const connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 5_000, firstConnectTimeoutMs: 5_000 });
    const keys = createRedisKeys(`test${created}`);
    return {
      keys,
      store: createRedisBudgetStore({ connection, keys }),
      // Leases end by the server's clock, which cannot be set.
      async pass(ms: number) {
        const end = (await serverTime()) + ms;
        while ((await serverTime()) <= end) await new Promise((resolve) => setTimeout(resolve, 1));
      },
      [Symbol.asyncDispose]: () => connection.close(),
    };
    async function serverTime(): Promise<number> {
      const [seconds, micros] = (await connection.command(['TIME'])) as [string, string];
      return Number(seconds) * 1_000 + Number(micros) / 1_000;
    }
  };

  describeBudgetStore('The Redis store', create);
  describeBudgetModel('The Redis store', create, 4);

  it('keeps all keys of a tenant in one cluster slot', async () => {
    await using subject = await create();
    await subject.store.reserve({ tenant: 'a}b{', id: 'r', amountNano: 1, lines: [lineOf('x', 10), lineOf('y', 10)], leaseMs: 60_000 });
    const keys = (await redis.command('KEYS', `{test${created}:*`)) as string[];
    expect(keys).toHaveLength(6);
    const slots = new Set(await Promise.all(keys.map(async (key) => redis.command('CLUSTER', 'KEYSLOT', key).catch(() => slotTag(key)))));
    expect(slots.size).toBe(1);
  });

  it('lets every key expire', async () => {
    await using subject = await create();
    const lines = [lineOf('x', 10)];
    await subject.store.reserve({ tenant: TENANT, id: 'r', amountNano: 1, lines, leaseMs: 60_000 });
    await subject.store.settle({ tenant: TENANT, id: 'r', actualNano: 1, lines });
    const keys = (await redis.command('KEYS', `{test${created}:*`)) as string[];
    const lifetimes = await Promise.all(keys.map(async (key) => redis.command('PTTL', key)));
    expect(lifetimes).toHaveLength(3);
    expect(lifetimes.every((ms) => Number(ms) > 0)).toBe(true);
  });

  it('counts a reservation only when enough replicas have it', async () => {
    await using subject = await create();
    const connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 5_000, firstConnectTimeoutMs: 5_000 });
    const store = createRedisBudgetStore({ connection, keys: subject.keys, replicas: { count: 1, timeoutMs: 10 } });
    const lines = [lineOf('x', 10)];
    expect(await store.reserve({ tenant: TENANT, id: 'r', amountNano: 5, lines, leaseMs: 60_000 })).toEqual({ ok: false, reason: 'unavailable' });
    expect(await store.read({ tenant: TENANT, lines })).toMatchObject([{ reservedNano: 0, spentNano: 0 }]);
    await connection.close();
  });

  it('works on when the server has forgotten its scripts', async () => {
    await using subject = await create();
    const lines = [lineOf('x', 10)];
    await subject.store.reserve({ tenant: TENANT, id: 'a', amountNano: 1, lines, leaseMs: 60_000 });
    await redis.command('SCRIPT', 'FLUSH');
    expect(await subject.store.reserve({ tenant: TENANT, id: 'b', amountNano: 1, lines, leaseMs: 60_000 })).toMatchObject({ ok: true });
  });
});

/** What a cluster hashes; a server that is no cluster may refuse to say the slot. */
function slotTag(key: string): string {
  return /^\{([^}]+)\}/u.exec(key)?.[1] ?? key;
}
