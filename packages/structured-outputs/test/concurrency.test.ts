import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { createDice } from '@discord-intelligence/testing/random';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';

import { StructuredOutputError, wrap } from '../src/index.js';

import { ASK, completionOf, scriptedClient, type SentRequest } from './support/scripted-client.js';

const SEED = 200;
const Echo = z.object({ id: z.number().int() });
const rejections: unknown[] = [];
const onRejection = (reason: unknown) => { rejections.push(reason); };

beforeAll(() => { process.on('unhandledRejection', onRejection); });
afterAll(() => { process.off('unhandledRejection', onRejection); });

/** Answers with the number in the message, badly at first for every third, a few turns later. */
async function echo({ params, options }: SentRequest): Promise<unknown> {
  const messages = params.messages as readonly { readonly content: string }[];
  const id = Number(messages[0]?.content);
  for (let turn = 0; turn < id % 7; turn++) await new Promise((resolve) => { setImmediate(resolve); });
  if ((options?.signal as AbortSignal).aborted) throw new Error('the client left');
  return completionOf(id % 3 === 0 && messages.length === 1 ? '{"id":"bad"}' : JSON.stringify({ id }), params);
}

describe('200 calls on one client at one time', () => {
  it('get their own answers, or end by their own signal, and nothing else', async () => {
    const random = createDice(SEED);
    const client = wrap(scriptedClient(echo), { maxRetries: 2 });
    let cancelled = 0;
    const calls = Array.from({ length: 200 }, async (_, id) => {
      const controller = new AbortController();
      const isCancelled = random.next() < 0.3;
      if (isCancelled) {
        cancelled += 1;
        const turns = random.whole(6);
        void (async () => {
          for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => { setImmediate(resolve); });
          controller.abort();
        })();
      }
      try {
        const data = await client.chat.completions.create({ ...ASK, messages: [{ role: 'user', content: String(id) }], response_model: Echo }, { signal: controller.signal });
        return data.id === id ? 'own' : 'wrong';
      } catch (error) {
        return isCancelled && StructuredOutputError.is(error, 'aborted') ? 'aborted' : 'failed';
      }
    });

    const outcomes = await Promise.all(calls);
    await new Promise((resolve) => { setImmediate(resolve); });

    expect({ seed: SEED, wrong: outcomes.filter((outcome) => outcome === 'wrong' || outcome === 'failed') }).toEqual({ seed: SEED, wrong: [] });
    expect(cancelled).toBeGreaterThan(30);
    expect(outcomes.filter((outcome) => outcome === 'aborted').length).toBeGreaterThan(0);
    expect(rejections).toEqual([]);
  });

  it('leave the heap as it was', async () => {
    // Not the scripted client: that one remembers every request.
    const client = wrap({ chat: { completions: { create: async (params: Record<string, unknown>, options?: Record<string, unknown>) => echo({ params, options }) } } });
    const { signal } = new AbortController();
    const many = async (calls: number) => {
      for (let id = 0; id < calls; id++) {
        // A fresh schema now and then: caches must let go of it.
        const model = id % 10 === 0 ? z.object({ id: z.number().int() }) : Echo;
        await client.chat.completions.create({ ...ASK, messages: [{ role: 'user', content: '1' }], response_model: model }, { signal });
      }
    };
    await many(500);
    const before = heapAfterCollection();

    await many(2_000);

    expect((heapAfterCollection() - before) / 2 ** 20).toBeLessThan(3);
  });
});

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
