import { describe, expect, it } from '@jest/globals';

import { createResponseCache } from '../../../src/cache/create-response-cache.js';
import { answersAgree } from '../../../src/cache/semantic/answers-agree.js';
import type { Embed } from '../../../src/cache/semantic/embed.js';
import type { SemanticCacheOptions } from '../../../src/cache/semantic/semantic-cache-options.js';
import { measuredRate } from '../../../src/cache/semantic/wilson-interval.js';
import type { CacheControls } from '../../../src/cache/cache-controls.js';
import { answer, joined, readAll, textOf } from '../support/chat.js';
import { createClock } from '../support/clock.js';

const COST = 1_000_000;
const EMBED_COST = 10_000;

const QUESTION = 'What is machine learning? Explain briefly.';
const PARAPHRASE = 'What is machine learning? Explain it briefly.';

/** Vectors by text; others are far from everything. */
function arrange(options: Partial<SemanticCacheOptions> = {}, vectors: Readonly<Record<string, readonly number[]>> = { [QUESTION]: [1, 0], [PARAPHRASE]: [0.99, 0.14] }) {
  const clock = createClock();
  const embedded: string[] = [];
  const embed: Embed = async (texts) => {
    embedded.push(...texts);
    await Promise.resolve();
    return texts.map((text) => Float32Array.from(vectors[text] ?? [0, 1]));
  };
  const cache = createResponseCache({ now: clock.now, semantic: { mode: 'on', threshold: 0.9, verifyShare: 0, embed, embeddingCost: (texts) => texts.length * EMBED_COST, ...options } });
  let calls = 0;
  const ask = async (content: unknown, { reply = 'x', tenant = 't1', controls, params = {}, history = [] }: { reply?: string; tenant?: string; controls?: CacheControls; params?: Record<string, unknown>; history?: object[] } = {}) => {
    const plan = cache.plan({ params: { messages: [...history, { role: 'user', content }], ...params }, tenant, group: 'g', ...(controls && { controls }) });
    const result = await cache.complete(plan, async () => {
      calls += 1;
      return { completion: answer(reply), costNanoUsd: COST, info: null };
    });
    await cache.settled();
    return result;
  };
  const statuses = async (...asked: Parameters<typeof ask>[]) => {
    const seen: string[] = [];
    for (const parameters of asked) seen.push((await ask(...parameters)).source.status);
    return seen;
  };
  return { clock, cache, embedded, ask, statuses, calls: () => calls, report: () => cache.statistics().semantic! };
}

