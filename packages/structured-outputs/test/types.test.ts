import { describe, expect, it } from '@jest/globals';
import OpenAI from 'openai';
import * as z from 'zod';
import * as mini from 'zod/mini';

import { type PartialEvent, type StructuredClient, type StructuredOutputError, wrap } from '../src/index.js';

import { ASK, scriptedClient } from './support/scripted-client.js';

const client = wrap(scriptedClient('{"id":"7"}'));
const { completions } = client.chat;

describe('types', () => {
  it('are those of the schema: output, not input', async () => {
    const Schema = z.object({ id: z.string().transform(Number), kind: z.enum(['a', 'b']).default('a') });

    const data = await completions.create({ ...ASK, response_model: Schema });

    data satisfies { id: number; kind: 'a' | 'b' };
    // @ts-expect-error -- the transform made a number of it
    data.id satisfies string;
    expect(data).toEqual({ id: 7, kind: 'a' });
  });

  it('come through a named response model, zod/mini and unions', async () => {
    const named = await completions.create({ ...ASK, response_model: { schema: z.object({ id: z.string() }), name: 'thing', version: 2 } });
    named satisfies { id: string };
    const small = await completions.create({ ...ASK, response_model: mini.object({ id: mini.string() }) });
    small satisfies { id: string };
    const either = await completions.create({ ...ASK, response_model: z.union([z.object({ id: z.string() }), z.object({ other: z.number() })]) });
    either satisfies { id: string } | { other: number };

    expect([named, small, either]).toEqual([{ id: '7' }, { id: '7' }, { id: '7' }]);
  });

  it('of streams are events', () => {
    const stream = completions.create({ ...ASK, stream: true, response_model: z.object({ id: z.string() }) });
    stream satisfies AsyncIterable<PartialEvent<{ id: string }>>;
    const list = completions.createIterable({ ...ASK, response_model: z.number() });
    list satisfies AsyncIterable<number>;

    expect(Symbol.asyncIterator in stream && Symbol.asyncIterator in list).toBe(true);
  });

  it('of createOr tell data from fallback', async () => {
    const outcome = await completions.createOr({ ...ASK, response_model: z.object({ id: z.string() }) }, null);

    if (outcome.degraded) {
      outcome.data satisfies null;
      outcome.error satisfies StructuredOutputError;
    } else {
      outcome.data satisfies { id: string };
    }
    expect(outcome.degraded).toBe(false);
  });

  it('of the wrapped client stay for plain calls', () => {
    const openai = wrap(new OpenAI({ apiKey: 'any' }));
    openai satisfies StructuredClient<OpenAI>;
    const plain = () => openai.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: 'hi' }] });
    plain satisfies () => PromiseLike<OpenAI.Chat.Completions.ChatCompletion>;

    expect(openai.raw).toBeInstanceOf(OpenAI);
  });

  it('refuse what is no schema', async () => {
    // @ts-expect-error -- a string is no schema
    await expect(completions.createWithMeta({ ...ASK, response_model: 'Person' })).rejects.toMatchObject({ kind: 'schema' });
    // @ts-expect-error -- neither is a number
    expect(() => completions.createIterable({ ...ASK, response_model: 7 })).not.toThrow();
  });

  it('refuse a client that cannot be asked', () => {
    // @ts-expect-error -- no chat.completions.create
    expect(() => wrap({})).toThrow(TypeError);
  });
});
