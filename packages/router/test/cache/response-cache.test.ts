import { getEventListeners } from 'node:events';

import { describe, expect, it } from '@jest/globals';
import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions';

import type { CacheControls } from '../../src/cache/cache-controls.js';
import { createResponseCache } from '../../src/cache/create-response-cache.js';
import { createMemoryStore } from '../../src/cache/exact/memory-store.js';
import type { CacheRequest, ResponseCache } from '../../src/cache/response-cache.js';
import type { ResponseCacheOptions } from '../../src/cache/response-cache-options.js';
import type { StopSignal } from '../../src/stop-signal.js';

import { answer, deferred, joined, pieces, readAll, textOf } from './support/chat.js';
import { createClock } from './support/clock.js';

const COST = 20_000_000;

/** A cache, and a provider that answers from a list (the last one again and again) and counts. */
function arrange(options: ResponseCacheOptions = {}, answers: readonly (ChatCompletion | Error)[] = [answer('ok')]) {
  const clock = createClock();
  const cache = createResponseCache({ now: clock.now, ...options });
  const provider = { calls: 0, signals: [] as (StopSignal | undefined)[] };
  const run = async (signal: StopSignal | undefined) => {
    const next = answers[Math.min(provider.calls, answers.length - 1)]!;
    provider.calls += 1;
    provider.signals.push(signal);
    await Promise.resolve();
    if (next instanceof Error) throw next;
    return { completion: structuredClone(next), costNanoUsd: COST, info: `call ${provider.calls}` };
  };
  const ask = async (params: Record<string, unknown> = {}, controls?: CacheControls, more: Partial<CacheRequest> = {}) =>
    await cache.complete(planOf(cache, params, controls, more), run);
  return { clock, cache, provider, run, ask };
}

function planOf(cache: ResponseCache, params: Record<string, unknown> = {}, controls?: CacheControls, more: Partial<CacheRequest> = {}) {
  const request = { params: { model: 'g', messages: [{ role: 'user', content: 'What is a monad?' }], ...params }, tenant: 't1', group: 'g', ...(controls && { controls }), ...more };
  return cache.plan(request);
}

