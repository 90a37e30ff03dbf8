import { chunks, failure, hang, stream, type StreamStep, streamText, text } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import type { RouterError } from '../../src/errors/router-error.js';
import { metaOf } from '../../src/trace/result-meta.js';

import { MESSAGES, rejectionOf, startRouter } from './start-router.js';

const PRICE = { in: 1_000, out: 2_000 };

/** Pieces of an answer, without its end. */
function pieces(...contents: readonly string[]): StreamStep[] {
  return contents.map((content) => ({ kind: 'data', data: { id: 'x', object: 'chat.completion.chunk', created: 0, model: 'm', choices: [{ index: 0, delta: { content }, finish_reason: null }] } }));
}

async function read(source: AsyncIterable<{ choices: { delta: { content?: string | null } }[]; usage?: unknown }>) {
  let content = '';
  let usageChunks = 0;
  let error: RouterError | undefined;
  try {
    for await (const chunk of source) {
      content += chunk.choices[0]?.delta.content ?? '';
      if (chunk.usage) usageChunks += 1;
    }
  } catch (caught) {
    error = caught as RouterError;
  }
  return { content, usageChunks, error };
}

describe('a stream', () => {
  it('falls back unseen as long as nothing has come', async () => {
    await using test = await startRouter({ groups: { g: { a: {} }, h: { b: {} }, i: { c: {} } }, fallbacks: { g: ['h', 'i'] } });
    test.openai.provider('a').queue(failure(503));
    test.openai.provider('b').queue(stream([{ kind: 'data', data: { id: 'x', choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] } }, { kind: 'reset' }]));
    test.openai.provider('c').queue(text('hello world'));
    const source = await test.router.chat.completions.create({ model: 'g', messages: MESSAGES, stream: true });
    expect((await read(source)).content).toBe('hello world');
    expect(metaOf(source)).toMatchObject({ servedBy: 'c', attempts: [{ class: 'transient' }, { class: 'connection' }, { outcome: 'ok' }] });
  });

  it('asks for the usage and shows it to those who asked', async () => {
    await using test = await startRouter({ groups: { g: { a: { price: PRICE } } } });
    test.openai.provider('a').always(text('hi', { usage: { prompt: 10, completion: 5 } }));
    const quiet = await test.router.chat.completions.create({ model: 'g', messages: MESSAGES, stream: true });
    const asked = await test.router.chat.completions.create({ model: 'g', messages: MESSAGES, stream: true, stream_options: { include_usage: true } });
    expect([(await read(quiet)).usageChunks, (await read(asked)).usageChunks]).toEqual([0, 1]);
    expect(test.openai.provider('a').calls.map(({ body }) => (body as { stream_options: unknown }).stream_options)).toEqual([{ include_usage: true }, { include_usage: true }]);
    expect(metaOf(quiet)?.costNanoUsd).toBeGreaterThan(0);
    expect(metaOf(quiet)?.usageEstimated).toBe(false);
  });

  it('has its tokens counted where the provider tells none', async () => {
    await using test = await startRouter({ groups: { g: { a: { price: PRICE } } } }, { estimateTokens: () => 10 });
    const [end] = chunks({ content: '' }, { includeUsage: false }).slice(-1);
    test.openai.provider('a').queue(stream([...pieces('some words here'), { kind: 'data', data: end }, { kind: 'done' }]));
    const source = await test.router.chat.completions.create({ model: 'g', messages: MESSAGES, stream: true });
    expect((await read(source)).error).toBeUndefined();
    expect(metaOf(source)).toMatchObject({ usageEstimated: true, usage: { promptTokens: 10 } });
    expect(metaOf(source)!.costUsd!).toBeGreaterThan(0.011);
  });

  it.each([
    ['ends without its last word', pieces('half'), { code: 'stream_interrupted', class: 'stream_interrupted' }],
    ['loses its socket', [...pieces('half'), { kind: 'reset' } as const], { code: 'stream_interrupted', class: 'connection' }],
    // Short where nothing more comes; on a busy machine, what does come may take its time.
    ['falls silent', [...pieces('half'), { kind: 'stall' } as const], { code: 'stream_idle', limit: 'timeouts.idle' }, 60],
    ['sends an error', [...pieces('half'), { kind: 'data', data: { error: { message: 'overloaded', code: 502 } } } as const], { code: 'stream_interrupted', class: 'transient' }],
  ])('that %s after output is interrupted, charged for what came, and no success', async (_name, steps: StreamStep[], expected, idle = 20_000) => {
    await using test = await startRouter({ groups: { g: { a: { price: PRICE } } }, timeouts: { idle } });
    test.openai.provider('a').queue(stream(steps));
    const source = await test.router.chat.completions.create({ model: 'g', messages: MESSAGES, stream: true });
    const { content, error } = await read(source);
    expect(content).toBe('half');
    expect(error).toMatchObject(expected);
    expect(metaOf(source)).toMatchObject({ usageEstimated: true, attempts: [{ deployment: 'a', outcome: 'interrupted' }] });
    expect(test.router.health().deployments.a).toMatchObject({ inFlight: 0, failures: 1 });
  });

  it('is continued elsewhere where that is switched on', async () => {
    await using test = await startRouter({ groups: { g: { a: { price: PRICE } }, h: { b: { price: PRICE } } }, fallbacks: { g: ['h'] }, streamContinuation: true });
    test.openai.provider('a').queue(stream([...pieces('par', 'tial'), { kind: 'reset' }]));
    test.openai.provider('b').queue(text(' rest'));
    const source = await test.router.chat.completions.create({ model: 'g', messages: MESSAGES, stream: true });
    expect(await read(source)).toMatchObject({ content: 'partial rest', error: undefined });
    expect((test.openai.provider('b').calls[0]?.body as { messages: unknown[] }).messages).toHaveLength(3);
    expect(metaOf(source)).toMatchObject({ servedBy: 'b', attempts: [{ deployment: 'a', outcome: 'interrupted' }, { deployment: 'b', outcome: 'ok', isContinuation: true }] });
  });

  it('that is left early closes the connection and frees the place', async () => {
    await using test = await startRouter({ groups: { g: { a: { maxParallel: 1 } } } });
    test.openai.provider('a').queue(stream([...pieces('x'), { kind: 'stall' }]), text('next'));
    const source = await test.router.chat.completions.create({ model: 'g', messages: MESSAGES, stream: true });
    await source[Symbol.asyncIterator]().return?.();
    await test.openai.provider('a').calls[0]!.ended;
    expect(test.openai.provider('a').calls[0]?.isAborted).toBe(true);
    expect((await test.router.completion({ model: 'g', messages: MESSAGES })).choices[0]?.message.content).toBe('next');
    expect(test.router.health()).toMatchObject({ inFlight: 0, deployments: { a: { inFlight: 0, failures: 0 } } });
  });

  it('that nobody reads ends with the time limit and is settled', async () => {
    await using test = await startRouter({ groups: { g: { a: { price: PRICE } } }, timeouts: { total: 2_000 } });
    test.openai.provider('a').queue(stream([...pieces('x'), { kind: 'stall' }]));
    const source = await test.router.chat.completions.create({ model: 'g', messages: MESSAGES, stream: true });
    await test.openai.provider('a').calls[0]!.ended;
    const { content, error } = await read(source);
    expect({ content, code: error?.code, limit: error?.limit }).toEqual({ content: '', code: 'timeout', limit: 'timeouts.total' });
    expect(test.router.health().deployments.a?.inFlight).toBe(0);
  });

  it('can be split and re-encoded like one of the SDK', async () => {
    await using test = await startRouter({ groups: { g: { a: {} } } });
    test.openai.provider('a').queue(text('hello'));
    const source = await test.router.chat.completions.create({ model: 'g', messages: MESSAGES, stream: true });
    const [left, right] = source.tee();
    expect([(await read(left)).content, (await read(right)).content]).toEqual(['hello', 'hello']);
  });
});

