import { randomUUID } from 'node:crypto';
import { getEventListeners } from 'node:events';

import { type RedisServer, startRedis } from '@discord-intelligence/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createCacheRedisKeys } from '../../../src/redis/redis-keys.js';
import { createProcessFlight, type FlightEntry, type ProcessFlightOptions } from '../../../src/cache/single-flight/process-flight.js';
import type { RedisConnection } from '../../../src/redis/redis-connection.js';
import { connect, describeWithRedis } from '../support/redis.js';
import { startChild } from '../support/start-child.js';

describeWithRedis('createProcessFlight', () => {
  /** Keeps the keys of the children of this run apart from all others. */
  const run = randomUUID();
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

  /** Two flights that know each other through Redis only. */
  const pair = (options: Omit<ProcessFlightOptions, 'redis' | 'keys'> = {}) => {
    const keys = createCacheRedisKeys(randomUUID());
    return { keys, a: createProcessFlight({ redis: first, keys, ...options }), b: createProcessFlight({ redis: second, keys, ...options }) };
  };
  const lead = async (entering: Promise<FlightEntry>) => {
    const entry = await entering;
    if (entry.kind !== 'lead') throw new Error(`expected to lead, got ${entry.kind}`);
    return entry;
  };

  it('gives the answer of the one who leads to those who wait', async () => {
    const { a, b } = pair();
    const leader = await lead(a.enter('k'));
    const waiting = Array.from({ length: 5 }, () => b.enter('k'));
    const text = 'a long answer with ä and 😀 '.repeat(500);
    await leader.land({ text, isForAll: true });
    expect(await Promise.all(waiting)).toEqual(Array(5).fill({ kind: 'landed', text }));
  });

  it('gives an answer for all to one who comes just after', async () => {
    const { a, b } = pair();
    await (await lead(a.enter('k'))).land({ text: 'answer', isForAll: true });
    expect(await b.enter('k')).toEqual({ kind: 'landed', text: 'answer' });
  });

  it('gives an answer that must not be kept only to those who wait already', async () => {
    const { a, b } = pair();
    const leader = await lead(a.enter('k'));
    const waiting = b.enter('k');
    // It has looked once when its subscription is there.
    await waitForSubscribers(server, 1);
    await leader.land({ text: 'truncated', isForAll: false });
    expect(await waiting).toEqual({ kind: 'landed', text: 'truncated' });
    expect((await a.enter('k')).kind).toBe('lead');
  });

  it('lets one of those who wait take over when the one who led has failed', async () => {
    const { a, b } = pair();
    const leader = await lead(a.enter('k'));
    const waiting = [b.enter('k'), b.enter('k')];
    await leader.land();
    const next = await lead(Promise.race(waiting));
    await next.land({ text: 'second try', isForAll: true });
    const kinds = (await Promise.all(waiting)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['landed', 'lead']);
  });

  it('keeps the lead for as long as the work takes', async () => {
    const { a, b } = pair({ leaseMs: 800, maxWaitMs: 2_400 });
    const leader = await lead(a.enter('k'));
    expect(await b.enter('k')).toEqual({ kind: 'alone', reason: 'waited' });
    await leader.land({ text: 'answer', isForAll: true });
    expect((await b.enter('k')).kind).toBe('landed');
  });

  it('does not land what has been taken over meanwhile', async () => {
    const { keys, a, b } = pair({ leaseMs: 60_000 });
    const leader = await lead(a.enter('k'));
    await server.command('DEL', keys.flight('k'));
    const taker = await lead(b.enter('k'));
    await leader.land({ text: 'too late', isForAll: true });
    await taker.land({ text: 'in time', isForAll: true });
    expect(await a.enter('k')).toEqual({ kind: 'landed', text: 'in time' });
  });

  it('waits no longer than it is told, and stops with its signal', async () => {
    const { a, b } = pair();
    const leader = await lead(a.enter('k'));
    expect(await b.enter('k', { maxWaitMs: 20 })).toEqual({ kind: 'alone', reason: 'waited' });
    const controller = new AbortController();
    const waiting = b.enter('k', { signal: controller.signal });
    await waitForSubscribers(server, 1);
    controller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    await leader.land();
  });

  it('does not pass on an answer that is too large', async () => {
    const { a, b } = pair({ maxValueLength: 100 });
    const leader = await lead(a.enter('k'));
    await leader.land({ text: randomUUID().repeat(20), isForAll: true });
    expect((await b.enter('k')).kind).toBe('lead');
  });

  it('works alone while Redis is frozen or gone', async () => {
    await using own = await startRedis();
    await using redis = connect(own.url, 100);
    const flight = createProcessFlight({ redis });
    const leader = await lead(flight.enter('k'));
    own.pause();
    expect(await flight.enter('k')).toEqual({ kind: 'alone', reason: 'unavailable' });
    await leader.land({ text: 'answer', isForAll: true });
    own.resume();
    await own.stop();
    expect(await flight.enter('other')).toEqual({ kind: 'alone', reason: 'unavailable' });
  });

  it('refuses a lease that cannot be renewed in time', () => {
    expect(() => createProcessFlight({ redis: first, leaseMs: 10 })).toThrow('leaseMs');
  });

  describe('with processes of their own', () => {
    it('lets one of three work, and all have its answer', async () => {
      const children = Array.from({ length: 3 }, () => startChild([server.url, `${run}:answer`, 'k', 'answer']));
      await Promise.all(children.map((child) => child.line()));
      for (const child of children) child.go();
      const lines = await Promise.all(children.map((child) => child.line()));
      const leaders = lines.filter(({ event }) => event === 'lead');
      expect(leaders).toHaveLength(1);
      const others = lines.filter(({ event }) => event === 'landed');
      expect(others.map(({ text }) => text)).toEqual(Array(2).fill(`by ${leaders[0]?.pid ?? 0}`));
      await Promise.all(children.map((child) => child.ended()));
    });

    it('takes over from a process that was killed with -9', async () => {
      const prefix = `${run}:killed`;
      const victim = startChild([server.url, prefix, 'k', 'hang']);
      const heir = startChild([server.url, prefix, 'k', 'answer']);
      await Promise.all([victim.line(), heir.line()]);
      victim.go();
      expect((await victim.line()).event).toBe('lead');
      heir.go();
      await waitForSubscribers(server, 1);
      await victim.kill();
      expect((await heir.line()).event).toBe('lead');
      await heir.ended();
      const flight = createProcessFlight({ redis: first, keys: createCacheRedisKeys(prefix) });
      expect(await flight.enter('k')).toEqual({ kind: 'landed', text: `by ${heir.pid}` });
    });
  });
});

/** Resolves when somebody waits for a flight. */
async function waitForSubscribers(server: RedisServer, count: number): Promise<void> {
  // A process of its own may take long on a busy machine.
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const channels = await server.command('PUBSUB', 'CHANNELS', '*:landed:*');
    if (Array.isArray(channels) && channels.length >= count) return;
  }
  throw new Error('Nobody subscribed');
}