describe('the response cache', () => {
  it('answers an equal request without a call, at no cost, and says what was saved', async () => {
    const { ask, cache, clock, provider } = arrange();
    expect((await ask()).source).toEqual({ status: 'miss', info: 'call 1' });
    clock.advance(500);
    const { completion, source } = await ask();
    expect(source).toEqual({ status: 'hit', savedNanoUsd: COST, ageMs: 500 });
    expect(completion).toEqual(answer('ok'));
    expect(provider.calls).toBe(1);
    expect(cache.statistics()).toMatchObject({ lookups: 2, hits: 1, misses: 1, writes: 1, savedNanoUsd: COST, entries: 1, flights: 0 });
  });

  it('gives each caller an object of its own', async () => {
    const { ask } = arrange();
    const [first, second] = await Promise.all([ask(), ask()]);
    first.completion.choices[0]!.message.content = 'changed';
    const third = await ask();
    third.completion.choices[0]!.message.content = 'changed too';
    expect(textOf(second.completion)).toBe('ok');
    expect(textOf((await ask()).completion)).toBe('ok');
  });

  it('never shares between tenants, unless both ask for the shared compartment', async () => {
    const { ask } = arrange();
    const statuses: string[] = [];
    for (const [tenant, controls] of [['t1'], ['t2'], ['t1'], ['t1', { isShared: true }], ['t2', { isShared: true }], ['t2', { namespace: 'n' }], ['t2', { namespace: 'n' }]] as const) {
      statuses.push((await ask({}, controls, { tenant })).source.status);
    }
    expect(statuses).toEqual(['miss', 'miss', 'hit', 'miss', 'hit', 'miss', 'hit']);
  });

  it('refuses a request without a tenant, and controls out of range', () => {
    const { cache } = arrange();
    expect(() => planOf(cache, {}, undefined, { tenant: '' })).toThrow('tenant');
    expect(() => planOf(cache, {}, { ttlMs: 0 })).toThrow('ttlMs');
    expect(() => planOf(cache, {}, { sMaxageMs: -1 })).toThrow('sMaxageMs');
    expect(() => planOf(cache, {}, { namespace: '' })).toThrow('namespace');
  });

  it('lets a caching group answer for each of its groups', async () => {
    const { ask } = arrange({ groups: [['g', 'h']] });
    await ask();
    expect((await ask({ model: 'h' }, undefined, { group: 'h' })).source.status).toBe('hit');
    expect((await ask({ model: 'i' }, undefined, { group: 'i' })).source.status).toBe('miss');
  });

  it('keeps a group apart from a caching group of the same name', async () => {
    const { ask } = arrange({ groups: [['g', 'h']] });
    await ask();
    expect((await ask({}, undefined, { group: 'caching:g' })).source.status).toBe('miss');
  });

  it('reads but does not write with noStore', async () => {
    const { ask } = arrange();
    const statuses = [];
    for (const controls of [{ noStore: true }, undefined, { noStore: true }]) statuses.push((await ask({}, controls)).source.status);
    expect(statuses).toEqual(['miss', 'miss', 'hit']);
  });

  it('writes but does not read with noCache', async () => {
    const { ask, provider } = arrange({}, [answer('old'), answer('new')]);
    const texts = [];
    for (const controls of [undefined, { noCache: true }, undefined]) texts.push(textOf((await ask({}, controls)).completion));
    expect(texts).toEqual(['old', 'new', 'new']);
    expect(provider.calls).toBe(2);
  });

  it('forgets after the time to live; that of the request counts more', async () => {
    const { ask, clock } = arrange({ ttlMs: 60_000 });
    await ask({}, { ttlMs: 100 });
    clock.advance(100);
    expect((await ask()).source.status).toBe('miss');
    clock.advance(59_999);
    expect((await ask()).source.status).toBe('hit');
  });

  it('accepts nothing older than sMaxageMs', async () => {
    const { ask, clock } = arrange();
    await ask();
    clock.advance(1_000);
    expect((await ask({}, { sMaxageMs: 1_000 })).source.status).toBe('hit');
    expect((await ask({}, { sMaxageMs: 999 })).source.status).toBe('miss');
  });

  it.each([
    ['a failure', new Error('500')],
    ['a truncated answer', answer({ content: 'cut', finishReason: 'length' })],
    ['a filtered answer', answer({ content: '', finishReason: 'content_filter' })],
    ['an invalid tool call', answer({ toolCalls: [{ name: 't1', args: '{bad' }] })],
  ])('keeps no %s', async (_what, first) => {
    const { ask, provider } = arrange({}, [first, answer('ok')]);
    const tools = [{ type: 'function', function: { name: 't1' } }];
    await ask({ tools }).catch(() => undefined);
    expect((await ask({ tools })).source.status).toBe('miss');
    expect((await ask({ tools })).source.status).toBe('hit');
    expect(provider.calls).toBe(2);
  });

  it.each([
    ['disabled', {}, { enabled: false }],
    ['temperature', { temperature: 1.2 }, {}],
    ['non-text', { modalities: ['text', 'audio'] }, {}],
    ['non-text', { messages: [{ role: 'user', content: [{ type: 'text', text: 'Read.' }, { type: 'file', file: { file_data: 'AA==' } }] }] }, {}],
    ['non-text', { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'https://example.org/now.png' } }] }] }, {}],
    ['non-text', { messages: undefined, input: 'embed me' }, {}],
    ['not-canonical', { tools: [() => 1] }, {}],
  ])('is off (%s) for %p %p', async (reason, params, controls) => {
    const { ask, cache } = arrange();
    await ask(params, controls);
    expect((await ask(params, controls)).source).toEqual({ status: 'off', reason, info: 'call 2' });
    expect(cache.statistics()).toMatchObject({ off: 2, lookups: 0, entries: 0 });
  });

  it('keeps answers at a high temperature when asked to, and none without a temperature below the limit of 1', async () => {
    const hot = arrange();
    await hot.ask({ temperature: 2 }, { anyTemperature: true });
    expect((await hot.ask({ temperature: 2 }, { anyTemperature: true })).source.status).toBe('hit');
    const strict = arrange({ maxTemperature: 0 });
    await strict.ask();
    expect((await strict.ask()).source.status).toBe('off');
    await strict.ask({ temperature: 0 });
    expect((await strict.ask({ temperature: 0 })).source.status).toBe('hit');
  });

  it('takes a broken entry for none, and replaces it', async () => {
    const store = createMemoryStore();
    const { ask, cache } = arrange({ store, now: Date.now });
    const key = planOf(cache).key ?? '';
    void store.set(key, '{"v":1}', 60_000);
    expect((await ask()).source.status).toBe('miss');
    expect((await ask()).source.status).toBe('hit');
    expect(cache.statistics().broken).toBe(1);
  });

  it('stays within its bounds over many requests', async () => {
    const { ask, cache } = arrange({ memory: { maxEntries: 100, maxBytes: 1_000_000 } }, [answer('x'.repeat(400))]);
    for (let index = 0; index < 1_000; index += 1) await ask({ seed: index });
    const { entries, bytes, flights } = cache.statistics();
    expect(entries).toBeLessThanOrEqual(100);
    expect(bytes).toBeLessThanOrEqual(1_000_000);
    expect(flights).toBe(0);
  });

  it.each([{ ttlMs: 0 }, { maxTemperature: -1 }, { maxStreamBytes: 5 }])('refuses %p by name', (options) => {
    expect(() => createResponseCache(options)).toThrow(Object.keys(options)[0]);
  });

  it('takes no part after it was closed', async () => {
    const { ask, cache } = arrange();
    await ask();
    await cache.close();
    expect((await ask()).source.status).toBe('off');
  });
});