describe('a caller who leaves', () => {
  it('in the middle of a stream gets an AbortError and is charged for what came', async () => {
    await using test = await startRouter({ groups: { g: { a: { price: PRICE } } } });
    test.openai.provider('a').queue(stream([...pieces('x'), { kind: 'stall' }]));
    const caller = new AbortController();
    const source = await test.router.chat.completions.create({ model: 'g', messages: MESSAGES, stream: true }, { signal: caller.signal });
    setTimeout(() => { caller.abort(); }, 20);
    const { content, error } = await read(source);
    expect({ content, name: error?.name, code: error?.code }).toEqual({ content: 'x', name: 'AbortError', code: 'cancelled' });
    expect(metaOf(source)?.attempts).toMatchObject([{ outcome: 'aborted' }]);
    expect(test.router.health().deployments.a?.failures).toBe(0);
  });

  it('before the first word is not retried, falls back to nobody, and leaves no listener behind', async () => {
    await using test = await startRouter({ groups: { g: { a: {} }, h: { b: {} } }, fallbacks: { g: ['h'] }, retry: { max: 3 } });
    test.openai.provider('a').queue(hang());
    const caller = new AbortController();
    let listeners = 0;
    const signal = Object.assign(caller.signal, {
      addEventListener: (...args: Parameters<AbortSignal['addEventListener']>) => { listeners += 1; AbortSignal.prototype.addEventListener.apply(caller.signal, args); },
      removeEventListener: (...args: Parameters<AbortSignal['removeEventListener']>) => { listeners -= 1; AbortSignal.prototype.removeEventListener.apply(caller.signal, args); },
    });
    const pending = rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }, { signal }));
    await test.openai.provider('a').called();
    caller.abort();
    expect(await pending).toMatchObject({ name: 'AbortError', attempts: [{ outcome: 'aborted' }] });
    expect(test.calls()).toEqual({ a: 1, b: 0 });
    expect(listeners).toBe(0);
  });
});

