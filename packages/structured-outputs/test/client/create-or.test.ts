import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';

import { metaOf, wrap } from '../../src/index.js';
import { ASK, completionOf, scriptedClient } from '../support/scripted-client.js';

const Person = z.object({ name: z.string() });

describe('createOr', () => {
  it('gives the answer when there is one', async () => {
    const outcome = await wrap(scriptedClient('{"name":"Ada"}')).chat.completions.createOr({ ...ASK, response_model: Person }, null);

    expect(outcome).toMatchObject({ data: { name: 'Ada' }, degraded: false });
  });

  it.each([
    ['a failing provider', new Error('down'), 'transport'],
    ['bad answers', 'prose', 'unparseable'],
    ['a refusal', { choices: [{ message: { refusal: 'No' } }] }, 'refusal'],
  ] as const)('gives the fallback after %s', async (_title, answer, reason) => {
    const outcome = await wrap(scriptedClient(answer), { maxRetries: 0 }).chat.completions.createOr({ ...ASK, response_model: Person }, 'none');

    expect(outcome).toMatchObject({ data: 'none', degraded: true, reason });
  });

  it('rejects when the caller aborts, and with what the fallback throws', async () => {
    const { chat } = wrap(scriptedClient('prose'), { maxRetries: 0 });

    await expect(chat.completions.createOr({ ...ASK, response_model: Person }, null, { signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'aborted' });
    await expect(chat.completions.createOr({ ...ASK, response_model: Person }, () => { throw new Error('fallback'); })).rejects.toThrow('fallback');
    await expect(chat.completions.createOr({ messages: [], response_model: Person }, null)).rejects.toThrow('needs a model');
  });
});

describe('identical calls in flight', () => {
  const slow = () => {
    const client = scriptedClient(async ({ params, options }) => {
      await new Promise<void>((resolve, reject) => {
        setImmediate(() => { setImmediate(resolve); });
        (options?.signal as AbortSignal | undefined)?.addEventListener('abort', () => { reject(new Error('left')); });
      });
      return completionOf('{"name":"Ada"}', params);
    });
    return { client, completions: wrap(client, { coalesce: true }).chat.completions };
  };

  it('share one request, and each has data of its own', async () => {
    const { client, completions } = slow();

    const [first, second] = await Promise.all([completions.createWithMeta({ ...ASK, response_model: Person }), completions.createWithMeta({ ...ASK, response_model: Person })]);

    expect(client.sent).toHaveLength(1);
    expect(first.data).toEqual(second.data);
    expect(first.data).not.toBe(second.data);
    expect([first.meta.isShared, second.meta.isShared]).toEqual([false, true]);
    expect(second.meta.usage.total_tokens).toBe(0);
  });

  it('do not share when anything differs, or when the first is done', async () => {
    const { client, completions } = slow();

    await Promise.all([completions.create({ ...ASK, response_model: Person }), completions.create({ ...ASK, temperature: 1, response_model: Person }), completions.create({ ...ASK, response_model: z.object({ name: z.string() }) })]);
    await completions.create({ ...ASK, response_model: Person });

    expect(client.sent).toHaveLength(4);
  });

  it('outlive the one that leaves, and end when all have left', async () => {
    const { client, completions } = slow();
    const [one, both] = [new AbortController(), new AbortController()];

    const leaving = completions.create({ ...ASK, response_model: Person }, { signal: one.signal });
    const staying = completions.create({ ...ASK, response_model: Person });
    one.abort();
    await expect(leaving).rejects.toMatchObject({ kind: 'aborted' });
    await expect(staying).resolves.toEqual({ name: 'Ada' });

    const last = completions.create({ ...ASK, response_model: Person }, { signal: both.signal });
    await new Promise((resolve) => { setImmediate(resolve); });
    both.abort();
    await expect(last).rejects.toMatchObject({ kind: 'aborted' });
    expect((client.sent[1]?.options?.signal as AbortSignal).aborted).toBe(true);
  });
});

describe('meta', () => {
  it('is not part of the data', async () => {
    const data = await wrap(scriptedClient('{"name":"Ada","_meta":"mine"}')).chat.completions.create({ ...ASK, response_model: z.strictObject({ name: z.string(), _meta: z.string() }) });

    expect(data).toEqual({ name: 'Ada', _meta: 'mine' });
    expect(metaOf(data)?.schema.fingerprint).toHaveLength(64);
    expect(metaOf('text')).toBeUndefined();
  });

  it('is put on the data, hidden, for code that comes from instructor-js', async () => {
    const data = await wrap(scriptedClient('{"name":"Ada"}'), { attachMeta: true }).chat.completions.create({ ...ASK, response_model: Person });

    expect((data as { _meta?: { usage: { total_tokens: number } } })._meta?.usage.total_tokens).toBe(15);
    expect(Object.keys(data)).toEqual(['name']);
  });
});
