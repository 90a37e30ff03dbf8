import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@discord-intelligence/config';
import { forTests, type TestTelemetry } from '@discord-intelligence/observability';
import { failure, hang, json, reset, startFakeOpenAI, streamText, toolCall } from '@discord-intelligence/testing';
import * as z from 'zod';

import { type CreateOptions, InstructorClientFactory } from '../../src/index.js';
import { drain } from '../support/drain.js';
import { errorOf } from '../support/error-of.js';

const Person = z.object({ name: z.string(), age: z.number().int() });
const response_model = { schema: Person, name: 'person' };
const GOOD = { name: 'Ada', age: 36 };
const ask = { messages: [{ role: 'user', content: 'Who was CANARY-PROMPT?' }], response_model };

/** No form gives it away: only its owner can say that it is a secret. */
const KEY = 'plain words CANARY-KEY';

async function provider() {
  const fake = await startFakeOpenAI();
  const over = (options: CreateOptions = {}) =>
    InstructorClientFactory.createClient({ config: loadConfig({ OPENAI_MODEL: 'gpt-test' }), apiKey: KEY, baseUrl: fake.baseUrl, backoff: { maxRetries: 1, baseDelayMs: 1 }, ...options });
  return { fake, over, [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose]() };
}

async function everything(telemetry: TestTelemetry): Promise<string> {
  return [JSON.stringify(telemetry.spans()), JSON.stringify(telemetry.logs()), await telemetry.metrics()].join('\n');
}

