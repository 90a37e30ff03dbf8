import { describe, expect, it } from '@jest/globals';
import type { ChatCompletionChunk } from 'openai/resources/chat/completions';

import { createChunkCollector } from '../../../src/cache/exact/collect-chunks.js';
import { replayChunks } from '../../../src/cache/exact/replay-chunks.js';
import { withoutUsage } from '../../../src/cache/exact/without-usage.js';
import { answer, joined, pieces, readAll } from '../support/chat.js';

function collect(items: readonly ChatCompletionChunk[]) {
  const collector = createChunkCollector();
  for (const item of items) collector.add(item);
  return collector.completion();
}

const ANSWERS = {
  text: { content: 'Hello, 😀 world! '.repeat(40) },
  refusal: { content: null, refusal: 'I will not do that, because I am told so.' },
  'tool calls': { content: null, toolCalls: [{ name: 'a', args: { city: 'Köln', list: [1, 2, 3] }, id: 'c1' }, { name: 'b', args: {}, id: 'c2' }] },
  'text and a tool call': { content: 'Let me see.', toolCalls: [{ name: 'a', args: { x: 1 }, id: 'c1' }] },
};

describe('collecting and replaying', () => {
  it.each(Object.entries(ANSWERS))('makes the whole answer of the chunks of %s', (_what, content) => {
    expect(collect(pieces(content))).toMatchObject(JSON.parse(JSON.stringify(answer(content))) as object);
  });

  it.each(Object.entries(ANSWERS))('replays %s so that it is collected as it was', async (_what, content) => {
    const whole = answer(content);
    expect(collect(await readAll(replayChunks(whole, true)))).toEqual(whole);
  });

  it('gives the usage once, at the end, and only when it was asked for', async () => {
    const whole = answer('hello '.repeat(50));
    const asked = await readAll(replayChunks(whole, true));
    expect(asked.filter(({ usage }) => usage)).toEqual([asked.at(-1)]);
    expect(asked.at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens: 10 } });
    const plain = await readAll(replayChunks(whole, false));
    expect(plain.some((chunk) => 'usage' in chunk)).toBe(false);
    expect(plain.at(-1)?.choices[0]?.finish_reason).toBe('stop');
  });

  it('cuts no character in two', async () => {
    const text = `${'x'.repeat(79)}${'😀'.repeat(100)}`;
    const replayed = await readAll(replayChunks(answer(text), false));
    expect(joined(replayed)).toBe(text);
    for (const { choices } of replayed) expect(choices[0]?.delta.content ?? '').not.toMatch(/\p{Surrogate}/u);
  });

  it('keeps choices, log probabilities and what a provider adds apart', () => {
    const chunk = (index: number, delta: object, more: object = {}) =>
      ({ id: 'i', object: 'chat.completion.chunk', created: 1, model: 'm', provider: 'p', choices: [{ index, delta, finish_reason: null, ...more }] }) as unknown as ChatCompletionChunk;
    const whole = collect([
      chunk(1, { role: 'assistant', content: 'b', reasoning: 'because ' }, { logprobs: { content: [{ token: 'b' }] } }),
      chunk(0, { role: 'assistant', content: 'a' }),
      chunk(1, { content: 'B', reasoning: 'so' }, { logprobs: { content: [{ token: 'B' }] }, finish_reason: 'stop' }),
      chunk(0, {}, { finish_reason: 'stop' }),
    ]);
    expect(whole).toMatchObject({
      provider: 'p',
      object: 'chat.completion',
      choices: [
        { index: 0, message: { content: 'a' }, finish_reason: 'stop', logprobs: null },
        { index: 1, message: { content: 'bB', reasoning: 'because so' }, finish_reason: 'stop', logprobs: { content: [{ token: 'b' }, { token: 'B' }] } },
      ],
    });
  });

  it('has no finish reason where the stream broke off, and nothing before the first chunk', () => {
    expect(collect(pieces('hello').slice(0, 2))?.choices[0]?.finish_reason).toBeNull();
    expect(collect([])).toBeUndefined();
  });
});

describe('withoutUsage', () => {
  async function* source(items: readonly ChatCompletionChunk[], onEnd: () => void) {
    try {
      yield* items;
    } finally {
      onEnd();
    }
  }

  it('leaves out the usage chunk and the field, but no text that came with it', async () => {
    const items = pieces('hello');
    const withText = { ...items[1]!, usage: items.at(-1)!.usage! };
    const seen = await readAll(withoutUsage(source([items[0]!, withText, ...items.slice(2)], () => undefined)));
    expect(seen.some((chunk) => 'usage' in chunk)).toBe(false);
    expect(joined(seen)).toBe('hello');
  });

  it('ends its source when the loop is left, and also when it was never entered', async () => {
    let ends = 0;
    const count = () => { ends += 1; };
    for await (const chunk of withoutUsage(source(pieces(), count))) {
      expect(chunk).toBeDefined();
      break;
    }
    expect(ends).toBe(1);

    let isReturned = false;
    const silent: AsyncIterableIterator<ChatCompletionChunk> = {
      next: () => Promise.resolve({ done: true, value: undefined }),
      return: () => {
        isReturned = true;
        return Promise.resolve({ done: true, value: undefined });
      },
      [Symbol.asyncIterator]: () => silent,
    };
    await withoutUsage(silent).return?.();
    expect(isReturned).toBe(true);
  });
});
