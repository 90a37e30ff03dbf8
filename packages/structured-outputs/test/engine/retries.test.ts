import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';

import { metaOf, StructuredOutputError, wrap } from '../../src/index.js';
import { loadEngine } from '../../src/engine/instructor.js';
import { checkEngine } from '../../src/engine/self-check.js';
import { errorOf } from '../support/error-of.js';
import { ASK, scriptedClient } from '../support/scripted-client.js';

const Person = z.object({ name: z.string(), age: z.number().int() });
const GOOD = '{"name":"Ada","age":36}';
const BAD = '{"name":"Ada","age":"old"}';

describe('retries', () => {
  it.each([0, 1, 3, 10])('asks exactly %i times more after bad answers', async (maxRetries) => {
    const client = scriptedClient(BAD);

    const error = await errorOf(wrap(client).chat.completions.create({ ...ASK, response_model: Person, max_retries: maxRetries }));

    expect(client.sent).toHaveLength(maxRetries + 1);
    expect(error.kind).toBe('validation');
    expect(error.attempts).toHaveLength(maxRetries + 1);
    expect(error.usage?.total_tokens).toBe(15 * (maxRetries + 1));
  });

  it('shares one budget among all kinds of bad answers', async () => {
    const client = scriptedClient('no json here', '{"name":"Ada"', '', '["a", ...]', BAD, GOOD);

    const error = await errorOf(wrap(client, { maxRetries: 4 }).chat.completions.create({ ...ASK, response_model: Person }));

    expect(client.sent).toHaveLength(5);
    expect(error.attempts.map(({ kind }) => kind)).toEqual(['unparseable', 'truncated', 'no_output', 'elided', 'validation']);
  });

  it('gives the data of the attempt that was right, and the usage of all', async () => {
    const client = scriptedClient(BAD, BAD, GOOD);

    const { data, meta } = await wrap(client).chat.completions.createWithMeta({ ...ASK, response_model: Person });

    expect(data).toEqual({ name: 'Ada', age: 36 });
    expect(meta.attempts.map(({ kind }) => kind)).toEqual(['validation', 'validation', undefined]);
    expect(meta.usage).toEqual({ prompt_tokens: 30, completion_tokens: 15, total_tokens: 45, cached_tokens: 0, reasoning_tokens: 0 });
    expect(metaOf(data)).toBe(meta);
  });

  it('shows the model its last bad answer in a tool message, and no earlier one', async () => {
    const client = scriptedClient('nothing', BAD, GOOD);

    await wrap(client).chat.completions.create({ ...ASK, response_model: { schema: Person, name: 'person' } });

    const messages = client.sent[2]?.params.messages as readonly { role: string; content: string | null; tool_call_id?: string }[];
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool']);
    expect(messages[2]).toMatchObject({ tool_call_id: 'call_1', content: expect.stringContaining('age') as unknown });
  });

  it('asks again in text where the answer was a text', async () => {
    const client = scriptedClient(BAD, GOOD);

    await wrap(client, { mode: 'MD_JSON' }).chat.completions.create({ ...ASK, response_model: Person });

    const messages = client.sent[1]?.params.messages as readonly { role: string; content: string }[];
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(messages[2]?.content).toBe(BAD);
  });

  it('passes the check of the engine', async () => {
    await expect(checkEngine(await loadEngine())).resolves.toBeUndefined();
  });

  it.each([
    ['an engine that never asks again', 1],
    ['an engine that asks too often', 4],
  ])('finds out %s', async (_title, attempts) => {
    const engine = {
      async run(call: { attempt(): Promise<void>; isAnswered(): boolean }) {
        for (let attempt = 0; attempt < attempts; attempt++) await call.attempt();
        if (!call.isAnswered()) throw new Error('gave up');
      },
    };

    const error = await errorOf(checkEngine(engine));

    expect(error.kind).toBe('engine');
  });

  it('refuses a number of retries that is none', async () => {
    const { chat } = wrap(scriptedClient(GOOD));

    await expect(chat.completions.create({ ...ASK, response_model: Person, max_retries: 1.5 })).rejects.toThrow(RangeError);
    expect(() => wrap(scriptedClient(GOOD), { maxRetries: -1 })).toThrow('maxRetries must be a whole number');
  });

  it('ends at once when the model refuses, is filtered or runs out of tokens', async () => {
    const endings = [
      [{ choices: [{ finish_reason: 'stop', message: { refusal: 'No.' } }] }, 'refusal'],
      [{ choices: [{ finish_reason: 'content_filter', message: { content: GOOD } }] }, 'content_filter'],
      [{ choices: [{ finish_reason: 'length', message: { content: GOOD } }] }, 'truncated'],
      [{ error: { message: 'overloaded', code: 529 } }, 'transport'],
    ] as const;

    for (const [completion, kind] of endings) {
      const client = scriptedClient(completion);
      const error = await errorOf(wrap(client, { maxRetries: 3 }).chat.completions.create({ ...ASK, response_model: Person }));
      expect([error.kind, client.sent.length]).toEqual([kind, 1]);
    }
  });

  it('asks again after arguments that are null, even when the schema takes an empty object', async () => {
    const empty = { choices: [{ finish_reason: 'tool_calls', message: { tool_calls: [{ id: 'c', function: { name: 'answer', arguments: null } }] } }] };
    const client = scriptedClient(empty, '{"a":"x"}');

    await expect(wrap(client).chat.completions.create({ ...ASK, response_model: z.object({ a: z.string().optional() }) })).resolves.toEqual({ a: 'x' });
    expect(client.sent).toHaveLength(2);
  });

  it('does not ask again when the schema itself throws', async () => {
    const Broken = z.object({ a: z.string() }).refine(() => {
      throw new Error('bug');
    });
    const client = scriptedClient('{"a":"x"}');

    const error = await errorOf(wrap(client).chat.completions.create({ ...ASK, response_model: Broken }));

    expect([error.kind, client.sent.length]).toEqual(['schema', 1]);
    expect(error.cause).toMatchObject({ message: 'bug' });
  });

  it('waits for asynchronous rules of the schema', async () => {
    const Slow = z.object({ a: z.string().refine(async (text) => text !== 'bad') });
    const client = scriptedClient('{"a":"bad"}', '{"a":"good"}');

    await expect(wrap(client).chat.completions.create({ ...ASK, response_model: Slow })).resolves.toEqual({ a: 'good' });
  });

  it('recognises its errors by their mark', async () => {
    const error = await errorOf(wrap(scriptedClient(BAD), { maxRetries: 0 }).chat.completions.create({ ...ASK, response_model: Person }));

    expect(StructuredOutputError.is(error, 'validation')).toBe(true);
    expect(StructuredOutputError.is(error, 'refusal')).toBe(false);
    expect(StructuredOutputError.is(new Error('x'))).toBe(false);
    expect(error.code).toBe('STRUCTURED_OUTPUT_VALIDATION');
  });
});
