import { forTests, span, tracesItself } from '@discord-intelligence/observability';
import { embeddings, failure, gate, hang, text } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { MESSAGES, rejectionOf, startRouter } from '../flow/start-router.js';

import { treeOf } from './tree-of.js';

/** USD per million tokens: 10 and 5 of them cost 0.02. */
const PRICE = { in: 1_000, out: 2_000 };
const ANSWER = text('Ada', { usage: { prompt: 10, completion: 5 } });
const ask = { model: 'g', messages: MESSAGES };

describe('the span of a routed request', () => {
  it('stands below its caller, and its attempt inside of it', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { openai: { price: PRICE } } } });
    test.openai.provider('openai').queue(ANSWER);

    await span('caller', {}, () => test.router.chat.completions.create({ ...ask, max_completion_tokens: 50, temperature: 0.5 }));

    expect(telemetry.tree()).toBe('caller\n  router g\n    chat model-of-openai\n      POST');
    const router = telemetry.span('router g');
    expect([router.kind, router.status]).toEqual(['internal', 'unset']);
    expect(router.attributes).toMatchObject({
      'llm.router.route': 'g',
      'llm.router.policy': 'in-order',
      'llm.router.candidates': ['model-of-openai'],
      'llm.router.selected.provider': 'openai',
      'llm.router.selected.model': 'model-of-openai',
      'llm.router.attempts': 1,
    });
    for (const name of ['llm.router.fallback.reason', 'llm.router.cache.hit', 'llm.router.budget.remaining_usd']) expect(router.attributes).not.toHaveProperty([name]);
    const attempt = telemetry.span('chat model-of-openai');
    expect([attempt.kind, attempt.status]).toEqual(['client', 'unset']);
    expect(attempt.attributes).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'model-of-openai',
      'gen_ai.request.max_tokens': 50,
      'gen_ai.request.temperature': 0.5,
      'gen_ai.response.model': 'model-of-openai',
      'gen_ai.response.id': expect.any(String),
      'gen_ai.response.finish_reasons': ['stop'],
      'gen_ai.usage.input_tokens': 10,
      'gen_ai.usage.output_tokens': 5,
      'operation.cost': 0.02,
      'server.address': '127.0.0.1',
      'llm.router.attempt': 1,
      'llm.router.attempt.reason': 'first',
      'llm.router.deployment': 'openai',
      'llm.router.route': 'g',
    });
    const [call] = test.openai.provider('openai').calls;
    expect(call?.headers).not.toHaveProperty('traceparent');
    const metrics = await telemetry.metrics();
    for (const line of [
      'llm_cost_usd_total{provider="openai",model="model-of-openai",route="g"} 0.02',
      'llm_router_attempts_total{provider="openai",model="model-of-openai",route="g",outcome="ok"} 1',
      'llm_router_requests_total{route="g",outcome="ok"} 1',
      'llm_router_inflight{provider="openai",model="model-of-openai"} 0',
    ]) expect(metrics).toContain(`${line}\n`);
  });

  it('has retries and fallbacks as siblings, with their reasons', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} }, h: { mistral: { price: PRICE } } }, fallbacks: { g: ['h'] }, retry: { max: 1, base: 1, jitter: 0 } });
    test.openai.provider('a').always(failure(503));
    test.openai.provider('mistral').queue(ANSWER);

    await test.router.chat.completions.create(ask);

    expect(treeOf(telemetry)).toBe('router g\n  chat model-of-a\n  chat model-of-a\n  chat model-of-mistral');
    const attempts = telemetry.spans().filter(({ kind, name }) => kind === 'client' && name.startsWith('chat'));
    expect(attempts.map(({ status, attributes }) => [attributes['llm.router.attempt'], attributes['llm.router.attempt.reason'], attributes['error.type'], status])).toEqual([
      [1, 'first', 'transient', 'error'],
      [2, 'retry', 'transient', 'error'],
      [3, 'fallback', undefined, 'unset'],
    ]);
    expect(telemetry.span('router g')).toMatchObject({
      status: 'unset',
      attributes: { 'llm.router.attempts': 3, 'llm.router.fallback.reason': 'transient', 'llm.router.selected.provider': 'mistral_ai', 'llm.router.selected.model': 'model-of-mistral' },
    });
    const metrics = await telemetry.metrics();
    for (const line of [
      'llm_router_attempts_total{provider="a",model="model-of-a",route="g",outcome="failed"} 2',
      'llm_router_attempts_total{provider="mistral_ai",model="model-of-mistral",route="g",outcome="ok"} 1',
      'llm_router_retries_total{provider="a",model="model-of-a",route="g",reason="transient"} 1',
      'llm_router_fallbacks_total{provider="mistral_ai",model="model-of-mistral",route="g",reason="transient"} 1',
    ]) expect(metrics).toContain(`${line}\n`);
  });

  it('has no cost while the price is unknown', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} } } });
    test.openai.provider('a').queue(ANSWER);

    await test.router.chat.completions.create(ask);

    expect(telemetry.span('chat model-of-a').attributes).not.toHaveProperty(['operation.cost']);
    expect(await telemetry.metrics()).not.toContain('llm_cost_usd_total');
  });

  it('has failed when nobody answered', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} }, h: { b: {} } }, fallbacks: { g: ['h'] } });
    test.openai.provider('a').queue(failure(503));
    test.openai.provider('b').queue(failure(429, {}, { headers: { 'retry-after': '7' } }));

    const error = await rejectionOf(test.router.chat.completions.create(ask));

    expect(error).toMatchObject({ code: 'transient' });
    expect(telemetry.span('router g')).toMatchObject({ status: 'error', attributes: { 'error.type': 'transient', 'llm.router.attempts': 2 } });
    expect(telemetry.span('chat model-of-b').attributes['error.type']).toBe('rate_limit');
    const metrics = await telemetry.metrics();
    expect(metrics).toContain('llm_router_requests_total{route="g",outcome="failed"} 1\n');
    expect(metrics).toContain('llm_router_rate_limited_total{provider="b",model="model-of-b",route="g"} 1\n');
  });

  it('counts what our own limits refuse, and what is open and left of a budget', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: { rpm: 1, price: PRICE } } }, budgets: [{ id: 'all', limit: 20 }, { id: 'each', scope: { user: '*' }, limit: 10 }] });
    test.openai.provider('a').always(ANSWER);

    await test.router.chat.completions.create({ ...ask, max_completion_tokens: 5 }, { scope: { user: 'u1' } });
    await rejectionOf(test.router.chat.completions.create(ask));

    const [first] = telemetry.spans().filter(({ name }) => name === 'router g');
    expect(first?.attributes['llm.router.budget.remaining_usd']).toBeCloseTo(9.9, 0);
    const metrics = await telemetry.metrics();
    expect(metrics).toContain('llm_router_rate_limited_total{provider="a",model="model-of-a",route="g"} 1\n');
    expect(metrics).toMatch(/llm_router_budget_remaining_usd\{budget="all"\} 19\.\d+\n/);
    expect(metrics).toContain('llm_router_budget_limit_usd{budget="all"} 20\n');
    // One series for each user would be too many, and one for all of them would say nothing.
    expect(metrics).not.toContain('budget="each"');
  });

  it('shows that a deployment cools', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {}, b: {} } } });
    test.openai.provider('a').queue(failure(429));
    test.openai.provider('b').queue(ANSWER);

    await rejectionOf(test.router.chat.completions.create(ask)).catch(() => undefined);

    expect(await telemetry.metrics()).toContain('llm_router_circuit_state{provider="a",model="model-of-a",deployment="a"} 2\n');
  });

  it('has one attempt for each of two that race', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { slow: {}, quick: {} } }, hedge: { after: 5, maxExtra: 1 } });
    test.openai.provider('slow').queue(hang());
    test.openai.provider('quick').queue(ANSWER);

    await span('caller', {}, () => test.router.chat.completions.create(ask));
    await test.openai.provider('slow').calls[0]?.ended;

    // In the order in which they end, which is up to the machine.
    expect(treeOf(telemetry).split('\n').sort()).toEqual(['    chat model-of-quick', '    chat model-of-slow', '  router g', 'caller']);
    expect(telemetry.span('chat model-of-slow').attributes).toMatchObject({ 'llm.router.attempt': 1, 'error.type': 'cancelled' });
    expect(telemetry.span('chat model-of-quick').attributes).toMatchObject({ 'llm.router.attempt': 2, 'llm.router.attempt.reason': 'hedge' });
  });

  it('ends with the caller who leaves', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} } } });
    const held = gate();
    test.openai.provider('a').queue({ ...hang(), gate: held });
    const stop = new AbortController();

    const answer = rejectionOf(test.router.chat.completions.create(ask, { signal: stop.signal }));
    await held.reached;
    stop.abort();
    await answer;

    expect(telemetry.span('router g').attributes['error.type']).toBe('cancelled');
    expect(telemetry.span('chat model-of-a').attributes['error.type']).toBe('cancelled');
    expect(await telemetry.metrics()).toContain('llm_router_requests_total{route="g",outcome="cancelled"} 1\n');
    held.open();
  });

  it('tells of embeddings under their own name', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: { price: PRICE } } } });
    test.openai.provider('a').queue(embeddings({ dimensions: 3 }));

    await test.router.embeddings.create({ model: 'g', input: 'Ada' });

    expect(treeOf(telemetry)).toBe('router g\n  embeddings model-of-a');
    const { attributes } = telemetry.span('embeddings model-of-a');
    expect(attributes).toMatchObject({ 'gen_ai.operation.name': 'embeddings', 'gen_ai.usage.input_tokens': expect.any(Number), 'operation.cost': expect.any(Number) });
    expect(attributes).not.toHaveProperty(['gen_ai.usage.output_tokens']);
  });

  it('is named after the use case that was asked for', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} } }, useCases: { summarise: { chain: ['g'] } } });
    test.openai.provider('a').queue(ANSWER);

    await test.router.chat.completions.create({ messages: MESSAGES }, { useCase: 'summarise' });

    expect(treeOf(telemetry)).toBe('router summarise\n  chat model-of-a');
  });

  it('marks the router as one that traces itself', async () => {
    await using test = await startRouter({ groups: { g: { a: {} } } });
    expect(tracesItself(test.router)).toBe(true);
  });

  it('is not made for what began while telemetry was off', async () => {
    await using test = await startRouter({ groups: { g: { a: {} } } });
    const held = gate();
    test.openai.provider('a').queue({ ...hang(), gate: held });
    const stop = new AbortController();

    const answer = rejectionOf(test.router.chat.completions.create(ask, { signal: stop.signal }));
    await held.reached;
    await using telemetry = await forTests();
    stop.abort();
    await answer;
    held.open();

    expect(treeOf(telemetry)).toBe('');
  });
});