describe('equal requests at the same time', () => {
  it('become one call, one charge and fifty answers', async () => {
    const { ask, cache, provider } = arrange();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask()));
    expect(provider.calls).toBe(1);
    const shared = answers.filter(({ source }) => source.status === 'shared');
    expect(shared).toHaveLength(49);
    for (const { completion, source } of shared) {
      expect(textOf(completion)).toBe('ok');
      expect(source).toMatchObject({ info: 'call 1' });
      expect(source.status === 'shared' && source.savedNanoUsd()).toBe(COST);
    }
    expect(cache.statistics()).toMatchObject({ misses: 1, shared: 49, savedNanoUsd: 49 * COST, writes: 1 });
  });

  it('stay one when the first leaves; the call is cancelled only when the last has left', async () => {
    const { cache } = arrange();
    const gate = deferred();
    const signals: (StopSignal | undefined)[] = [];
    const run = async (signal: StopSignal | undefined) => {
      signals.push(signal);
      await gate.promise;
      return { completion: answer('late'), costNanoUsd: COST, info: 1 };
    };
    const leaver = new AbortController();
    const first = cache.complete(planOf(cache), run, { signal: leaver.signal });
    await Promise.resolve();
    const others = Array.from({ length: 5 }, () => cache.complete(planOf(cache), run));
    await new Promise((resolve) => setImmediate(resolve));
    leaver.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    expect(getEventListeners(leaver.signal, 'abort')).toHaveLength(0);
    expect(signals).toHaveLength(1);
    expect(signals[0]?.aborted).toBe(false);
    gate.resolve();
    for (const { completion } of await Promise.all(others)) expect(textOf(completion)).toBe('late');
  });

  it('all fail with the one failure, and the next one is asked anew', async () => {
    const failure = new Error('provider down');
    const { ask, provider } = arrange({}, [failure, answer('ok')]);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => ask()));
    for (const result of results) expect(result).toEqual({ status: 'rejected', reason: failure });
    expect((await ask()).source.status).toBe('miss');
    expect(provider.calls).toBe(2);
  });

  it.each([
    ['of two tenants', {}, { tenant: 't2' }],
    ['with noCache', { noCache: true }, {}],
    ['with singleFlight off', { singleFlight: false }, {}],
    ['with caching off', { enabled: false }, {}],
  ])('%s are not shared', async (_what, controls, more) => {
    const { ask, provider } = arrange();
    await Promise.all([ask(), ask({}, controls, more)]);
    expect(provider.calls).toBe(2);
  });

  it('are not led by one who keeps nothing, but joined by it', async () => {
    const { ask, provider } = arrange();
    const [, second] = await Promise.all([ask(), ask({}, { noStore: true })]);
    expect(second.source.status).toBe('shared');
    await Promise.all([ask({ seed: 1 }, { noStore: true }), ask({ seed: 1 })]);
    expect(provider.calls).toBe(3);
  });

  it('are each asked when sharing is off', async () => {
    const { ask, provider } = arrange({ singleFlight: false });
    await Promise.all([ask(), ask(), ask()]);
    expect(provider.calls).toBe(3);
  });
});

