import { embeddings, failure, gate, hang, text } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { RouterError } from '../../src/errors/router-error.js';
import type { ResultMeta } from '../../src/trace/result-meta.js';
import { metaOf } from '../../src/trace/result-meta.js';

import { MESSAGES, rejectionOf, startRouter } from './start-router.js';

const PRICE = { in: 1_000, out: 2_000 };

describe('money', () => {
  it('is reserved before, settled after, and refused with what a reader needs', async () => {
    await using test = await startRouter({ groups: { g: { a: { price: PRICE } } }, budgets: [{ id: 'user', scope: { user: '*' }, limit: '0.05 USD' }] }, { estimateTokens: () => 10 });
    test.openai.provider('a').always(text('ok', { usage: { prompt: 10, completion: 5 } }));
    const ask = (user: string) => test.router.completion({ model: 'g', messages: MESSAGES, max_completion_tokens: 10 }, { scope: { user } });
    expect(metaOf(await ask('u1'))).toMatchObject({ costUsd: 0.02, costNanoUsd: 20_000_000 });
    const refused = await rejectionOf(ask('u1').then(() => ask('u1')));
    expect(refused).toMatchObject({ code: 'budget_exceeded', status: 402, budget: { budgetId: 'user', spentUsd: 0.04, limitUsd: 0.05 } });
    expect(metaOf(await ask('u2'))?.servedBy).toBe('a');
    expect((await test.router.usage()).ledger.total).toMatchObject({ attempts: 3, costNano: 60_000_000 });
  });

  it('bounds an answer that nobody else bounds by what can be paid', async () => {
    await using test = await startRouter({ groups: { g: { a: { price: PRICE } } }, budgets: [{ id: 'all', limit: 1 }] }, { estimateTokens: () => 10 });
    test.openai.provider('a').queue(text('ok'));
    await test.router.completion({ model: 'g', messages: MESSAGES });
    expect(test.openai.provider('a').calls[0]?.body).toMatchObject({ max_tokens: 123 });
  });

  it('of an unknown price is refused where there are budgets', async () => {
    await using test = await startRouter({ groups: { g: { a: { price: null } } }, budgets: [{ id: 'all', limit: 1 }] });
    expect(await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }))).toMatchObject({ code: 'unknown_price' });
    expect(test.router.health().warnings).toEqual(['unknown_price:a']);
  });

  it('that is nearly spent goes to the cheaper group', async () => {
    await using test = await startRouter(
      { groups: { g: { a: { price: PRICE } }, cheap: { b: { price: { in: 1, out: 1 } } } }, budgets: [{ id: 'all', limit: 0.2, soft: { at: '40%', use: 'cheap' } }] },
      { estimateTokens: () => 10 },
    );
    test.openai.provider('a').always(text('dear', { usage: { prompt: 10, completion: 20 } }));
    test.openai.provider('b').always(text('cheap', { usage: { prompt: 10, completion: 20 } }));
    const ask = async () => metaOf(await test.router.completion({ model: 'g', messages: MESSAGES, max_completion_tokens: 20 }))?.servedBy;
    expect([await ask(), await ask()]).toEqual(['a', 'b']);
  });
});

describe('a slow deployment', () => {
  it('is overtaken by a sibling, and aborted', async () => {
    await using test = await startRouter({ groups: { g: { a: {}, b: {} } }, hedge: { after: 20, maxExtra: 1 } });
    test.openai.provider('a').queue(hang());
    test.openai.provider('b').queue(text('quick'));
    const answer = await test.router.completion({ model: 'g', messages: MESSAGES });
    expect(metaOf(answer)).toMatchObject({ servedBy: 'b' });
    await test.openai.provider('a').calls[0]!.ended;
    expect(test.openai.provider('a').calls[0]?.isAborted).toBe(true);
    expect(test.router.health().deployments.a).toMatchObject({ inFlight: 0, failures: 0 });
  });

  it('is waited for when the share of extra requests is used up', async () => {
    await using test = await startRouter({ groups: { g: { a: {}, b: {} } }, hedge: { after: 5, maxExtra: 0 } });
    test.openai.provider('a').queue(text('slow', { delayMs: 30 }));
    expect(metaOf(await test.router.completion({ model: 'g', messages: MESSAGES }))?.servedBy).toBe('a');
    expect(test.calls()).toEqual({ a: 1, b: 0 });
  });
});

