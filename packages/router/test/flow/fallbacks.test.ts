import { inspect } from 'node:util';

import { failure, text } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { RouterError } from '../../src/errors/router-error.js';
import { metaOf } from '../../src/trace/result-meta.js';

import { MESSAGES, rejectionOf, startRouter } from './start-router.js';

describe('an answer', () => {
  it('is that of the SDK, with its history beside it', async () => {
    await using test = await startRouter({ groups: { g: { a: {} } } });
    test.openai.provider('a').queue(text('Ada'));
    const answer = await test.router.chat.completions.create({ model: 'g', messages: MESSAGES });
    expect(answer.choices[0]?.message.content).toBe('Ada');
    expect(test.openai.provider('a').calls[0]).toMatchObject({ model: 'model-of-a', apiKey: 'key-of-a' });
    expect(metaOf(answer)).toMatchObject({ servedBy: 'a', group: 'g', fallbacks: 0, attempts: [{ deployment: 'a', outcome: 'ok', status: 200 }] });
    expect(JSON.stringify(answer)).not.toContain('servedBy');
  });
});

describe('a failing deployment', () => {
  it('is retried as often as allowed and no oftener', async () => {
    await using test = await startRouter({ groups: { g: { a: {} } }, retry: { max: 2, base: 1 } });
    test.openai.provider('a').always(failure(500));
    const error = await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }));
    expect(error).toMatchObject({ code: 'transient', status: 500 });
    expect(test.calls()).toEqual({ a: 3 });
  });

  it('is left for its sibling at once', async () => {
    const waits: number[] = [];
    const sleep = async (ms: number) => { waits.push(ms); };
    await using test = await startRouter({ groups: { g: { a: {}, b: {} } }, retry: { max: 1, base: 5_000 } }, { clock: { sleep } });
    test.openai.provider('a').queue(failure(503));
    test.openai.provider('b').queue(text('b'));
    const answer = await test.router.completion({ model: 'g', messages: MESSAGES });
    expect(metaOf(answer)?.servedBy).toBe('b');
    expect(waits).toEqual([]);
  });

  it('is waited for as long as it asks, up to a minute', async () => {
    const waits: number[] = [];
    const sleep = async (ms: number) => { waits.push(ms); };
    await using test = await startRouter({ groups: { g: { a: {} } }, retry: { max: 2, base: 50, jitter: 0 } }, { clock: { sleep } });
    test.openai.provider('a').queue(failure(429, {}, { headers: { 'retry-after': '2' } }), failure(429, {}, { headers: { 'retry-after': '70' } }), text('ok'));
    await test.router.completion({ model: 'g', messages: MESSAGES });
    expect(waits).toEqual([2_000, 100]);
  });

  it('gets its next key without a retry', async () => {
    await using test = await startRouter({ groups: { g: { a: { keys: ['k1', 'k2'] } } } });
    test.openai.provider('a').queue(failure(401), text('ok'), text('again'));
    await test.router.completion({ model: 'g', messages: MESSAGES });
    await test.router.completion({ model: 'g', messages: MESSAGES });
    expect(test.openai.provider('a').calls.map(({ apiKey }) => apiKey)).toEqual(['k1', 'k2', 'k2']);
  });

  it('whose every key is refused says so', async () => {
    await using test = await startRouter({ groups: { g: { a: { keys: ['k1', 'k2'] } } } });
    test.openai.provider('a').always(failure(401));
    expect(await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }))).toMatchObject({ code: 'credential', status: 502, attempts: [{ keyId: 'k1' }, { keyId: 'k2' }] });
  });
});

describe('the words of a provider', () => {
  it('reach the caller without any key in them', async () => {
    await using test = await startRouter({ groups: { g: { a: { keys: ['my-very-own-key'] } } } });
    test.openai.provider('a').queue(failure(401, { message: 'Incorrect API key provided: sk-secret-123456, sent as Bearer abc.def or my-very-own-key' }));
    const error = await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }));
    expect((error as Error).message).toContain('Incorrect API key provided: [redacted]');
    expect(inspect(error, { depth: 10 })).not.toMatch(/sk-secret|abc\.def|my-very-own-key/u);
    expect(JSON.stringify(error)).not.toMatch(/sk-secret|abc\.def|my-very-own-key/u);
  });
});

