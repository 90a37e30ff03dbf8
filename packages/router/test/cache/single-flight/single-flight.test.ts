import { getEventListeners } from 'node:events';

import { describe, expect, it } from '@jest/globals';

import { createSingleFlight } from '../../../src/cache/single-flight/single-flight.js';
import type { StopSignal } from '../../../src/stop-signal.js';
import { deferred } from '../support/chat.js';

describe('createSingleFlight', () => {
  it('does equal work once for all who ask at the same time', async () => {
    const flights = createSingleFlight();
    const gate = deferred<string>();
    let runs = 0;
    const asks = Array.from({ length: 50 }, () => flights.run('k', () => {
      runs += 1;
      return gate.promise;
    }));
    expect(flights.size).toBe(1);
    gate.resolve('answer');
    const results = await Promise.all(asks);
    expect(runs).toBe(1);
    expect(results.map(({ value }) => value)).toEqual(Array(50).fill('answer'));
    expect(results.filter(({ isShared }) => !isShared)).toHaveLength(1);
    expect(flights.size).toBe(0);
  });

  it('does different work side by side, and the same work again afterwards', async () => {
    const flights = createSingleFlight();
    let runs = 0;
    const work = async () => (runs += 1);
    await Promise.all([flights.run('a', work), flights.run('b', work)]);
    await flights.run('a', work);
    expect(runs).toBe(3);
  });

  it('goes on for the others when the first one leaves', async () => {
    const flights = createSingleFlight();
    const gate = deferred<string>();
    const leaver = new AbortController();
    let signal: StopSignal | undefined;
    const first = flights.run('k', (own) => {
      signal = own;
      return gate.promise;
    }, { signal: leaver.signal });
    const second = flights.run('k', () => Promise.reject(new Error('never run')));
    const reason = new Error('gone');
    leaver.abort(reason);
    await expect(first).rejects.toBe(reason);
    expect(signal?.aborted).toBe(false);
    gate.resolve('answer');
    expect(await second).toEqual({ value: 'answer', isShared: true });
  });

  it('ends the work when the last one leaves, and lets nobody join what is being ended', async () => {
    const flights = createSingleFlight();
    const leavers = [new AbortController(), new AbortController()];
    let signal: StopSignal | undefined;
    const asks = leavers.map((leaver) => flights.run('k', (own) => {
      signal = own;
      return deferred().promise;
    }, { signal: leaver.signal }));
    leavers[0]?.abort();
    expect(signal?.aborted).toBe(false);
    leavers[1]?.abort();
    expect(signal?.aborted).toBe(true);
    expect(flights.size).toBe(0);
    expect((await flights.run('k', async () => 'fresh')).value).toBe('fresh');
    await Promise.allSettled(asks);
  });

  it('gives a failure to all who wait, and frees the key before', async () => {
    const flights = createSingleFlight();
    const gate = deferred();
    const failure = new Error('provider down');
    const asks = Array.from({ length: 3 }, () => flights.run('k', () => gate.promise).catch((error: unknown) => ({ error, size: flights.size })));
    gate.reject(failure);
    expect(await Promise.all(asks)).toEqual(Array(3).fill({ error: failure, size: 0 }));
    expect((await flights.run('k', async () => 'fresh')).value).toBe('fresh');
  });

  it('takes a throw for a failure', async () => {
    const flights = createSingleFlight();
    await expect(flights.run('k', () => { throw new Error('thrown'); })).rejects.toThrow('thrown');
    expect(flights.size).toBe(0);
  });

  it('leaves no failure unhandled when everybody has left', async () => {
    const flights = createSingleFlight();
    const unhandled: unknown[] = [];
    const listen = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', listen);
    try {
      const gate = deferred();
      const leaver = new AbortController();
      const ask = flights.run('k', () => gate.promise, { signal: leaver.signal });
      leaver.abort();
      await expect(ask).rejects.toThrow();
      gate.reject(new Error('late'));
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
      expect(unhandled).toEqual([]);
    } finally {
      process.off('unhandledRejection', listen);
    }
  });

  it('takes its listeners off a long-lived signal', async () => {
    const flights = createSingleFlight();
    const { signal } = new AbortController();
    for (let round = 0; round < 20; round += 1) {
      await flights.run('k', async () => round, { signal });
      await flights.run('k', () => Promise.reject(new Error('no')), { signal }).catch(() => undefined);
    }
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('starts nothing for a caller who has left already', async () => {
    const flights = createSingleFlight();
    let runs = 0;
    await expect(flights.run('k', async () => (runs += 1), { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(runs).toBe(0);
  });

  it('lets those who may not lead join, but work alone otherwise', async () => {
    const flights = createSingleFlight();
    const gate = deferred<string>();
    const leading = flights.run('k', () => gate.promise);
    const joining = flights.run('k', async () => 'own', { canLead: false });
    gate.resolve('led');
    expect((await joining).value).toBe('led');
    await leading;

    const alone = deferred<string>();
    const working = flights.run('k', () => alone.promise, { canLead: false });
    expect(flights.size).toBe(0);
    expect((await flights.run('k', async () => 'other')).value).toBe('other');
    alone.resolve('mine');
    expect((await working).value).toBe('mine');
  });

  it('keeps no more flights than it is told; the rest work alone', async () => {
    const flights = createSingleFlight({ maxFlights: 2 });
    const gate = deferred<number>();
    let runs = 0;
    const asks = ['a', 'b', 'c', 'c'].map((key) => flights.run(key, () => {
      runs += 1;
      return gate.promise;
    }));
    expect(flights.size).toBe(2);
    expect(runs).toBe(4);
    gate.resolve(1);
    await Promise.all(asks);
  });
});