describe('time limits', () => {
  it('of a deployment beat those of the router, and say which it was', async () => {
    await using test = await startRouter({ groups: { g: { a: { timeout: 40 } } }, timeouts: { attempt: 10_000 } });
    test.openai.provider('a').queue(hang());
    expect(await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }))).toMatchObject({ code: 'timeout', limit: 'deployment.timeout', status: 504 });
  });

  it('in total bound attempts, waits and fallbacks together', async () => {
    await using test = await startRouter({ groups: { g: { a: {} }, h: { b: {} } }, fallbacks: { g: ['h'] }, retry: { max: 10, base: 5 }, timeouts: { total: 150, attempt: 100 } });
    test.openai.provider('a').always(hang());
    test.openai.provider('b').always(hang());
    expect(await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }))).toMatchObject({ code: 'timeout', limit: 'timeouts.total' });
  });

  it('of an attempt hold for a body that stalls as well', async () => {
    await using test = await startRouter({ groups: { g: { a: {}, b: { timeout: 20_000 } } }, retry: { max: 1 }, timeouts: { attempt: 60 } });
    test.openai.provider('a').queue({ body: { kind: 'stalled', text: '{"choices":[]}', sentBytes: 5 } });
    test.openai.provider('b').queue(text('b'));
    expect(metaOf(await test.router.completion({ model: 'g', messages: MESSAGES }))?.servedBy).toBe('b');
  });

  it('for the first word lead to the fallback', async () => {
    await using test = await startRouter({ groups: { g: { a: {} }, h: { b: {} } }, fallbacks: { g: ['h'] }, timeouts: { ttft: 1_000 } });
    test.openai.provider('a').queue(stream([{ kind: 'stall' }]));
    test.openai.provider('b').queue(streamText('quick'));
    const source = await test.router.chat.completions.create({ model: 'g', messages: MESSAGES, stream: true });
    expect((await read(source)).content).toBe('quick');
    expect(metaOf(source)?.attempts[0]).toMatchObject({ class: 'timeout' });
  });
});
