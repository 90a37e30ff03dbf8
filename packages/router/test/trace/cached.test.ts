import { forTests, span } from '@discord-intelligence/observability';
import { text } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { MESSAGES, startRouter } from '../flow/start-router.js';

import { treeOf } from './tree-of.js';

const ask = { model: 'g', messages: MESSAGES };

describe('the span of a request that the cache answers', () => {
  it('has no attempt, and says so', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} } }, cache: { ttl: 60_000 } });
    test.openai.provider('a').queue(text('Ada'));

    await test.router.chat.completions.create(ask);
    await test.router.chat.completions.create(ask);

    expect(treeOf(telemetry)).toBe('router g\n  chat model-of-a\nrouter g');
    const [miss, hit] = telemetry.spans().filter(({ name }) => name === 'router g').map(({ attributes }) => attributes);
    expect([miss?.['llm.router.cache.hit'], hit?.['llm.router.cache.hit']]).toEqual([false, true]);
    expect([miss?.['llm.router.attempts'], hit?.['llm.router.attempts']]).toEqual([1, 0]);
    expect(hit).not.toHaveProperty(['llm.router.selected.model']);
    expect(await telemetry.metrics()).toContain('llm_router_cache_hits_total{route="g"} 1\n');
  });

  it('is the same for a stream', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} } }, cache: { ttl: 60_000 } });
    test.openai.provider('a').queue(text('Ada Lovelace'));

    for (let round = 0; round < 2; round += 1) for await (const chunk of await test.router.chat.completions.create({ ...ask, stream: true })) expect(chunk.id).toBeDefined();

    expect(treeOf(telemetry)).toBe('router g\n  chat model-of-a\nrouter g');
  });

  it('leaves the attempt of equal requests in the trace of the first of them', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} } }, cache: { ttl: 60_000 } });
    test.openai.provider('a').queue(text('Ada', { delayMs: 30 }));

    await Promise.all(['first', 'second'].map((name) => span(name, {}, () => test.router.chat.completions.create(ask))));

    expect(test.calls()).toEqual({ a: 1 });
    expect(treeOf(telemetry)).toMatch(/^first\n {2}router g\n {4}chat model-of-a$/m);
    expect(treeOf(telemetry)).toMatch(/^second\n {2}router g$/m);
    const hits = telemetry.spans().filter(({ name }) => name === 'router g').map(({ attributes }) => attributes['llm.router.cache.hit']);
    expect(hits.sort()).toEqual([false, true]);
  });
});
