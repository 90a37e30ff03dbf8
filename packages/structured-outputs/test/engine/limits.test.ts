import { getEventListeners } from 'node:events';

import { describe, expect, it } from '@jest/globals';
import { completion, failure, hang, reset, stalled, startFakeOpenAI, text, toolCall } from '@discord-intelligence/testing';
import OpenAI from 'openai';
import * as z from 'zod';

import { wrap, type WrapOptions } from '../../src/index.js';
import { errorOf } from '../support/error-of.js';
import { ASK, completionOf, scriptedClient } from '../support/scripted-client.js';

const Person = z.object({ name: z.string(), age: z.number().int() });
const GOOD = { name: 'Ada', age: 36 };
const BAD = '{"name":"Ada"}';

async function provider() {
  const fake = await startFakeOpenAI();
  const over = (options: WrapOptions = {}) => wrap(new OpenAI({ apiKey: 'any', baseURL: fake.baseUrl, maxRetries: 0 }), options);
  return { fake, over, [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose]() };
}

describe('time', () => {
  it('ends an attempt whose body stalls', async () => {
    await using set = await provider();
    set.fake.queue(stalled(completion({ content: 'x' })));

    const error = await errorOf(set.over({ timeoutMs: 1_000 }).chat.completions.create({ ...ASK, response_model: Person }));

    expect(error.kind).toBe('timeout');
    const call = await set.fake.called();
    await call.ended;
    expect(call.isAborted).toBe(true);
  });

  it('ends all attempts at one deadline', async () => {
    await using set = await provider();
    set.fake.queue(toolCall('answer', { name: 'Ada' }), hang());

    const error = await errorOf(set.over({ deadlineMs: 1_500 }).chat.completions.create({ ...ASK, response_model: Person }));

    expect(error.kind).toBe('deadline');
    expect(error.attempts.map(({ kind }) => kind)).toEqual(['validation', 'deadline']);
    expect(error.usage?.total_tokens).toBe(15);
  });

  it('ends a back-off at once when the caller aborts, and leaves nothing on the signal', async () => {
    await using set = await provider();
    set.fake.always(failure(503));
    const controller = new AbortController();
    const pending = errorOf(set.over({ backoff: { maxRetries: 3, baseDelayMs: 60_000, maxDelayMs: 60_000 } }).chat.completions.create({ ...ASK, response_model: Person }, { signal: controller.signal }));
    await (await set.fake.called()).ended;

    controller.abort(new Error('enough'));
    const error = await pending;

    expect(error.kind).toBe('aborted');
    expect(error.cause).toMatchObject({ message: 'enough' });
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  it('sends nothing for a signal that is aborted already', async () => {
    const client = scriptedClient(BAD);

    const error = await errorOf(wrap(client).chat.completions.create({ ...ASK, response_model: Person }, { signal: AbortSignal.abort() }));

    expect([error.kind, client.sent.length]).toEqual(['aborted', 0]);
  });

  it('removes its listener from a long-lived signal after each call', async () => {
    const { signal } = new AbortController();
    const client = wrap(scriptedClient(JSON.stringify(GOOD)));

    for (let call = 0; call < 20; call++) await client.chat.completions.create({ ...ASK, response_model: Person }, { signal });

    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('a failing provider', () => {
  it('is not asked again by default, whatever retries are left', async () => {
    await using set = await provider();
    set.fake.always(failure(500));

    const error = await errorOf(set.over({ maxRetries: 5 }).chat.completions.create({ ...ASK, response_model: Person }));

    expect(set.fake.calls).toHaveLength(1);
    expect(error).toMatchObject({ kind: 'transport', status: 500, retryable: true });
  });

  it('is asked again with a back-off of its own budget', async () => {
    await using set = await provider();
    set.fake.queue(failure(429, {}, { headers: { 'retry-after': '0' } }), reset(), toolCall('answer', GOOD));

    const { data, meta } = await set.over({ maxRetries: 0, backoff: { maxRetries: 2, baseDelayMs: 1 } }).chat.completions.createWithMeta({ ...ASK, response_model: Person });

    expect(data).toEqual(GOOD);
    expect(meta.attempts).toHaveLength(1);
    expect(set.fake.calls).toHaveLength(3);
  });

  it('that asks for too much patience fails the call', async () => {
    await using set = await provider();
    set.fake.queue(failure(429, {}, { headers: { 'retry-after': '120' } }));

    const error = await errorOf(set.over({ backoff: { maxRetries: 2 } }).chat.completions.create({ ...ASK, response_model: Person }));

    expect(error).toMatchObject({ kind: 'transport', status: 429 });
  });

  it('is no reason for another attempt after a request that is wrong', async () => {
    await using set = await provider();
    set.fake.queue(failure(401));

    const error = await errorOf(set.over({ backoff: { maxRetries: 3 } }).chat.completions.create({ ...ASK, response_model: Person }));

    expect(error).toMatchObject({ kind: 'transport', status: 401, retryable: false });
    expect(set.fake.calls).toHaveLength(1);
  });
});

describe('budgets', () => {
  it('makes no attempt that would pass the tokens allowed', async () => {
    const client = scriptedClient(BAD);

    const error = await errorOf(wrap(client, { maxTotalTokens: 45, maxRetries: 9 }).chat.completions.create({ ...ASK, response_model: Person }));

    expect(error.kind).toBe('budget');
    expect(client.sent).toHaveLength(3);
    expect(error.cause).toMatchObject({ kind: 'validation' });
  });

  it('makes no attempt that would pass the money allowed', async () => {
    const client = scriptedClient(BAD);

    const error = await errorOf(wrap(client, { maxCostUsd: 0.02, maxRetries: 9, pricing: () => 0.01 }).chat.completions.create({ ...ASK, response_model: Person }));

    expect(error.kind).toBe('budget');
    expect(client.sent).toHaveLength(2);
    expect(error.usage?.cost_usd).toBeCloseTo(0.02);
  });

  it('buys nothing again when nobody knows the price', async () => {
    const client = scriptedClient(BAD);

    const error = await errorOf(wrap(client, { maxCostUsd: 1 }).chat.completions.create({ ...ASK, response_model: Person }));

    expect([error.kind, client.sent.length]).toEqual(['budget', 1]);
  });

  it('adds up what the provider says each attempt cost', async () => {
    await using set = await provider();
    set.fake.queue(text('nothing', { usage: { cost: 0.5, cached: 4, reasoning: 2 } }), toolCall('answer', GOOD, { usage: { cost: 0.25 } }));

    const { meta } = await set.over({ pricing: () => 99 }).chat.completions.createWithMeta({ ...ASK, response_model: Person });

    expect(meta.usage).toEqual({ prompt_tokens: 20, completion_tokens: 10, total_tokens: 30, cached_tokens: 4, reasoning_tokens: 2, cost_usd: 0.75 });
  });
});

describe('options', () => {
  it.each([
    [{ timeoutMs: -1 }, 'timeoutMs'],
    [{ deadlineMs: Number.NaN }, 'deadlineMs'],
    [{ maxTotalTokens: -5 }, 'maxTotalTokens'],
    [{ mode: 'XML' as never }, 'mode'],
    [{ repair: 'some' as never }, 'repair'],
  ])('out of range are refused with their name: %j', (options, name) => {
    expect(() => wrap(scriptedClient(''), options)).toThrow(name);
  });

  it('that are not ours go on to the client, with a signal', async () => {
    const client = scriptedClient(({ params }) => completionOf(JSON.stringify(GOOD), params));

    await wrap(client).chat.completions.create({ ...ASK, temperature: 0, response_model: Person }, { headers: { 'x-trace': '1' }, timeoutMs: 5_000 });

    expect(client.sent[0]?.options).toEqual({ headers: { 'x-trace': '1' }, signal: expect.any(AbortSignal) as unknown });
    expect(client.sent[0]?.params).toMatchObject({ temperature: 0, model: 'fake-model' });
    expect(Object.keys(client.sent[0]?.params ?? {})).not.toContain('response_model');
  });
});
