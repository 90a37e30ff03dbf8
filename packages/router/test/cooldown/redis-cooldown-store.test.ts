import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { redisSkipReason, type RedisServer, startRedis } from '@discord-intelligence/testing';

import type { CooldownBoardOptions } from '../../src/cooldown/cooldown-board.js';
import type { CooldownEvent, FailureReport } from '../../src/cooldown/cooldown-store.js';
import { createRedisCooldownStore } from '../../src/cooldown/redis-cooldown-store.js';
import { createRedisConnection } from '../../src/redis/redis-connection.js';
import { createRedisKeys } from '../../src/redis/redis-keys.js';

import { describeCooldownStore, manualClock } from './describe-cooldown-store.js';

const skip = redisSkipReason();
if (skip) it.skip(skip, () => undefined);

const LIMITED: FailureReport = { deployment: 'a', errorClass: 'rate_limit', rule: 'siblings', hasSiblings: true };

(skip ? describe.skip : describe)('Cooldowns in Redis', () => {
  let redis: RedisServer;
  let created = 0;
  beforeAll(async () => { redis = await startRedis(); });
  afterAll(async () => redis[Symbol.asyncDispose]());

  /** One process, as far as Redis can tell. */
  const open = async (prefix: string, options: CooldownBoardOptions = {}) => {
    const clock = manualClock();
    const events: CooldownEvent[] = [];
    const waiting = new Set<() => void>();
    const connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 5_000, firstConnectTimeoutMs: 5_000, probeEveryMs: 50 });
    const store = createRedisCooldownStore({
      connection, keys: createRedisKeys(prefix), now: clock.now, random: () => 0.5, ...options,
      onEvent(event) {
        events.push(event);
        options.onEvent?.(event);
        for (const look of [...waiting]) look();
      },
    });
    await store.ready();
    return {
      store, clock, events, connection,
      /** Resolves when an event of a kind was seen. */
      seen: (kind: CooldownEvent['kind']) => new Promise<CooldownEvent>((resolve) => {
        const look = () => {
          const found = events.find((event) => event.kind === kind);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
      async [Symbol.asyncDispose]() {
        await store.close();
        await connection.close();
      },
    };
  };

  describeCooldownStore('The Redis store', async (options) => {
    created += 1;
    return open(`cooldown${created}`, options);
  });

  it('pushes a cooldown to other processes', async () => {
    await using first = await open('push');
    await using second = await open('push');
    first.store.reportFailure({ ...LIMITED, retryAfterMs: 10_000 });
    const { durationMs, ...event } = await second.seen('cooled');
    expect(event).toEqual({ kind: 'cooled', deployment: 'a', errorClass: 'rate_limit', isRemote: true });
    // A little less when it was read instead of heard.
    expect(durationMs > 5_000 && durationMs <= 11_000).toBe(true);
    expect(second.store.phase('a')).toMatchObject({ phase: 'cooling', remainingMs: durationMs });
  });

  it('tells a process that starts later what is left of it', async () => {
    await using first = await open('later');
    first.store.reportFailure({ ...LIMITED, retryAfterMs: 10_000 });
    await first.connection.command(['PING']);
    await using second = await open('later');
    const phase = second.store.phase('a');
    expect(phase).toMatchObject({ phase: 'cooling', errorClass: 'rate_limit' });
    expect(phase.phase === 'cooling' && phase.remainingMs > 1_000 && phase.remainingMs <= 11_000).toBe(true);
    expect(second.store.list()).toMatchObject([{ deployment: 'a', strikes: 1 }]);
  });

  it('admits one probe in all processes, and lets all of them in after it went well', async () => {
    const subjects = await Promise.all(Array.from({ length: 4 }, () => open('probe')));
    subjects[0]!.store.reportFailure(LIMITED);
    await Promise.all(subjects.map(({ seen }) => seen('cooled')));
    for (const { clock } of subjects) clock.pass(5_000);
    const claims = await Promise.all(subjects.map(async ({ store }) => store.claimProbe('a')));
    expect(claims.filter(Boolean)).toHaveLength(1);
    const prober = subjects[claims.indexOf(true)]!;
    prober.store.reportSuccess({ deployment: 'a', isProbe: true });
    await Promise.all(subjects.map(({ seen }) => seen('recovered')));
    expect(subjects.map(({ store }) => store.phase('a').phase)).toEqual(Array(4).fill('ramping'));
    await Promise.all(subjects.map((subject) => subject[Symbol.asyncDispose]()));
  });

  it('goes on alone while Redis is away, and tells the others when it is back', async () => {
    await using first = await open('away');
    await using second = await open('away');
    await redis.stop();
    first.store.reportFailure({ ...LIMITED, retryAfterMs: 60_000 });
    first.store.reportFailure({ ...LIMITED, deployment: 'b' });
    first.clock.pass(5_000);
    expect(await first.store.claimProbe('b')).toBe(true);
    expect(second.store.list()).toEqual([]);
    await redis.restart();
    expect(await second.seen('cooled')).toMatchObject({ deployment: 'a', isRemote: true });
  });

  it('does not believe messages that it cannot read', async () => {
    await using subject = await open('strangers');
    const keys = createRedisKeys('strangers');
    for (const message of ['', 'null', '{"from":"x"}', '{"from":"x","change":{"kind":"cooled","deployment":1}}']) await redis.command('PUBLISH', keys.cooldownChannel, message);
    await redis.command('PUBLISH', keys.cooldownChannel, JSON.stringify({ from: 'x', id: 'x:1', change: { kind: 'cooled', deployment: 'z', remainingMs: 1_000, strikes: 1, errorClass: 'transient' } }));
    await subject.seen('cooled');
    expect(subject.store.list().map(({ deployment }) => deployment)).toEqual(['z']);
  });
});