describe('places at a deployment', () => {
  it('are waited for, and given back after failures', async () => {
    await using test = await startRouter({ groups: { g: { a: { maxParallel: 2 } } } });
    test.openai.provider('a').queue(failure(500));
    test.openai.provider('a').always(text('ok', { delayMs: 10 }));
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => test.router.completion({ model: 'g', messages: MESSAGES })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(test.openai.provider('a').peak).toBe(2);
    expect(test.router.health().deployments.a).toMatchObject({ inFlight: 0, waiting: 0 });
  });
});

describe('who is served by whom', () => {
  it('follows tags, with default ones for the rest', async () => {
    await using test = await startRouter({ groups: { g: { a: { tags: ['paid'] }, b: { tags: ['default'] } } } });
    for (const id of ['a', 'b']) test.openai.provider(id).always(text(id));
    const ask = async (...tags: string[]) => metaOf(await test.router.completion({ model: 'g', messages: MESSAGES }, { tags }))?.servedBy;
    expect([await ask('paid'), await ask('free'), await ask()]).toEqual(['a', 'b', 'b']);
    expect(await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }, { tags: ['&gold'] }))).toMatchObject({ code: 'no_matching_deployment' });
  });

  it('stays the same within a session', async () => {
    await using test = await startRouter({ groups: { g: { a: {}, b: {}, c: {} } }, sticky: true });
    for (const id of ['a', 'b', 'c']) test.openai.provider(id).always(text(id));
    const ask = async (session: string) => metaOf(await test.router.completion({ model: 'g', messages: MESSAGES }, { session }))?.servedBy;
    const first = await ask('s1');
    for (let turn = 0; turn < 5; turn += 1) expect(await ask('s1')).toBe(first);
    const sessions = await Promise.all(Array.from({ length: 30 }, (_, index) => ask(`session-${index}`)));
    expect(new Set(sessions).size).toBe(3);
  });

  it('is a pure function of the unit in an experiment', async () => {
    await using test = await startRouter({ groups: { control: { a: {} }, candidate: { b: {} } }, experiments: { tone: { salt: 'v1', arms: { control: 5_000, candidate: 5_000 } } } });
    for (const id of ['a', 'b']) test.openai.provider(id).always(text(id));
    const ask = async (unit: string) => metaOf(await test.router.completion({ messages: MESSAGES }, { experiment: 'tone', unit }))?.experiment?.arm;
    const units = Array.from({ length: 40 }, (_, index) => `unit-${index}`);
    const first = await Promise.all(units.map(ask));
    expect(await Promise.all(units.map(ask))).toEqual(first);
    expect(new Set(first)).toEqual(new Set(['control', 'candidate']));
    const { experiments } = await test.router.usage();
    expect(Object.values(experiments.tone!).reduce((sum, arm) => sum + arm.requests, 0)).toBe(80);
  });

  it('skips deployments whose window is too small, and says so when all are', async () => {
    await using test = await startRouter({ groups: { g: { a: { maxInputTokens: 10 }, b: { maxInputTokens: 1_000 } } } }, { estimateTokens: () => 500 });
    test.openai.provider('b').always(text('b'));
    expect(metaOf(await test.router.completion({ model: 'g', messages: MESSAGES }))?.servedBy).toBe('b');
    await using small = await startRouter({ groups: { g: { a: { maxInputTokens: 10 } }, large: { b: {} } }, contextWindowFallbacks: { g: ['large'] } }, { estimateTokens: () => 500 });
    small.openai.provider('b').always(text('large'));
    expect(metaOf(await small.router.completion({ model: 'g', messages: MESSAGES }))?.servedBy).toBe('b');
    expect(small.calls()).toEqual({ a: 0, b: 1 });
  });
});