describe('a chain of groups', () => {
  const groups = { g: { a: {} }, h: { b: {} }, i: { c: {} } };

  it('ends with the failure of the first group and the whole trail', async () => {
    await using test = await startRouter({ groups, fallbacks: { g: ['h', 'i'] } });
    test.openai.provider('a').queue(failure(503, { message: 'primary down' }));
    test.openai.provider('b').queue(failure(429));
    test.openai.provider('c').queue(failure(500));
    const error = await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }));
    expect(error).toMatchObject({ code: 'transient', status: 503, attempts: [{ deployment: 'a', status: 503 }, { deployment: 'b', status: 429 }, { deployment: 'c', status: 500 }] });
    expect((error as Error).message).toContain('primary down');
    expect(metaOf(error)).toMatchObject({ fallbacks: 2, servedBy: null });
  });

  it('visits each group once', async () => {
    await using test = await startRouter({ groups: { g: { a: {} }, h: { b: {} } }, fallbacks: { g: ['g', 'h'], h: ['g'] } });
    test.openai.provider('a').always(failure(500));
    test.openai.provider('b').always(failure(502));
    await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }));
    expect(test.calls()).toEqual({ a: 1, b: 1 });
  });

  it('stops at a request that every provider would refuse', async () => {
    await using test = await startRouter({ groups, fallbacks: { g: ['h'] } });
    test.openai.provider('a').queue(failure(422));
    expect(await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }))).toMatchObject({ code: 'caller_fault', status: 422 });
    expect(test.calls()).toMatchObject({ b: 0 });
  });

  it('goes to the larger window for too long a prompt, past retries and general list', async () => {
    await using test = await startRouter({ groups, fallbacks: { g: ['h'] }, contextWindowFallbacks: { g: ['i'] }, retry: { max: 3 } });
    test.openai.provider('a').queue(failure(400, { code: 'context_length_exceeded' }));
    test.openai.provider('c').queue(text('large'));
    await test.router.completion({ model: 'g', messages: MESSAGES });
    expect(test.calls()).toEqual({ a: 1, b: 0, c: 1 });
  });

  it('can be replaced for one request, with other parameters', async () => {
    await using test = await startRouter({ groups, fallbacks: { g: ['h'] } });
    test.openai.provider('a').queue(failure(500));
    test.openai.provider('c').queue(text('c'));
    await test.router.completion({ model: 'g', messages: MESSAGES }, { fallbacks: [{ model: 'i', temperature: 0, max_tokens: 7 }] });
    expect(test.openai.provider('c').calls[0]?.body).toMatchObject({ temperature: 0, max_tokens: 7, model: 'model-of-c' });
  });

  it('belongs to the use case', async () => {
    await using test = await startRouter({ groups, useCases: { one: { chain: ['g', 'h'] }, two: { chain: ['i', 'g'] } } });
    test.openai.provider('a').always(text('a'));
    test.openai.provider('c').always(failure(503));
    const first = await test.router.completion({ messages: MESSAGES }, { useCase: 'one' });
    const second = await test.router.completion({ model: 'two', messages: MESSAGES });
    expect([metaOf(first)?.servedBy, metaOf(second)?.servedBy]).toEqual(['a', 'a']);
    expect(test.calls()).toEqual({ a: 2, b: 0, c: 1 });
  });

  it('goes through the order levels of a group first', async () => {
    await using test = await startRouter({ groups: { g: { a: { order: 1 }, b: { order: 2 } }, h: { c: {} } }, fallbacks: { g: ['h'] } });
    test.openai.provider('a').queue(failure(500));
    test.openai.provider('b').queue(text('b'));
    expect(metaOf(await test.router.completion({ model: 'g', messages: MESSAGES }))).toMatchObject({ servedBy: 'b', fallbacks: 1 });
  });
});

describe('a request that cannot be served', () => {
  it('learns which groups there are', async () => {
    await using test = await startRouter({ groups: { g: { a: {} } } });
    const error = await rejectionOf(test.router.completion({ model: 'nope', messages: MESSAGES }));
    expect(RouterError.is(error, 'unknown_model')).toBe(true);
    expect(error).toMatchObject({ status: 404 });
    expect((error as Error).message).toContain('g');
  });

  it('may not bring an address or a test hook along', async () => {
    await using test = await startRouter({ groups: { g: { a: {} } } });
    expect(await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }, { baseURL: 'http://169.254.169.254/' }))).toMatchObject({ status: 400 });
    expect(await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }, { testHooks: { failPrimary: 'rate_limit' } }))).toMatchObject({ status: 400 });
    expect(test.calls()).toEqual({ a: 0 });
  });

  it('learns when the first deployment is back', async () => {
    let now = Date.parse('2026-11-22T12:00:00Z');
    await using test = await startRouter({ groups: { g: { a: {}, b: {} } }, retry: { max: 1 }, cooldown: { default: 10_000, jitter: 0 } }, { clock: { now: () => now } });
    test.openai.provider('a').queue(failure(429));
    test.openai.provider('b').queue(failure(429));
    await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }));
    now += 4_000;
    const error = await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }));
    expect(error).toMatchObject({ code: 'no_healthy_deployment', status: 429, retryAfterMs: 6_000 });
    expect(test.calls()).toEqual({ a: 1, b: 1 });
  });
});