describe('the span of a request to a plain client', () => {
  it('has the names of the conventions, usage and cost', async () => {
    await using telemetry = await forTests();
    await using set = await provider();
    set.fake.queue(toolCall('person', GOOD, { usage: { prompt: 100, completion: 20, cached: 40, reasoning: 5, cost: 0.002 }, model: 'gpt-test-2026' }));

    await set.over().chat.completions.create({ ...ask, max_tokens: 50, temperature: 0 });

    const { kind, attributes, status } = telemetry.span('chat gpt-test');
    expect({ kind, status }).toEqual({ kind: 'client', status: 'unset' });
    expect(attributes).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'gpt-test',
      'gen_ai.request.max_tokens': 50,
      'gen_ai.request.temperature': 0,
      'gen_ai.output.type': 'json',
      'gen_ai.response.model': 'gpt-test-2026',
      'gen_ai.response.finish_reasons': [expect.any(String)],
      'gen_ai.usage.input_tokens': 100,
      'gen_ai.usage.output_tokens': 20,
      'gen_ai.usage.cache_read.input_tokens': 40,
      'gen_ai.usage.reasoning.output_tokens': 5,
      'operation.cost': 0.002,
      'server.address': '127.0.0.1',
      'server.port': Number(new URL(set.fake.baseUrl).port),
      'llm.structured.attempt': 1,
    });
    expect(await telemetry.metrics()).toContain('llm_cost_usd_total{provider="openai",model="gpt-test-2026"} 0.002\n');
  });

  it('has no cost while nobody knows the price, and that of `pricing` where somebody does', async () => {
    await using telemetry = await forTests();
    await using set = await provider();
    set.fake.always(toolCall('person', GOOD));

    await set.over().chat.completions.create(ask);
    expect(telemetry.span('chat gpt-test').attributes).not.toHaveProperty(['operation.cost']);

    telemetry.reset();
    await set.over({ pricing: () => 0.5 }).chat.completions.create(ask);
    expect(telemetry.span('chat gpt-test').attributes).toMatchObject({ 'operation.cost': 0.5 });
  });

  it('is one for each request of an attempt, and sends no traceparent', async () => {
    await using telemetry = await forTests();
    await using set = await provider();
    set.fake.queue(failure(503), toolCall('person', GOOD));

    await set.over().chat.completions.create(ask);

    // POST is what undici's own instrumentation tells of the same request: it stands inside.
    expect(telemetry.tree()).toBe('structured person\n  chat gpt-test\n    POST\n  chat gpt-test\n    POST');
    const requests = telemetry.spans().filter(({ name }) => name === 'chat gpt-test');
    expect(requests.map(({ status, attributes }) => [status, attributes['error.type'], attributes['llm.structured.attempt']])).toEqual([
      ['error', '503', 1],
      ['unset', undefined, 1],
    ]);
    for (const { headers } of set.fake.calls) expect(headers).not.toHaveProperty('traceparent');
  });

  it('lasts as long as its stream, and times its parts', async () => {
    await using telemetry = await forTests();
    await using set = await provider();
    set.fake.queue(streamText(JSON.stringify(GOOD), { size: 5 }));

    await drain(set.over({ mode: 'JSON_SCHEMA' }).chat.completions.create({ ...ask, stream: true }));

    expect(telemetry.span('chat gpt-test')).toMatchObject({
      status: 'unset',
      attributes: { 'gen_ai.request.stream': true, 'gen_ai.response.time_to_first_chunk': expect.any(Number), 'gen_ai.response.finish_reasons': ['stop'] },
    });
    expect(await telemetry.metrics()).toMatch(/gen_ai_client_operation_time_per_output_chunk_count\{[^}]*\} [1-9]/);
  });

  it('ends when the reader of its stream leaves', async () => {
    await using telemetry = await forTests();
    await using set = await provider();
    set.fake.queue(streamText(JSON.stringify(GOOD), { size: 4, stopAfter: 3, stopBy: 'stall' }));

    for await (const event of set.over({ mode: 'JSON_SCHEMA', partialEveryMs: 0 }).chat.completions.createPartial(ask)) {
      expect(event.type).toBe('partial');
      break;
    }
    await set.fake.calls[0]?.ended;

    expect(telemetry.tree()).toMatch(/^structured person\n {2}chat gpt-test\b/);
    expect(telemetry.span('chat gpt-test').attributes).toMatchObject({ 'error.type': 'cancelled', 'gen_ai.response.finish_reasons': ['error'] });
  });

  it.each([
    { what: 'a refused key', reply: failure(401, { message: `Incorrect API key provided: ${KEY}. CANARY-WORDS`, code: 'invalid_api_key' }), type: 'invalid_api_key' },
    { what: 'words about the prompt', reply: failure(400, { message: 'CANARY-WORDS: your prompt said CANARY-PROMPT' }), type: '400' },
    { what: 'a reset', reply: reset(), type: expect.stringMatching(/^(?:ECONNRESET|UND_ERR_SOCKET)$/) },
    { what: 'an error with status 200', reply: json({ error: { message: 'CANARY-WORDS', code: 502 } }), type: '_OTHER' },
    { what: 'an error event', reply: streamText('{"name":', { errorEvent: { message: 'CANARY-WORDS' } }), type: '_OTHER', isStream: true },
  ])('tells the kind of a failure and none of its words: $what', async ({ reply, type, isStream = false }) => {
    await using telemetry = await forTests();
    await using set = await provider();
    set.fake.queue(reply);
    const client = set.over({ backoff: { maxRetries: 0 }, headers: { 'x-proxy-auth': 'Bearer CANARY-BEARER-1234' }, mode: 'JSON_SCHEMA' });

    await errorOf(isStream ? drain(client.chat.completions.createPartial(ask)) : client.chat.completions.create(ask));

    expect(telemetry.span('chat gpt-test')).toMatchObject({ status: 'error', attributes: { 'error.type': type } });
    expect(telemetry.span('structured person').attributes['error.type']).toBe('STRUCTURED_OUTPUT_TRANSPORT');
    expect(await everything(telemetry)).not.toContain('CANARY');
  });

  it('takes its time from the clock of the attempt', async () => {
    await using telemetry = await forTests();
    await using set = await provider();
    set.fake.queue(hang());

    await errorOf(set.over({ timeoutMs: 20 }).chat.completions.create(ask));

    expect(telemetry.span('chat gpt-test').attributes['error.type']).toBe('timeout');
  });

  it('holds prompt and answer when they are asked for, and not before', async () => {
    await using set = await provider();
    set.fake.always(toolCall('person', { name: 'CANARY-ANSWER', age: 3 }));
    {
      await using telemetry = await forTests();
      await set.over().chat.completions.create(ask);
      expect(await everything(telemetry)).not.toContain('CANARY');
    }
    await using telemetry = await forTests({ captureContent: 'full' });
    await set.over().chat.completions.create(ask);
    expect(telemetry.span('chat gpt-test').attributes['gen_ai.input.messages']).toContain('CANARY-PROMPT');
    expect(telemetry.span('chat gpt-test').attributes['gen_ai.output.messages']).toContain('CANARY-ANSWER');
    expect(await everything(telemetry)).not.toContain('CANARY-KEY');
  });
});
