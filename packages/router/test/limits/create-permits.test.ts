import { describe, expect, it } from '@jest/globals';

import { createPermits } from '../../src/limits/create-permits.js';
import type { PermitOutcome } from '../../src/limits/permits.js';

function releaseOf(outcome: PermitOutcome): () => void {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.release;
}

/** Timers that go off when the test says so. */
function manualTimers() {
  const callbacks = new Set<() => void>();
  return {
    setTimer: (callback: () => void) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    fire: () => { for (const callback of [...callbacks]) callback(); },
    get count() { return callbacks.size; },
  };
}

describe('createPermits', () => {
  it('lets so many run at a time and no more, however often a permit is released', async () => {
    const permits = createPermits({ maxParallel: 2 });
    const first = permits.tryAcquire()!;
    const second = permits.tryAcquire();
    expect(second).toBeDefined();
    expect(permits.tryAcquire()).toBeUndefined();
    first();
    first();
    expect(permits.active).toBe(1);
    expect(permits.tryAcquire()).toBeDefined();
    expect(permits.tryAcquire()).toBeUndefined();
  });

  it('serves in the order of asking', async () => {
    const permits = createPermits({ maxParallel: 1 });
    const order: number[] = [];
    const running = permits.tryAcquire()!;
    const waiting = [1, 2, 3].map(async (number) => {
      const release = releaseOf(await permits.acquire({ timeoutMs: 10_000 }));
      order.push(number);
      release();
    });
    expect(permits.tryAcquire()).toBeUndefined();
    running();
    await Promise.all(waiting);
    expect(order).toEqual([1, 2, 3]);
    expect([permits.active, permits.waiting]).toEqual([0, 0]);
  });

  it('serves people before batches, and batches all the same', async () => {
    const permits = createPermits({ maxParallel: 1 });
    const order: string[] = [];
    const running = permits.tryAcquire()!;
    const ask = async (lane: 'interactive' | 'background') => {
      const release = releaseOf(await permits.acquire({ timeoutMs: 10_000, lane }));
      order.push(lane[0]!);
      release();
    };
    const waiting = [...Array.from({ length: 3 }, () => ask('background')), ...Array.from({ length: 8 }, () => ask('interactive'))];
    running();
    await Promise.all(waiting);
    expect(order.join('')).toBe('iiiibiiiibb');
  });

  it('turns away at once when the queue is full or waiting is not wanted', async () => {
    const permits = createPermits({ maxParallel: 1, maxQueue: 1 });
    const running = permits.tryAcquire()!;
    expect(await permits.acquire({ timeoutMs: 0 })).toEqual({ ok: false, reason: 'timeout' });
    const waiting = permits.acquire({ timeoutMs: 10_000 });
    expect(await permits.acquire({ timeoutMs: 10_000 })).toEqual({ ok: false, reason: 'queue-full' });
    running();
    releaseOf(await waiting)();
  });

  it('ends a wait by its time limit or its signal, and leaves nothing behind', async () => {
    const timers = manualTimers();
    const permits = createPermits({ maxParallel: 1, setTimer: timers.setTimer });
    const running = permits.tryAcquire()!;
    const controller = new AbortController();
    const aborted = permits.acquire({ timeoutMs: 1_000, signal: controller.signal });
    controller.abort();
    expect(await aborted).toEqual({ ok: false, reason: 'aborted' });
    expect(await permits.acquire({ timeoutMs: 1_000, signal: controller.signal })).toEqual({ ok: false, reason: 'aborted' });
    const late = permits.acquire({ timeoutMs: 1_000 });
    timers.fire();
    expect(await late).toEqual({ ok: false, reason: 'timeout' });
    expect([permits.waiting, timers.count]).toEqual([0, 0]);
    running();
    expect(permits.active).toBe(0);
  });

  it('refuses numbers that cannot be meant', () => {
    expect(() => createPermits({ maxParallel: 0 })).toThrow('maxParallel must be a whole number above 0, got 0');
    expect(() => createPermits({ maxParallel: 1, maxQueue: -1 })).toThrow('maxQueue');
  });
});