describe('the semantic cache', () => {
  it('answers a paraphrase, and reports similarity, threshold and the net saving', async () => {
    const { ask, report, calls, cache } = arrange();
    await ask(QUESTION);
    const { completion, source } = await ask(PARAPHRASE);
    expect(textOf(completion)).toBe('x');
    expect(source).toMatchObject({ status: 'semantic', threshold: 0.9, savedNanoUsd: COST });
    expect(source.status === 'semantic' && source.similarity).toBeCloseTo(0.99, 2);
    expect(calls()).toBe(1);
    expect(report()).toMatchObject({ lookups: 2, hits: 1, embedCalls: 2, savedNanoUsd: COST, embeddingCostNanoUsd: 2 * EMBED_COST, netSavedNanoUsd: COST - 2 * EMBED_COST });
    expect(cache.statistics()).toMatchObject({ semanticHits: 1, misses: 1 });
  });

  it('needs no embedding for an equal request', async () => {
    const { statuses, embedded } = arrange();
    expect(await statuses([QUESTION], [QUESTION])).toEqual(['miss', 'hit']);
    expect(embedded).toEqual([QUESTION]);
  });

  it('turns down near questions that ask for something else, and counts why', async () => {
    const texts = ['Translate to French: the cat sleeps', 'Translate to French: the dog sleeps', 'Translate to German: the cat sleeps', 'Do not translate to French: the cat sleeps'];
    const { statuses, report } = arrange({}, Object.fromEntries(texts.map((text, index) => [text, index === 0 ? [1, 0] : [0.999, 0.01]])));
    expect(await statuses(...texts.map((text): [string] => [text]))).toEqual(['miss', 'miss', 'miss', 'miss']);
    expect(Object.keys(report().guarded).sort()).toEqual(['name', 'negation', 'payload']);
  });

  it('answers them without guards: that is what the guards are for', async () => {
    const texts = ['Translate to French: the cat sleeps', 'Translate to French: the dog sleeps'];
    const { statuses } = arrange({ guards: false }, { [texts[0]!]: [1, 0], [texts[1]!]: [0.999, 0.01] });
    expect(await statuses(...texts.map((text): [string] => [text]))).toEqual(['miss', 'semantic']);
  });

  it('answers nothing below the threshold', async () => {
    const { statuses } = arrange({ threshold: 0.995 });
    expect(await statuses([QUESTION], [PARAPHRASE])).toEqual(['miss', 'miss']);
  });

  it.each([
    ['another tenant', { tenant: 't2' }],
    ['another parameter', { params: { temperature: 0.5 } }],
    ['another system message', { history: [{ role: 'system', content: 'Be rude.' }] }],
    ['another conversation', { history: [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: 'Hello' }] }],
    ['another namespace', { controls: { namespace: 'n' } }],
    ['noCache', { controls: { noCache: true } }],
    ['semantic off', { controls: { semantic: 'off' as const } }],
  ])('answers nothing to %s', async (_what, more) => {
    const { statuses } = arrange();
    expect(await statuses([QUESTION], [PARAPHRASE, more])).toEqual(['miss', 'miss']);
  });

  it.each([
    ['a long conversation', { history: Array.from({ length: 4 }, (_, index) => ({ role: index % 2 ? 'assistant' : 'user', content: `message ${index}` })) }],
    ['a request with tools', { params: { tools: [{ type: 'function', function: { name: 't' } }] } }],
  ])('is left out, without an embedding, for %s', async (_what, more) => {
    const { statuses, embedded, report } = arrange();
    expect(await statuses([QUESTION, more], [PARAPHRASE, more])).toEqual(['miss', 'miss']);
    expect(embedded).toEqual([]);
    expect(report().skipped).toBe(2);
  });

  it('is left out for pictures and for very long texts', async () => {
    const { statuses, embedded } = arrange();
    const picture = [{ type: 'text', text: QUESTION }, { type: 'image_url', image_url: { url: 'data:,' } }];
    await statuses([picture], [`${QUESTION} ${'x'.repeat(4_000)}`]);
    expect(embedded).toEqual([]);
  });

  it('reads parts of text as one text', async () => {
    const { statuses } = arrange();
    expect(await statuses([QUESTION], [[{ type: 'text', text: PARAPHRASE }]])).toEqual(['miss', 'semantic']);
  });

  it('never answers with what has expired or is gone', async () => {
    const { clock, statuses } = arrange();
    await statuses([QUESTION, { controls: { ttlMs: 1_000 } }]);
    clock.advance(1_000);
    expect(await statuses([PARAPHRASE])).toEqual(['miss']);
  });

  it('does not remember a question whose answer was not kept', async () => {
    const { statuses } = arrange();
    expect(await statuses([QUESTION, { controls: { noStore: true } }], [PARAPHRASE])).toEqual(['miss', 'miss']);
  });

  it.each<[string, Embed]>([
    ['rejects', () => Promise.reject(new Error('no embedder'))],
    ['throws', () => { throw new Error('no embedder'); }],
    ['gives no vector', () => Promise.resolve([])],
    ['gives an empty vector', () => Promise.resolve([new Float32Array()])],
    ['gives a vector without direction', () => Promise.resolve([new Float32Array(4)])],
    ['gives no numbers', () => Promise.resolve([Float32Array.from([Number.NaN, 1])])],
  ])('goes on without when the embedder %s', async (_what, embed) => {
    const { statuses, report } = arrange({ embed });
    expect(await statuses([QUESTION], [PARAPHRASE])).toEqual(['miss', 'miss']);
    expect(report()).toMatchObject({ embedFailures: 2, hits: 0 });
  });

  it('goes on without when the embedder takes too long, and ends it', async () => {
    let isEnded = false;
    const { statuses } = arrange({
      embedTimeoutMs: 20,
      embed: (_texts, { signal }) => new Promise(() => { signal.addEventListener('abort', () => { isEnded = true; }); }),
    });
    expect(await statuses([QUESTION])).toEqual(['miss']);
    expect(isEnded).toBe(true);
  });

  it('asks for one embedding for equal questions at the same time', async () => {
    const { ask, embedded } = arrange();
    await Promise.all(Array.from({ length: 10 }, () => ask(QUESTION)));
    expect(embedded).toEqual([QUESTION]);
  });

  it('answers a stream from a whole answer by meaning', async () => {
    const { ask, cache } = arrange();
    await ask(QUESTION, { reply: 'a system that learns' });
    const plan = cache.plan({ params: { messages: [{ role: 'user', content: PARAPHRASE }], stream: true }, tenant: 't1', group: 'g' });
    const { chunks, source } = await cache.stream(plan, () => Promise.reject(new Error('not needed')));
    expect(source.status).toBe('semantic');
    expect(joined(await readAll(chunks))).toBe('a system that learns');
  });

  it.each([{ threshold: 1.1 }, { threshold: Number.NaN }, { verifyShare: -1 }, { maxHistory: 0 }, { embedTimeoutMs: 0 }])('refuses %p by name', (options) => {
    expect(() => arrange(options)).toThrow(Object.keys(options)[0]);
  });
});

