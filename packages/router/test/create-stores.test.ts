import { describe, expect, it } from '@jest/globals';

import { redisSkipReason, startRedis } from '@discord-intelligence/testing';

import { createStores } from '../src/create-stores.js';

const skip = redisSkipReason();
if (skip) it.skip(skip, () => undefined);

describe('createStores', () => {
  it('keeps everything in this process without Redis', async () => {
    await using stores = createStores({ budgets: [{ id: 'all', limitNano: 100 }] });
    await stores.ready();
    expect(stores.redis).toBeUndefined();
    expect(stores.isDegraded).toBe(false);
    expect(stores.budgets.reserve({ labels: {}, amountNano: 100 })).toMatchObject({ ok: true });
    expect(stores.limits.acquire({ key: 'a', rpm: 1, tokens: 1 })).toMatchObject({ ok: true });
  });

  it('takes over a new configuration and keeps the counters', async () => {
    await using stores = createStores({ budgets: [{ id: 'all', limitNano: 100 }], cooldown: { jitter: 0 } });
    await stores.budgets.charge({ labels: {}, amountNano: 60 });
    stores.reconfigure({ budgets: [{ id: 'all', limitNano: 70 }], cooldown: { baseMs: 7_000, jitter: 0 }, deploymentPrices: { a: { in: 1, out: 2 } } });
    expect(await stores.budgets.reserve({ labels: {}, amountNano: 11 })).toMatchObject({ ok: false });
    expect(stores.cooldowns.reportFailure({ deployment: 'a', errorClass: 'rate_limit', rule: 'siblings', hasSiblings: true })).toMatchObject({ durationMs: 7_000 });
    expect(stores.prices.peek({ deployment: 'a', model: 'm' })).toMatchObject({ source: 'deployment' });
  });

  (skip ? it.skip : it)('waits a little longer for a slow Redis where a budget would have to refuse', async () => {
    await using redis = await startRedis();
    await using stores = createStores({ redis: { url: redis.url, commandTimeoutMs: 100, firstConnectTimeoutMs: 5_000 }, budgets: [{ id: 'all', limitNano: 100 }], budgetFailMode: 'closed' });
    await stores.ready();
    redis.pause();
    const reserving = stores.budgets.reserve({ labels: {}, amountNano: 90 });
    await expect(stores.redis?.command(['PING'])).rejects.toMatchObject({ reason: 'timeout' });
    redis.resume();
    expect(await reserving).toMatchObject({ ok: true });
  });

  (skip ? it.skip : it)('shares everything through Redis, and two of them see the same money', async () => {
    await using redis = await startRedis();
    const open = () => createStores({ redis: { url: redis.url, commandTimeoutMs: 5_000, firstConnectTimeoutMs: 5_000 }, budgets: [{ id: 'all', limitNano: 100 }] });
    await using first = open();
    await using second = open();
    await Promise.all([first.ready(), second.ready()]);
    const outcome = await first.budgets.reserve({ labels: {}, amountNano: 90 });
    expect(outcome).toMatchObject({ ok: true });
    expect(await second.budgets.reserve({ labels: {}, amountNano: 11 })).toMatchObject({ ok: false, refusal: { status: { reservedNano: 90 } } });
    expect(first.isDegraded).toBe(false);
  });

  (skip ? it.skip : it)('gives what is on its way to Redis before it closes', async () => {
    await using redis = await startRedis();
    const stores = createStores({ redis: { url: redis.url, commandTimeoutMs: 5_000, firstConnectTimeoutMs: 5_000 }, budgets: [{ id: 'all', limitNano: 100 }] });
    const outcome = await stores.budgets.reserve({ labels: {}, amountNano: 90 });
    if (outcome.ok) void outcome.hold.settle(30);
    await stores.close();
    await using later = createStores({ redis: { url: redis.url, commandTimeoutMs: 5_000, firstConnectTimeoutMs: 5_000 }, budgets: [{ id: 'all', limitNano: 100 }] });
    expect(await later.budgets.status({})).toMatchObject([{ spentNano: 30, reservedNano: 0 }]);
  });

  (skip ? it.skip : it)('serves from this process, and says so, when Redis was never there', async () => {
    await using redis = await startRedis();
    await redis.stop();
    await using stores = createStores({ redis: { url: redis.url }, budgets: [{ id: 'all', limitNano: 100 }], budgetFailMode: 'open' });
    await stores.ready();
    expect(await stores.limits.acquire({ key: 'a', rpm: 100, tokens: 1 })).toMatchObject({ ok: true });
    expect(await stores.budgets.reserve({ labels: {}, amountNano: 100 })).toMatchObject({ ok: true });
    expect(await stores.budgets.reserve({ labels: {}, amountNano: 1 })).toMatchObject({ ok: false });
    expect(stores.cooldowns.reportFailure({ deployment: 'a', errorClass: 'rate_limit', rule: 'siblings', hasSiblings: true })).toMatchObject({ kind: 'cooled' });
    expect(stores.isDegraded).toBe(true);
  });
});
