import { describe, expect, it } from '@jest/globals';
import { chunks, failure, gate, reset, startFakeOpenAI, stream, streamText, text, toolCall } from '@discord-intelligence/testing';
import OpenAI from 'openai';
import * as z from 'zod';

import { type PartialEvent, wrap, type WrapOptions } from '../../src/index.js';
import { errorOf } from '../support/error-of.js';
import { ASK } from '../support/scripted-client.js';

const Person = z.object({ name: z.string(), tags: z.array(z.string()) });
type Person = z.infer<typeof Person>;
const GOOD = { name: 'Ada Lovelace', tags: ['mathematics', 'poetry'] };

async function provider() {
  const fake = await startFakeOpenAI();
  const over = (options: WrapOptions = {}) => wrap(new OpenAI({ apiKey: 'any', baseURL: fake.baseUrl, maxRetries: 0 }), { partialEveryMs: 0, ...options });
  return { fake, over, [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose]() };
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('a streamed answer', () => {
  it.each(['TOOLS', 'JSON_SCHEMA', 'MD_JSON'] as const)('grows, and ends with the validated one, in mode %s', async (mode) => {
    await using set = await provider();
    set.fake.queue(mode === 'TOOLS' ? toolCall('answer', GOOD) : text(`\`\`\`json\n${JSON.stringify(GOOD)}\n\`\`\``));

    const events = await collect(set.over({ mode }).chat.completions.create({ ...ASK, stream: true, response_model: Person }));

    const last = events.at(-1);
    expect(last).toMatchObject({ type: 'final', value: GOOD });
    expect(last?.type === 'final' && last.meta.usage.total_tokens).toBe(15);
    const partials = events.flatMap((event) => (event.type === 'partial' ? [event.value] : []));
    for (const [index, partial] of partials.entries()) expect(GOOD.name.startsWith(partial.name ?? '') && (partial.tags?.length ?? 0) >= (partials[index - 1]?.tags?.length ?? 0)).toBe(true);
  });

  it('sends nothing before it is asked for', async () => {
    await using set = await provider();

    set.over().chat.completions.createPartial({ ...ASK, response_model: Person });

    expect(set.fake.calls).toHaveLength(0);
  });

  it('restarts after a bad answer while retries are left', async () => {
    await using set = await provider();
    set.fake.queue(toolCall('answer', { name: 'Ada' }), toolCall('answer', GOOD));

    const events = await collect(set.over({ maxRetries: 1 }).chat.completions.createPartial({ ...ASK, response_model: Person }));

    expect(events.filter(({ type }) => type === 'restart')).toEqual([{ type: 'restart', attempt: 2, kind: 'validation' }]);
    expect(events.at(-1)).toMatchObject({ type: 'final', value: GOOD, meta: { attempts: [{ kind: 'validation' }, {}] } });
  });

  it('fails with the last kind when no retries are left', async () => {
    await using set = await provider();
    set.fake.queue(toolCall('answer', { name: 'Ada' }));

    const error = await errorOf(collect(set.over({ maxRetries: 0 }).chat.completions.createPartial({ ...ASK, response_model: Person })));

    expect(error.kind).toBe('validation');
  });

  it('shows at most one partial value in the time allowed', async () => {
    await using set = await provider();
    set.fake.queue(toolCall('answer', GOOD));

    const events = await collect(set.over({ partialEveryMs: 100_000 }).chat.completions.createPartial({ ...ASK, response_model: Person }));

    expect(events.filter(({ type }) => type === 'partial').length).toBeLessThanOrEqual(1);
  });

  it('unwraps a root that is no object', async () => {
    await using set = await provider();
    set.fake.queue(toolCall('answer', { value: ['a', 'b'] }));

    const events = await collect(set.over().chat.completions.createPartial({ ...ASK, response_model: z.array(z.string()) }));

    const partials = events.filter((event): event is PartialEvent<string[]> & { type: 'partial' } => event.type === 'partial');
    expect(partials.every(({ value }) => Array.isArray(value))).toBe(true);
    expect(events.at(-1)).toMatchObject({ value: ['a', 'b'] });
  });
});

describe('a stream that goes wrong', () => {
  const whole = JSON.stringify(GOOD);

  it.each(['cut', 'reset'] as const)('by a %s in the middle fails with kind transport', async (stopBy) => {
    await using set = await provider();
    set.fake.queue(streamText(whole, { stopAfter: 4, stopBy }));

    const error = await errorOf(collect(set.over({ mode: 'JSON' }).chat.completions.createPartial({ ...ASK, response_model: Person })));

    expect(error.kind).toBe('transport');
  });

  it('by ending early without an error is asked for again, never completed', async () => {
    await using set = await provider();
    set.fake.queue(streamText(whole, { stopAfter: 6, stopBy: 'end' }), text(whole));

    const events = await collect(set.over({ mode: 'JSON', maxRetries: 1 }).chat.completions.createPartial({ ...ASK, response_model: Person }));

    expect(events).toContainEqual({ type: 'restart', attempt: 2, kind: 'truncated' });
    expect(events.at(-1)).toMatchObject({ type: 'final', value: GOOD });
  });

  it('by a stall is ended by the time allowed between two chunks', async () => {
    await using set = await provider();
    set.fake.queue(streamText(whole, { stopAfter: 3, stopBy: 'stall' }));

    const error = await errorOf(collect(set.over({ mode: 'JSON', timeoutMs: 800 }).chat.completions.createPartial({ ...ASK, response_model: Person })));

    expect(error.kind).toBe('timeout');
    const call = await set.fake.called();
    await call.ended;
    expect(call.isAborted).toBe(true);
  });

  it('by an error event fails with kind transport', async () => {
    await using set = await provider();
    set.fake.queue(streamText(whole, { stopAfter: 3, errorEvent: { message: 'overloaded', code: 529 } }));

    const error = await errorOf(collect(set.over({ mode: 'JSON' }).chat.completions.createPartial({ ...ASK, response_model: Person })));

    expect(error.kind).toBe('transport');
  });

  it.each([['status 500', failure(500)], ['a reset', reset()]])('before it begins, by %s, fails with kind transport', async (_title, reply) => {
    await using set = await provider();
    set.fake.queue(reply);

    const error = await errorOf(collect(set.over().chat.completions.createPartial({ ...ASK, response_model: Person })));

    expect(error.kind).toBe('transport');
  });

  it('gives what a slow consumer has not taken only once, the newest', async () => {
    await using set = await provider();
    set.fake.queue(toolCall('answer', GOOD));
    const iterator = set.over().chat.completions.createPartial({ ...ASK, response_model: Person })[Symbol.asyncIterator]();

    await iterator.next();
    await (await set.fake.called()).ended;
    const rest: string[] = [];
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) rest.push(next.value.type);

    expect(rest.at(-1)).toBe('final');
  });

  it('is aborted when the consumer leaves', async () => {
    await using set = await provider();
    const held = gate();
    const [first, second, ...others] = chunks({ content: whole });
    set.fake.queue(stream([{ kind: 'data', data: first }, { kind: 'data', data: second }, ...others.slice(0, 3).map((data) => ({ kind: 'data' as const, data })), { kind: 'data', data: others.at(-1), gate: held }]));

    for await (const event of set.over({ mode: 'JSON' }).chat.completions.createPartial({ ...ASK, response_model: Person })) {
      if (event.type === 'partial') break;
    }

    const call = await set.fake.called();
    await call.ended;
    expect(call.isAborted).toBe(true);
  });

  it('can be aborted by the caller in the middle', async () => {
    await using set = await provider();
    const controller = new AbortController();
    set.fake.queue(streamText(whole, { stopAfter: 4, stopBy: 'stall' }));

    const error = await errorOf(
      (async () => {
        for await (const event of set.over({ mode: 'JSON' }).chat.completions.createPartial({ ...ASK, response_model: Person }, { signal: controller.signal })) if (event.type === 'partial') controller.abort();
      })(),
    );

    expect(error.kind).toBe('aborted');
  });
});