describe('shadow mode', () => {
  it('answers nothing, but counts and judges what it could have answered', async () => {
    const { statuses, report } = arrange({ mode: 'shadow' });
    expect(await statuses([QUESTION, { reply: 'It learns from data.' }], [PARAPHRASE, { reply: 'It learns from data.' }])).toEqual(['miss', 'miss']);
    expect(report()).toMatchObject({ mode: 'shadow', hits: 0, shadowHits: 1, falseHits: { count: 0, of: 1, rate: 0 }, missedSavingsNanoUsd: COST, netSavedNanoUsd: -2 * EMBED_COST });
  });

  it('is the default', () => {
    const cache = createResponseCache({ semantic: { embed: () => Promise.resolve([]) } });
    expect(cache.statistics().semantic?.mode).toBe('shadow');
  });

  it('raises the threshold of a question whose answer was wrong, and of no other', async () => {
    const other = 'How do bees make honey?';
    const near = 'How is it that bees make honey?';
    const { ask, statuses, report } = arrange({ mode: 'on' }, { [QUESTION]: [1, 0, 0], [PARAPHRASE]: [0.99, 0.14, 0], [other]: [0, 0, 1], [near]: [0, 0.14, 0.99] });
    await ask(QUESTION, { reply: 'It learns from data.' });
    await ask(other, { reply: 'From nectar.' });
    await ask(PARAPHRASE, { reply: 'Bananas grow on trees.', controls: { semantic: 'shadow', noStore: true } });
    expect(report().falseHits).toMatchObject({ count: 1, of: 1, rate: 1 });
    expect(await statuses([PARAPHRASE, { controls: { noStore: true } }], [near])).toEqual(['miss', 'semantic']);
  });

  it('keeps checking a share of the hits when it is on', async () => {
    let draws = 0;
    const clock = createClock();
    const cache = createResponseCache({
      now: clock.now,
      random: () => (draws++ % 4 === 0 ? 0.01 : 0.9),
      semantic: { mode: 'on', threshold: 0.9, verifyShare: 0.25, embed: async (texts) => texts.map(() => Float32Array.from([1, 0])) },
    });
    const seen: string[] = [];
    for (const content of [QUESTION, ...Array.from({ length: 8 }, () => PARAPHRASE)]) {
      const plan = cache.plan({ params: { messages: [{ role: 'user', content }] }, tenant: 't', group: 'g', controls: { noStore: content === PARAPHRASE } });
      seen.push((await cache.complete(plan, async () => ({ completion: answer('x'), costNanoUsd: COST, info: null }))).source.status);
      await cache.settled();
    }
    expect(seen.filter((status) => status === 'semantic')).toHaveLength(6);
    expect(cache.statistics().semantic).toMatchObject({ hits: 6, shadowHits: 2, falseHits: { count: 0, of: 2 } });
  });

  it('asks the given judge, and survives its failure and its silence', async () => {
    const asked: unknown[] = [];
    const judged = arrange({ mode: 'shadow', compare: (kept, fresh, { question }) => { asked.push([kept, fresh, question]); return true; } });
    await judged.statuses([QUESTION, { reply: 'one' }], [PARAPHRASE, { reply: 'two' }]);
    expect(asked).toEqual([['one', 'two', PARAPHRASE]]);

    for (const compare of [() => Promise.reject(new Error('no judge')), () => { throw new Error('no judge'); }, () => new Promise<boolean>(() => undefined)]) {
      const { statuses, report } = arrange({ mode: 'shadow', compare, compareTimeoutMs: 20 });
      await statuses([QUESTION], [PARAPHRASE]);
      expect(report()).toMatchObject({ compareFailures: 1, falseHits: { of: 0 } });
    }
  });
});

describe('answersAgree', () => {
  it.each([
    ['Paris.', 'The capital is Paris.', true],
    ['Machine learning lets computers learn from data.', 'It lets computers learn patterns from data.', true],
    ['Paris.', 'London.', false],
    ['It takes 10 minutes.', 'It takes 20 minutes.', false],
    ['Yes, it is safe.', 'No, it is not safe.', false],
  ])('says of "%s" and "%s": %p', (kept, fresh, isSame) => {
    expect(answersAgree(kept, fresh)).toBe(isSame);
  });
});

describe('measuredRate', () => {
  it('gives the Wilson interval of 95 %', () => {
    // Checked by hand: 1 of 10 is 1.8 % to 40.4 %.
    const { rate, low, high } = measuredRate(1, 10);
    expect(rate).toBe(0.1);
    expect(low).toBeCloseTo(0.0179, 3);
    expect(high).toBeCloseTo(0.4042, 3);
  });

  it('says what nothing in a hundred means, and that nothing was measured', () => {
    expect(measuredRate(0, 100)).toMatchObject({ rate: 0, low: 0 });
    expect(measuredRate(0, 100).high).toBeCloseTo(0.037, 3);
    expect(measuredRate(0, 0)).toEqual({ count: 0, of: 0, rate: null, low: 0, high: 1 });
  });
});
