import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { redisSkipReason, type RedisServer, startRedis } from '@discord-intelligence/testing';

import { createBudgetKeeper } from '../../src/budget/create-budget-keeper.js';
import { NANO_PER_USD, usdToNano } from '../../src/budget/nano-usd.js';
import { createRedisBudgetStore } from '../../src/budget/redis-budget-store.js';
import { createRedisConnection, type RedisConnection } from '../../src/redis/redis-connection.js';
import { createRedisKeys } from '../../src/redis/redis-keys.js';

import { type Spender, startSpender } from './start-spender.js';

const skip = redisSkipReason();
if (skip) it.skip(skip, () => undefined);

const PROCESSES = 8;
/** The living renew it three times in that time, which each of ten processes on a busy machine must come to. */
const LEASE_MS = 2_000;
/** Shorter than the time for which the server is frozen, five times as well: that long a reservation may wait. */
const COMMAND_MS = 60;
const FROZEN_MS = 400;
const LIMIT = usdToNano(1);

(skip ? describe.skip : describe)('One budget of $1.00 and many processes', () => {
  let redis: RedisServer;
  let connection: RedisConnection;
  let spenders: Spender[];
  beforeAll(async () => {
    redis = await startRedis();
    connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 10_000, firstConnectTimeoutMs: 20_000, probeEveryMs: 50 });
    spenders = await Promise.all(Array.from({ length: PROCESSES }, (_, seed) => startSpender({ url: redis.url, limitNano: LIMIT, leaseMs: LEASE_MS, commandTimeoutMs: COMMAND_MS, seed })));
  }, 120_000);
  afterAll(async () => {
    await Promise.all(spenders.map((spender) => spender[Symbol.asyncDispose]()));
    await connection.close();
    await redis[Symbol.asyncDispose]();
  });
  const keeper = () => createBudgetKeeper({ store: createRedisBudgetStore({ connection, keys: createRedisKeys() }), definitions: [{ id: 'shared', scope: { pot: '*' }, limitNano: LIMIT }] });
  const status = async (pot: string) => {
    const [found] = await keeper().status({ pot });
    return { spentNano: found?.spentNano, reservedNano: found?.reservedNano };
  };

  it('is never overspent with 400 requests in flight, and nothing stays reserved', async () => {
    const results = await Promise.all(spenders.map((spender) =>
      spender.run<{ spentNano: number; refused: number }>({ kind: 'race', pot: 'race', workers: 50, estimateNano: usdToNano(0.02), minNano: usdToNano(0.008), maxNano: usdToNano(0.018) })));
    const { spentNano, reservedNano } = await status('race');
    expect(spentNano).toBe(results.reduce((sum, result) => sum + result.spentNano, 0));
    expect(reservedNano).toBe(0);
    expect(spentNano).toBeLessThanOrEqual(NANO_PER_USD);
    // A request is refused when the estimates of those in flight fill the rest: most of the dollar is used all the same.
    expect(spentNano).toBeGreaterThan(usdToNano(0.5));
    expect(results.reduce((sum, { refused }) => sum + refused, 0)).toBe(PROCESSES * 50);
  });

  it('keeps exact through a server that freezes while everybody spends', async () => {
    const work = spenders.map((spender) => spender.run<{ spentNano: number; dropped: number }>({ kind: 'keep-on', pot: 'frozen', grants: 60, estimateNano: 2_000, actualNano: 1_000 }));
    redis.pause();
    await new Promise((resolve) => setTimeout(resolve, FROZEN_MS));
    redis.resume();
    const results = await Promise.all(work);
    expect(results).toEqual(Array(PROCESSES).fill({ spentNano: 60_000, dropped: 0 }));
    expect(await status('frozen')).toEqual({ spentNano: PROCESSES * 60_000, reservedNano: 0 });
  });

  it('loses nothing and charges nothing twice when half of them are killed', async () => {
    const estimateNano = 10_000;
    await Promise.all(spenders.map((spender) => spender.run({ kind: 'hold', pot: 'killed', count: 4, estimateNano })));
    expect(await status('killed')).toEqual({ spentNano: 0, reservedNano: PROCESSES * 4 * estimateNano });
    const dead = spenders.slice(0, PROCESSES / 2);
    const alive = spenders.slice(PROCESSES / 2);
    await Promise.all(dead.map((spender) => spender.kill()));

    // The living renew their leases, so that only the dead ones' run out.
    const swept = { charged: 0, released: 0 };
    const sweeper = keeper();
    while (swept.charged + swept.released < dead.length * 4) {
      const { charged, released } = await sweeper.sweep('all');
      swept.charged += charged;
      swept.released += released;
    }
    expect(swept).toEqual({ charged: dead.length * 2, released: dead.length * 2 });
    const results = await Promise.all(alive.map((spender) => spender.run<{ kinds: string[] }>({ kind: 'settle-held', actualNano: 3_000 })));
    expect(new Set(results.flatMap(({ kinds }) => kinds))).toEqual(new Set(['settled']));
    expect(await status('killed')).toEqual({ spentNano: dead.length * 2 * estimateNano + alive.length * 4 * 3_000, reservedNano: 0 });
    expect(await sweeper.sweep('all')).toEqual({ charged: 0, released: 0 });
    spenders = alive;
  });

  it('goes on after a restart in which the server forgot everything', async () => {
    const work = spenders.map((spender) => spender.run<{ spentNano: number }>({ kind: 'keep-on', pot: 'restarted', grants: 60, estimateNano: 2_000, actualNano: 1_000 }));
    await redis.restart();
    await Promise.all(work);
    const { spentNano = 0, reservedNano } = await status('restarted');
    expect(reservedNano).toBe(0);
    expect(spentNano).toBeLessThanOrEqual(spenders.length * 60_000);
    expect(spentNano % 1_000).toBe(0);
  });
});