describe('a list, element by element', () => {
  const Item = z.object({ id: z.number().int(), note: z.string().optional() });
  const items = [{ id: 1, note: 'a' }, { id: 2 }, { id: 3, note: 'c' }];

  it('gives each as soon as it is complete', async () => {
    await using set = await provider();
    const held = gate();
    const written = JSON.stringify({ value: items });
    const border = written.indexOf('{"id":3');
    const [role, ...pieces] = chunks({ content: written }, { size: border });
    set.fake.queue(stream([{ kind: 'data', data: role }, { kind: 'data', data: pieces[0] }, ...pieces.slice(1).map((data, index) => ({ kind: 'data' as const, data, ...(index === 0 && { gate: held }) }))]));
    const iterator = set.over({ mode: 'JSON' }).chat.completions.createIterable({ ...ASK, response_model: Item })[Symbol.asyncIterator]();

    const first = await iterator.next();
    const second = await iterator.next();
    held.open();
    const third = await iterator.next();

    expect([first.value, second.value, third.value]).toEqual(items);
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it('keeps what was right after a bad element, and asks for the rest', async () => {
    await using set = await provider();
    set.fake.queue(toolCall('answer', { value: [{ id: 1 }, { id: 2 }, { id: 'x' }] }), toolCall('answer', { value: [{ id: 3 }, { id: 4 }] }));

    const given = await collect(set.over().chat.completions.createIterable({ ...ASK, response_model: Item }));

    expect(given).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }]);
    const body = (await set.fake.called(2)).body as { messages: { content: string }[] };
    expect(body.messages.at(-1)?.content).toContain('The first 2 elements were right and are kept');
  });

  it('gives none twice when the model begins anew', async () => {
    await using set = await provider();
    set.fake.queue(toolCall('answer', { value: [{ id: 1 }, { id: 2 }, { id: 'x' }] }), toolCall('answer', { value: [{ id: 1 }, { id: 2 }, { id: 3 }] }));

    const given = await collect(set.over().chat.completions.createIterable({ ...ASK, response_model: Item }));

    expect(given).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  it('mends elements as it mends whole answers', async () => {
    await using set = await provider();
    set.fake.queue(text('Here: [{"id":"1","note":null},{\'id\':2},]'));

    const given = await collect(set.over({ mode: 'MD_JSON' }).chat.completions.createIterable({ ...ASK, response_model: Item }));

    expect(given).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('waits for a slow consumer, and loses nothing', async () => {
    await using set = await provider();
    const many = Array.from({ length: 500 }, (_, id) => ({ id }));
    set.fake.queue(toolCall('answer', { value: many }));
    const given: unknown[] = [];

    for await (const item of set.over().chat.completions.createIterable({ ...ASK, response_model: Item })) {
      given.push(item);
      await Promise.resolve();
    }

    expect(given).toEqual(many);
  });
});