describe('the cache', () => {
  it('answers an equal request of the same tenant, at no cost', async () => {
    await using test = await startRouter({ groups: { g: { a: { price: PRICE } } }, cache: { ttl: '1m' } });
    test.openai.provider('a').always(text('ok', { usage: { prompt: 10, completion: 5 } }));
    const ask = async (tenant: string) => metaOf(await test.router.completion({ model: 'g', messages: MESSAGES, temperature: 0 }, { tenant }));
    expect(await ask('t1')).toMatchObject({ cache: { status: 'miss' }, costUsd: 0.02 });
    expect(await ask('t1')).toMatchObject({ cache: { status: 'hit', savedNanoUsd: 20_000_000 }, costUsd: 0, servedBy: null });
    expect(await ask('t2')).toMatchObject({ cache: { status: 'miss' } });
    expect((await test.router.usage()).savedUsd).toBe(0.02);
    expect(test.router.health().inFlight).toBe(0);
  });

  it('asks once for all who ask the same at the same time, and fails for all of them', async () => {
    await using test = await startRouter({ groups: { g: { a: {} } }, cache: {} });
    const door = gate();
    test.openai.provider('a').queue({ ...failure(500), gate: door });
    const outcomes = Array.from({ length: 5 }, () => rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES, temperature: 0 })));
    await test.openai.provider('a').called();
    door.open();
    for (const error of await Promise.all(outcomes)) expect(RouterError.is(error, 'transient')).toBe(true);
    expect(test.calls()).toEqual({ a: 1 });
    expect(test.router.health().inFlight).toBe(0);
  });
});

describe('hooks', () => {
  it('hear of each attempt once and may throw', async () => {
    const classes: (string | undefined)[] = [];
    const ends: ResultMeta[] = [];
    await using test = await startRouter(
      { groups: { g: { a: {} } }, retry: { max: 3, base: 1 } },
      {
        hooks: {
          onAttempt: ({ attempt }) => {
            classes.push(attempt.class);
            throw new Error('a hook that fails');
          },
          onRequestEnd: ({ meta }) => { ends.push(meta); },
        },
      },
    );
    test.openai.provider('a').queue(failure(500), failure(429), failure(503), text('ok'));
    await test.router.completion({ model: 'g', messages: MESSAGES });
    expect(classes).toEqual(['transient', 'rate_limit', 'transient', undefined]);
    expect(ends).toHaveLength(1);
    expect(test.router.health().warnings).toContain('hook_error');
  });
});

describe('embeddings', () => {
  it('are routed like answers', async () => {
    await using test = await startRouter({ groups: { vectors: { a: {}, b: {} } }, retry: { max: 1 } });
    test.openai.provider('a').queue(failure(500));
    test.openai.provider('b').queue(embeddings({ dimensions: 3 }));
    const answer = await test.router.embeddings.create({ model: 'vectors', input: 'hello', encoding_format: 'float' });
    expect(answer.data).toHaveLength(1);
    expect(metaOf(answer)?.servedBy).toBe('b');
  });
});

describe('a new configuration', () => {
  it('serves new requests while old ones end, and keeps what is known', async () => {
    await using test = await startRouter({ groups: { g: { a: { price: PRICE } } }, budgets: [{ id: 'all', limit: 1 }] }, { estimateTokens: () => 10 });
    const door = gate();
    test.openai.provider('a').queue({ ...text('old'), gate: door }, text('old'));
    test.openai.provider('z').always(text('new'));
    const pending = test.router.completion({ model: 'g', messages: MESSAGES, max_completion_tokens: 5 });
    await test.openai.provider('a').called();
    await test.router.reload({
      deployments: { z: { provider: 'z', model: 'm', baseURL: test.openai.provider('z').baseUrl, price: { in: 1_000_000, out: 1_000_000 } } },
      groups: { g: ['z'] },
      budgets: [{ id: 'all', limit: 1 }],
    });
    door.open();
    expect(metaOf(await pending)?.servedBy).toBe('a');
    expect(await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES, max_completion_tokens: 5 }))).toMatchObject({ code: 'budget_exceeded' });
    expect(Object.keys(test.router.health().deployments)).toEqual(['z']);
  });

  it('that cannot be used changes nothing', async () => {
    await using test = await startRouter({ groups: { g: { a: {} } } });
    test.openai.provider('a').queue(text('still here'));
    await expect(test.router.reload({ deployments: {}, groups: { g: ['a'] } })).rejects.toMatchObject({ code: 'ROUTER_CONFIG_INVALID' });
    expect(metaOf(await test.router.completion({ model: 'g', messages: MESSAGES }))?.servedBy).toBe('a');
  });
});

describe('a router that is closed', () => {
  it('aborts what is under way and takes no more', async () => {
    await using test = await startRouter({ groups: { g: { a: {} } } });
    test.openai.provider('a').queue(hang());
    const pending = rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }));
    await test.openai.provider('a').called();
    await test.router.close();
    expect(await pending).toMatchObject({ code: 'cancelled' });
    expect(await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }))).toMatchObject({ code: 'closed' });
  });
});
