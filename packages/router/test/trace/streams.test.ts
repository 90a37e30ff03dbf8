import { forTests, span } from '@discord-intelligence/observability';
import { failure, stream, type StreamStep, text } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { MESSAGES, rejectionOf, startRouter } from '../flow/start-router.js';

import { treeOf } from './tree-of.js';

const ask = { model: 'g', messages: MESSAGES, stream: true as const };
const half: StreamStep = { kind: 'data', data: { id: 'x', object: 'chat.completion.chunk', created: 0, model: 'm', choices: [{ index: 0, delta: { content: 'half' }, finish_reason: null }] } };

async function drain(source: AsyncIterable<unknown>): Promise<void> {
  const iterator = source[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true) continue;
}

describe('the span of a routed stream', () => {
  it('lasts until the stream has ended, and times its parts', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: { price: { in: 1_000, out: 2_000 } } } } });
    test.openai.provider('a').queue(text('Ada Lovelace', { usage: { prompt: 10, completion: 5 } }));

    const source = await span('caller', {}, () => test.router.chat.completions.create(ask));
    expect(telemetry.spans().filter(({ name }) => name !== 'POST').map(({ name }) => name)).toEqual(['caller']);
    await drain(source);

    expect(treeOf(telemetry)).toBe('caller\n  router g\n    chat model-of-a');
    expect(telemetry.span('chat model-of-a')).toMatchObject({
      status: 'unset',
      attributes: {
        'gen_ai.request.stream': true,
        'gen_ai.response.time_to_first_chunk': expect.any(Number),
        'gen_ai.response.finish_reasons': ['stop'],
        'gen_ai.response.model': 'model-of-a',
        'gen_ai.usage.input_tokens': 10,
        'operation.cost': 0.02,
      },
    });
    expect(await telemetry.metrics()).toMatch(/gen_ai_client_operation_time_per_output_chunk_count\{[^}]*\} [1-9]/);
  });

  it('ends when its reader leaves', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} } } });
    test.openai.provider('a').queue(stream([half, { kind: 'stall' }]));

    for await (const chunk of await test.router.chat.completions.create(ask)) {
      expect(chunk.id).toBe('x');
      break;
    }

    expect(treeOf(telemetry)).toBe('router g\n  chat model-of-a');
    expect(telemetry.span('chat model-of-a').attributes).toMatchObject({ 'error.type': 'cancelled' });
    expect(telemetry.span('chat model-of-a').attributes).not.toHaveProperty(['gen_ai.usage.output_tokens']);
    expect(telemetry.span('router g').status).toBe('unset');
  });

  it('ends when its caller aborts', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} } } });
    test.openai.provider('a').queue(stream([half, { kind: 'stall' }]));
    const stop = new AbortController();

    const source = await test.router.chat.completions.create(ask, { signal: stop.signal });
    const iterator = source[Symbol.asyncIterator]();
    await iterator.next();
    stop.abort();
    await rejectionOf(iterator.next());

    expect(telemetry.span('chat model-of-a').attributes['error.type']).toBe('cancelled');
    expect(telemetry.span('router g').attributes['error.type']).toBe('cancelled');
  });

  it('has failed when it breaks', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} } } });
    test.openai.provider('a').queue(stream([half, { kind: 'data', data: { error: { message: 'CANARY overloaded', code: 502 } } }]));

    await rejectionOf(drain(await test.router.chat.completions.create(ask)));

    expect(telemetry.span('chat model-of-a')).toMatchObject({ status: 'error', attributes: { 'error.type': 'transient', 'gen_ai.response.finish_reasons': ['error'] } });
    expect(telemetry.span('router g')).toMatchObject({ status: 'error', attributes: { 'error.type': 'stream_interrupted' } });
    expect(JSON.stringify(telemetry.spans())).not.toContain('CANARY');
    expect(await telemetry.metrics()).toContain('llm_router_attempts_total{provider="a",model="model-of-a",route="g",outcome="interrupted"} 1\n');
  });

  it('has what continues it as a further attempt, wherever it is read', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} }, h: { b: {} } }, fallbacks: { g: ['h'] }, streamContinuation: true });
    test.openai.provider('a').queue(stream([half, { kind: 'reset' }]));
    test.openai.provider('b').queue(text(' and the rest'));

    const source = await span('caller', {}, () => test.router.chat.completions.create(ask));
    await span('reader', {}, () => drain(source));

    expect(treeOf(telemetry)).toBe('caller\n  router g\n    chat model-of-a\n    chat model-of-b\nreader');
    expect(telemetry.span('chat model-of-b').attributes).toMatchObject({ 'llm.router.attempt': 2 });
    expect(telemetry.span('router g').status).toBe('unset');
  });

  it('falls back unseen with a sibling attempt', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} }, h: { b: {} } }, fallbacks: { g: ['h'] } });
    test.openai.provider('a').queue(failure(503));
    test.openai.provider('b').queue(text('Ada'));

    await drain(await test.router.chat.completions.create(ask));

    expect(treeOf(telemetry)).toBe('router g\n  chat model-of-a\n  chat model-of-b');
  });
});
