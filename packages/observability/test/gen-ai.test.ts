import { describe, expect, it } from '@jest/globals';

import { forTests, GEN_AI, llmSpan, recordEvaluation, routerSpan, type SetupOptions, span, startLlmSpan, toolSpan } from '../src/index.js';

const request = { provider: 'openai', model: 'gpt-x', serverAddress: 'api.example', serverPort: 443 } as const;

describe('the span of a call to a model', () => {
  it('has the name, the kind and the attributes of the conventions', async () => {
    await using telemetry = await forTests();
    await llmSpan({ ...request, maxTokens: 100, temperature: 0.2, topP: 1, topK: 40, seed: 7, stopSequences: ['END'], choiceCount: 1, isStream: true, outputType: 'json', conversationId: 'c-1', promptName: 'judge', promptVersion: '3', attempt: 2 }, async (call) => {
      call.setResponse({ id: 'r-1', model: 'gpt-x-2026' });
      call.setResponse({ finishReasons: ['stop'], usage: { inputTokens: 10, outputTokens: 20, cacheReadTokens: 4, cacheWriteTokens: 2, reasoningTokens: 5 }, costUsd: 0.0125 });
    });
    const { kind, attributes } = telemetry.span('chat gpt-x');
    expect(kind).toBe('client');
    expect(attributes).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.system': 'openai',
      'gen_ai.request.model': 'gpt-x',
      'server.address': 'api.example',
      'server.port': 443,
      'gen_ai.request.max_tokens': 100,
      'gen_ai.request.temperature': 0.2,
      'gen_ai.request.top_p': 1,
      'gen_ai.request.top_k': 40,
      'gen_ai.request.seed': 7,
      'gen_ai.request.stop_sequences': ['END'],
      'gen_ai.request.stream': true,
      'gen_ai.output.type': 'json',
      'gen_ai.conversation.id': 'c-1',
      'gen_ai.prompt.name': 'judge',
      'gen_ai.prompt.version': '3',
      'gen_ai.response.id': 'r-1',
      'gen_ai.response.model': 'gpt-x-2026',
      'gen_ai.response.finish_reasons': ['stop'],
      'gen_ai.usage.input_tokens': 10,
      'gen_ai.usage.output_tokens': 20,
      'gen_ai.usage.cache_read.input_tokens': 4,
      'gen_ai.usage.cache_creation.input_tokens': 2,
      'gen_ai.usage.cache_write.input_tokens': 2,
      'gen_ai.usage.reasoning.output_tokens': 5,
      'operation.cost': 0.0125,
      'gen_ai.usage.cost': 0.0125,
      'llm.router.attempt': 2,
    });
    expect(attributes).not.toHaveProperty('gen_ai.request.choice.count');
  });

  it('says nothing of what is not known: no price is no cost', async () => {
    await using telemetry = await forTests();
    llmSpan({ provider: 'p', model: 'm' }, (call) => { call.setResponse({ usage: { inputTokens: 1 } }); });
    const { attributes } = telemetry.span('chat m');
    for (const name of ['operation.cost', 'gen_ai.usage.cost', 'gen_ai.usage.output_tokens', 'server.address', 'error.type']) expect(attributes).not.toHaveProperty([name]);
    expect(await telemetry.metrics()).not.toContain('llm_cost_usd');
  });

  it('is measured under the old and the newest names', async () => {
    await using telemetry = await forTests();
    await llmSpan({ ...request, route: 'r' }, async (call) => {
      call.setResponse({ model: 'gpt-x-1', finishReasons: ['stop'], usage: { inputTokens: 10, outputTokens: 20, reasoningTokens: 5 }, costUsd: 0.5 });
      call.chunk();
      call.chunk();
    });
    const text = await telemetry.metrics();
    const labels = 'gen_ai_operation_name="chat",gen_ai_provider_name="openai",gen_ai_request_model="gpt-x",gen_ai_response_model="gpt-x-1",server_address="api.example"';
    for (const line of [
      `gen_ai_client_operation_duration_count{${labels}} 1`,
      `gen_ai_client_inference_duration_count{${labels}} 1`,
      `gen_ai_client_operation_time_to_first_chunk_count{${labels}} 1`,
      `gen_ai_client_operation_time_per_output_chunk_count{${labels}} 1`,
      `gen_ai_client_token_usage_sum{${labels},gen_ai_token_type="input"} 10`,
      `gen_ai_client_token_usage_sum{${labels},gen_ai_token_type="output"} 20`,
      `gen_ai_client_token_usage_bucket{${labels},gen_ai_token_type="output",le="16"} 0`,
      `gen_ai_client_token_usage_bucket{${labels},gen_ai_token_type="output",le="64"} 1`,
      `gen_ai_client_token_usage_bucket{${labels},gen_ai_token_type="output",le="67108864"} 1`,
      `gen_ai_client_inference_operation_input_tokens_sum{${labels}} 10`,
      `gen_ai_client_inference_usage_output_tokens_total{${labels},gen_ai_token_modality="text"} 20`,
      `gen_ai_client_inference_usage_reasoning_output_tokens_total{${labels},gen_ai_token_modality="text"} 5`,
      'llm_cost_usd_total{provider="openai",model="gpt-x-1",route="r"} 0.5',
      'llm_finished_total{provider="openai",model="gpt-x-1",finish_reason="stop"} 1',
    ]) expect(text).toContain(`${line}\n`);
  });

  it('keeps to v1.41 when told to', async () => {
    await using telemetry = await forTests({ genaiSemconv: 'v1.41' });
    llmSpan(request, (call) => { call.setResponse({ usage: { inputTokens: 10, cacheWriteTokens: 1 } }); });
    expect(telemetry.span('chat gpt-x').attributes).toHaveProperty([GEN_AI.usage.cacheCreationTokens]);
    expect(telemetry.span('chat gpt-x').attributes).not.toHaveProperty([GEN_AI.usage.cacheWriteTokens]);
    expect(await telemetry.metrics()).not.toContain('gen_ai_client_inference');
  });

  it.each([
    [Object.assign(new Error('x'), { status: 429 }), '429'],
    [Object.assign(new Error('x'), { status: 429, code: 'rate_limit_exceeded' }), 'rate_limit_exceeded'],
    [Object.assign(new Error('x'), { name: 'TimeoutError' }), 'timeout'],
    [Object.assign(new Error('x'), { name: 'AbortError' }), 'cancelled'],
    [new Error('x'), '_OTHER'],
    ['x', '_OTHER'],
  ])('names the kind of a failure (%#), throws it on and counts it', async (error, type) => {
    await using telemetry = await forTests();
    await expect(llmSpan(request, () => Promise.reject(error as Error))).rejects.toBe(error);
    expect(telemetry.span('chat gpt-x')).toMatchObject({ status: 'error', attributes: { 'error.type': type } });
    expect(await telemetry.metrics()).toMatch(new RegExp(`gen_ai_client_inference_usage_input_tokens_total\\{[^}]*error_type="${type}"[^}]*gen_ai_token_modality="unknown"\\} 0`));
  });

  it('can be ended by its maker, as streams need it', async () => {
    await using telemetry = await forTests();
    const call = startLlmSpan({ ...request, isStream: true });
    call.run(() => { span('inside', {}, () => undefined); });
    call.chunk();
    const error = new Error('cut off');
    call.end(error);
    call.end();
    expect(telemetry.tree()).toBe('chat gpt-x\n  inside');
    expect(telemetry.span('chat gpt-x')).toMatchObject({
      status: 'error',
      attributes: { 'gen_ai.response.finish_reasons': ['error'], 'gen_ai.response.time_to_first_chunk': expect.any(Number) },
    });
  });
});