describe('streams', () => {
  const WITH_USAGE = { stream: true, stream_options: { include_usage: true } };

  function arrangeStreams(items: readonly ChatCompletionChunk[] = pieces('hello world'), options: ResponseCacheOptions = {}) {
    const base = arrange(options);
    const state = { starts: 0, ends: 0, signals: [] as (StopSignal | undefined)[] };
    async function* produce() {
      try {
        for (const item of items) {
          await Promise.resolve();
          yield item;
        }
      } finally {
        state.ends += 1;
      }
    }
    const start = async (signal: StopSignal | undefined) => {
      state.starts += 1;
      state.signals.push(signal);
      await Promise.resolve();
      return { chunks: produce(), costNanoUsd: () => (state.ends > 0 ? COST : null), info: `stream ${state.starts}` };
    };
    const open = (params: Record<string, unknown> = WITH_USAGE, controls?: CacheControls) => base.cache.stream(planOf(base.cache, params, controls), start);
    return { ...base, state, open, start };
  }

  it('are kept when they end well, and replayed with the usage in the last chunk only', async () => {
    const { cache, open, state } = arrangeStreams();
    const first = await readAll((await open()).chunks);
    await cache.settled();
    const again = await open();
    expect(again.source).toEqual({ status: 'hit', savedNanoUsd: COST, ageMs: 0 });
    const second = await readAll(again.chunks);
    for (const seen of [first, second]) {
      expect(joined(seen)).toBe('hello world');
      expect(seen.filter(({ usage }) => usage)).toEqual([seen.at(-1)]);
    }
    expect(state.starts).toBe(1);
  });

  it('give the usage only to those who asked, fresh and kept and with caching off', async () => {
    const { open } = arrangeStreams();
    for (const controls of [undefined, undefined, { enabled: false }]) {
      const seen = await readAll((await open({ stream: true }, controls)).chunks);
      expect(joined(seen)).toBe('hello world');
      expect(seen.some((chunk) => 'usage' in chunk)).toBe(false);
    }
  });

  it('and whole answers come from one entry', async () => {
    const { ask, open, provider } = arrangeStreams();
    await readAll((await open()).chunks);
    const whole = await ask();
    expect(whole.source.status).toBe('hit');
    expect(textOf(whole.completion)).toBe('hello world');
    await ask({ seed: 2 });
    expect(joined(await readAll((await open({ ...WITH_USAGE, seed: 2 })).chunks))).toBe('ok');
    expect(provider.calls).toBe(1);
  });

  it.each([
    ['that broke off', pieces('hello world').slice(0, 3)],
    ['that was cut off', pieces({ content: 'hello', finishReason: 'length' })],
  ])('%s are not kept', async (_what, items) => {
    const { cache, open, state } = arrangeStreams(items);
    await readAll((await open()).chunks);
    await readAll((await open()).chunks);
    expect(state.starts).toBe(2);
    expect(cache.statistics()).toMatchObject({ writes: 0, entries: 0 });
  });

  it('left early are not kept, and their source is ended', async () => {
    const { cache, open, state } = arrangeStreams();
    for await (const chunk of (await open({ stream: true })).chunks) if (joined([chunk]) !== '') break;
    await cache.settled();
    expect(state.ends).toBe(1);
    expect(state.signals[0]?.aborted).toBe(true);
    expect(cache.statistics()).toMatchObject({ writes: 0, refused: { interrupted: 1 } });
  });

  it('that are equal and at the same time are started once and charged once', async () => {
    const { cache, open, state } = arrangeStreams();
    const streams = await Promise.all(Array.from({ length: 10 }, () => open()));
    for (const seen of await Promise.all(streams.map(({ chunks }) => readAll(chunks)))) expect(joined(seen)).toBe('hello world');
    expect(state).toMatchObject({ starts: 1, ends: 1 });
    const shared = streams.filter(({ source }) => source.status === 'shared');
    expect(shared).toHaveLength(9);
    expect(shared.every(({ source }) => source.status === 'shared' && source.savedNanoUsd() === COST)).toBe(true);
    expect(cache.statistics()).toMatchObject({ misses: 1, shared: 9, savedNanoUsd: 9 * COST });
  });

  it('fail for all when the source fails, and are not kept', async () => {
    const { cache } = arrange();
    const start = async () => ({
      chunks: (async function* () {
        await Promise.resolve();
        yield pieces('hello')[0]!;
        throw new Error('socket dropped');
      })(),
      costNanoUsd: () => COST,
      info: 1,
    });
    const streams = await Promise.all([cache.stream(planOf(cache, { stream: true }), start), cache.stream(planOf(cache, { stream: true }), start)]);
    for (const { chunks } of streams) await expect(readAll(chunks)).rejects.toThrow('socket dropped');
    expect(cache.statistics().entries).toBe(0);
  });

  it('end one caller with its signal while the others go on', async () => {
    const { cache, start } = arrangeStreams();
    const leaver = new AbortController();
    const [first, second] = await Promise.all([cache.stream(planOf(cache, WITH_USAGE), start, { signal: leaver.signal }), cache.stream(planOf(cache, WITH_USAGE), start)]);
    const reader = first.chunks[Symbol.asyncIterator]();
    await reader.next();
    leaver.abort(new Error('gone'));
    await expect(reader.next()).rejects.toThrow('gone');
    expect(joined(await readAll(second.chunks))).toBe('hello world');
    expect(getEventListeners(leaver.signal, 'abort')).toHaveLength(0);
  });
});
