import { getEventListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { describe, expect, it } from '@jest/globals';

import { createSingleFlight } from '../../../src/cache/single-flight/single-flight.js';
import { StreamDetachedError } from '../../../src/cache/single-flight/stream-detached-error.js';
import { createStreamFlight, type StartedStream } from '../../../src/cache/single-flight/stream-flight.js';
import type { StopSignal } from '../../../src/stop-signal.js';
import { deferred, readAll } from '../support/chat.js';

/** A source of numbers that counts how far it was read and remembers how it ended. */
function numbers(count: number, { failAt, gateAt, gate }: { failAt?: number; gateAt?: number; gate?: Promise<void> } = {}) {
  const state = { produced: 0, ends: [] as string[], isReturned: false };
  async function* produce() {
    try {
      for (let number = 0; number < count; number += 1) {
        if (number === gateAt) await gate;
        if (number === failAt) throw new Error('source broke');
        state.produced += 1;
        yield number;
      }
    } finally {
      state.isReturned = true;
    }
  }
  const started: StartedStream<number> = { items: produce(), onEnd: (how) => state.ends.push(how) };
  return { state, started };
}

const create = (maxBytes = 1_000) => createStreamFlight<number>({ flights: createSingleFlight(), maxBytes, sizeOf: () => 1 });
const never = () => Promise.reject(new Error('started twice'));

describe('createStreamFlight', () => {
  it('starts once for all, and everybody sees everything', async () => {
    const streams = create();
    const { state, started } = numbers(100);
    const readers = await Promise.all(Array.from({ length: 5 }, (_, index) => streams.open('k', index === 0 ? async () => started : never, { canLead: true })));
    const seen = await Promise.all(readers.map(({ items }) => readAll(items)));
    for (const items of seen) expect(items).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(readers.map(({ isShared }) => isShared)).toEqual([false, true, true, true, true]);
    expect(state).toEqual({ produced: 100, ends: ['done'], isReturned: true });
  });

  it('replays the beginning for one who comes late', async () => {
    const streams = create();
    const { started } = numbers(10);
    const early = await streams.open('k', async () => started, { canLead: true });
    for (let index = 0; index < 5; index += 1) await early.items.next();
    const late = await streams.open('k', never, { canLead: true });
    expect(await readAll(late.items)).toHaveLength(10);
    expect(await readAll(early.items)).toHaveLength(5);
  });

  it('starts anew for one who comes when the beginning is gone, or the stream is over', async () => {
    const streams = create(5);
    const first = await streams.open('k', async () => numbers(20).started, { canLead: true });
    for (let index = 0; index < 10; index += 1) await first.items.next();
    const second = await streams.open('k', async () => numbers(3).started, { canLead: true });
    expect(second.isShared).toBe(false);
    expect(await readAll(second.items)).toEqual([0, 1, 2]);
    await first.items.return?.();
    const third = await streams.open('k', async () => numbers(2).started, { canLead: true });
    expect(await readAll(third.items)).toEqual([0, 1]);
  });

  it('lets a slow reader go instead of waiting for it', async () => {
    const streams = create(5);
    const { started } = numbers(50);
    const [fast, slow] = await Promise.all([streams.open('k', async () => started, { canLead: true }), streams.open('k', never, { canLead: true })]);
    expect((await slow.items.next()).value).toBe(0);
    expect(await readAll(fast.items)).toHaveLength(50);
    const failure: unknown = await slow.items.next().catch((error: unknown) => error);
    expect(StreamDetachedError.is(failure)).toBe(true);
    expect(await slow.items.next().catch((error: unknown) => error)).toBeInstanceOf(StreamDetachedError);
  });

  it('does not read ahead of its fastest reader', async () => {
    const streams = create();
    const { state, started } = numbers(100);
    const { items } = await streams.open('k', async () => started, { canLead: true });
    await items.next();
    await items.next();
    expect(state.produced).toBe(2);
    await items.return?.();
  });

  it('ends the source when the last reader leaves, not before', async () => {
    const streams = create();
    const { state, started } = numbers(100);
    let signal: StopSignal | undefined;
    const [first, second] = await Promise.all([
      streams.open('k', async (own) => {
        signal = own;
        return started;
      }, { canLead: true }),
      streams.open('k', never, { canLead: true }),
    ]);
    for await (const item of first.items) if (item === 3) break;
    expect(state.isReturned).toBe(false);
    expect((await second.items.next()).value).toBe(0);
    await second.items.return?.();
    await Promise.resolve();
    expect(signal?.aborted).toBe(true);
    expect(state.ends).toEqual(['abandoned']);
    expect(state.isReturned).toBe(true);
  });

  it('passes a failure on to all readers, behind what came before', async () => {
    const streams = create();
    const { state, started } = numbers(10, { failAt: 3 });
    const readers = await Promise.all([streams.open('k', async () => started, { canLead: true }), streams.open('k', never, { canLead: true })]);
    for (const { items } of readers) {
      const seen: number[] = [];
      await expect((async () => { for await (const item of items) seen.push(item); })()).rejects.toThrow('source broke');
      expect(seen).toEqual([0, 1, 2]);
    }
    expect(state.ends).toEqual(['failed']);
  });

  it('gives a failed start to all who wait, and is free afterwards', async () => {
    const streams = create();
    const gate = deferred<StartedStream<number>>();
    const asks = [streams.open('k', () => gate.promise, { canLead: true }), streams.open('k', never, { canLead: true })];
    gate.reject(new Error('no start'));
    for (const { status } of await Promise.allSettled(asks)) expect(status).toBe('rejected');
    expect((await streams.open('k', async () => numbers(1).started, { canLead: true })).isShared).toBe(false);
  });

  it('ends a stream that starts after everybody has left', async () => {
    const streams = create();
    const gate = deferred();
    const { state, started } = numbers(5);
    const leaver = new AbortController();
    const ask = streams.open('k', async () => {
      await gate.promise;
      return started;
    }, { canLead: true, signal: leaver.signal });
    leaver.abort();
    await expect(ask).rejects.toThrow();
    gate.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    expect(state.ends).toEqual(['abandoned']);
    expect(state.produced).toBe(0);
  });

  it('ends one reader with its signal while it waits, and leaves no listener', async () => {
    const streams = create();
    const gate = deferred();
    const { state, started } = numbers(5, { gateAt: 2, gate: gate.promise });
    const leaver = new AbortController();
    const [first, second] = await Promise.all([streams.open('k', async () => started, { canLead: true, signal: leaver.signal }), streams.open('k', never, { canLead: true })]);
    await first.items.next();
    await first.items.next();
    expect(getEventListeners(leaver.signal, 'abort')).toHaveLength(0);
    const waiting = first.items.next();
    leaver.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    expect(getEventListeners(leaver.signal, 'abort')).toHaveLength(0);
    gate.resolve();
    expect(await readAll(second.items)).toHaveLength(5);
    expect(state.ends).toEqual(['done']);
  });

  it('ends the source of readers that were dropped without a word', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const streams = create();
    const { state, started } = numbers(100);
    const drop = async () => {
      const { items } = await streams.open('k', async () => started, { canLead: true });
      await items.next();
    };
    await drop();
    for (let tries = 0; tries < 200 && state.ends.length === 0; tries += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      collectGarbage();
    }
    expect(state.ends).toEqual(['abandoned']);
    expect(state.isReturned).toBe(true);
  });
});