describe('content', () => {
  const talk = (options: SetupOptions) => async () => {
    await using telemetry = await forTests(options);
    llmSpan(request, (call) => {
      call.setContent({
        systemInstructions: 'be brief',
        input: [
          { role: 'user', content: [{ type: 'text', text: 'what is this?' }, { type: 'image_url', image_url: { url: 'https://signed.example/x?sig=abc' } }] },
          { role: 'tool', tool_call_id: 't1', content: 'tool says' },
        ],
        output: [{ role: 'assistant', content: 'a cat', tool_calls: [{ id: 't2', function: { name: 'look', arguments: '{"at":"cat"}' } }] }],
        toolDefinitions: [{ name: 'look' }],
      });
    });
    return telemetry.span('chat gpt-x').attributes;
  };

  it('is not kept unless it is asked for', async () => {
    const attributes = await talk({})();
    expect(Object.keys(attributes).filter((key) => /messages|instructions|definitions/.test(key))).toEqual([]);
    expect(JSON.stringify(attributes)).not.toMatch(/brief|what|tool says|cat/);
  });

  it('is told by sizes and keyed hashes on request', async () => {
    const [one, two, other] = [await talk({ captureContent: 'metadata', contentHashKey: 'k1' })(), await talk({ captureContent: 'metadata', contentHashKey: 'k1' })(), await talk({ captureContent: 'metadata', contentHashKey: 'k2' })()];
    const input = JSON.parse(String(one['gen_ai.input.messages'])) as unknown;
    expect(input).toEqual([
      { role: 'user', parts: [{ type: 'text', chars: 13, hmac_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }, { type: 'uri', modality: 'image' }] },
      { role: 'tool', parts: [{ type: 'tool_call_response', chars: 9, hmac_sha256: expect.any(String) }] },
    ]);
    expect(JSON.stringify(one)).not.toMatch(/brief|what is|tool says|a cat|at.:/);
    expect(two['gen_ai.input.messages']).toBe(one['gen_ai.input.messages']);
    expect(other['gen_ai.input.messages']).not.toBe(one['gen_ai.input.messages']);
    expect(one).not.toHaveProperty('gen_ai.tool.definitions');
  });

  it('is kept whole on request, in the form of the conventions', async () => {
    const attributes = await talk({ captureContent: 'full' })();
    expect(JSON.parse(String(attributes['gen_ai.output.messages']))).toEqual([
      { role: 'assistant', parts: [{ type: 'text', content: 'a cat' }, { type: 'tool_call', id: 't2', name: 'look', arguments: '{"at":"cat"}' }] },
    ]);
    expect(JSON.parse(String(attributes['gen_ai.system_instructions']))).toEqual([{ type: 'text', content: 'be brief' }]);
    expect(attributes['gen_ai.tool.definitions']).toBe('[{"name":"look"}]');
  });

  it('does not come out of the words of a provider, nor of those of the spans around', async () => {
    await using telemetry = await forTests();
    const error = Object.assign(new Error('400: your prompt "PRIVATE" is not allowed'), { status: 400 });
    await expect(span('pipeline', {}, () => routerSpan({ route: 'r' }, () => llmSpan(request, () => Promise.reject(error))))).rejects.toBe(error);
    expect(JSON.stringify(telemetry.spans())).not.toContain('PRIVATE');
    expect(telemetry.span('pipeline')).toMatchObject({ status: 'error', statusMessage: '[withheld: it may quote the prompt]' });
  });

  it('lets through what the network says', async () => {
    await using telemetry = await forTests();
    await llmSpan(request, () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))).catch(() => undefined);
    expect(telemetry.span('chat gpt-x')).toMatchObject({ statusMessage: 'connect ECONNREFUSED', attributes: { 'error.type': 'ECONNREFUSED' } });
  });
});

describe('around a call', () => {
  it('stand the router, tools and evaluations', async () => {
    await using telemetry = await forTests();
    routerSpan({ route: 'best', policy: 'cost', candidates: ['a', 'b'] }, (router) => {
      llmSpan({ provider: 'p', model: 'a', attempt: 1 }, () => undefined);
      llmSpan({ provider: 'p', model: 'b', attempt: 2 }, () => undefined);
      recordEvaluation(router, { name: 'truthful', score: 0.9, label: 'pass' });
    });
    toolSpan({ name: 'look', callId: 't1', arguments: { at: 'PRIVATE' } }, () => 5);
    expect(telemetry.tree()).toBe('router best\n  chat a\n  chat b\nexecute_tool look');
    expect(telemetry.span('router best')).toMatchObject({
      attributes: { 'llm.router.policy': 'cost', 'llm.router.candidates': ['a', 'b'] },
      events: [{ name: 'gen_ai.evaluation.result', attributes: { 'gen_ai.evaluation.name': 'truthful', 'gen_ai.evaluation.score.value': 0.9, 'gen_ai.evaluation.score.label': 'pass' } }],
    });
    expect(telemetry.span('execute_tool look').attributes).toMatchObject({ 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'look', 'gen_ai.tool.call.id': 't1' });
    expect(JSON.stringify(telemetry.spans())).not.toContain('PRIVATE');
  });
});
