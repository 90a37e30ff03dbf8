import { startOtlpReceiver, startRoutedModels, startTracedModels } from '@discord-intelligence/testing';
import { describe, expect, it, jest } from '@jest/globals';

import { spawnServer } from '../support/spawn-server.js';

// It starts Node and compiles the sources in it.
jest.setTimeout(120_000);

/** Three attempts: the first provider, the same once more, the second provider. */
const ROUTED = (schema: string, route: string) => `      structured ${schema} [internal]
        router ${route} [internal]
          chat first-model [client]
            POST [client]
          chat first-model [client]
            POST [client]
          chat second-model [client]
            POST [client]`;

const TREE = `POST /v1/sentiment [server]
  pipeline.analysis [internal]
    execute_tool sentiment [internal]
${ROUTED('sentiment_analysis', 'general')}
    execute_tool comprehensive [internal]
${ROUTED('comprehensive_analysis', 'analysis')}`;

const KEY = 'a-long-key-0123456789';

describe('the server as a process, with telemetry on', () => {
  it('makes one trace of a request down to each attempt, in the eyes of Logfire and of another collector, and delivers it when it ends', async () => {
    await using models = await startTracedModels();
    const { logfire, other } = models;
    await using server = spawnServer(models.environment);
    const url = await server.url;
    const response = await fetch(`${url}/v1/sentiment`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
      body: JSON.stringify({ text: 'The new road is fine.' }),
    });
    expect(await response.json()).toMatchObject({ status: 'success', outcomes: { sentiment: { model: 'second-model' } } });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    server.process.kill('SIGINT');
    expect([await server.exitCode, server.stderr()]).toEqual([0, '']);

    await other.until('the whole trace', () => other.spans.some(({ name }) => name === 'POST /v1/sentiment'));
    const ofRequest = <Span extends { readonly traceId: string }>(spans: readonly Span[]) => spans.filter(({ traceId }) => traceId === response.headers.get('trace-id'));
    // The server's own check at the start is a trace of its own.
    const [check, request] = logfire.tree().split(/\n(?=POST )/);
    expect(check).toMatch(/^pipeline\.analysis \[internal\]\n/);
    expect(request).toBe(TREE);
    expect(other.tree()).toBe(logfire.tree());
    expect(ofRequest(logfire.spans)).toHaveLength(TREE.split('\n').length);
    expect(response.headers.get('trace-id')).toBe('0af7651916cd43dd8448eb211c80319c');
    expect(logfire.span('POST /v1/sentiment')).toMatchObject({
      parentId: 'b7ad6b7169203331',
      attributes: { 'http.request.method': 'POST', 'http.route': '/v1/sentiment', 'http.response.status_code': 200, 'url.path': '/v1/sentiment' },
    });

    for (const pattern of [
      /^http_server_request_duration_count\{.*http_route="\/v1\/sentiment".*\} 1$/m,
      /^analysis_duration_count\{.*analysis="sentiment",method="llm_instructor",status="success".*\} 1$/m,
      /^llm_cost_usd_total\{.*model="second-model",route="general"\} 0\.00012/m,
      /^llm_router_retries_total\{.*model="first-model",route="general".*\} 1$/m,
      /^llm_router_fallbacks_total\{.*route="general".*\} 1$/m,
      /^llm_structured_outputs_total\{.*schema_name="sentiment_analysis".*\} 1$/m,
      /^gen_ai_client_operation_duration_count\{.*gen_ai_request_model="second-model".*\} 2$/m,
    ]) expect(metrics).toMatch(pattern);
    const line = server.stdout().split('\n').find((each) => each.includes('request completed'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ trace_id: response.headers.get('trace-id') });
  });

  it('lets no secret and no word of a text out, in exports, metrics and log', async () => {
    const fileKey = 'CANARY plain key of the router file';
    const text = 'The PROMPTWORD road is fine. Bearer CANARYjjjj0000kkkk1111 https://ada:CANARYllll2222@example.org/?api_key=CANARYmmmm3333.';
    await using models = await startRoutedModels({ key: 'env:KEY_OF_THE_FILE', complaint: `Incorrect API key ${fileKey} for prompt: ${text}` });
    await using collector = await startOtlpReceiver();
    await using server = spawnServer({
      API_KEYS: 'CANARY-plain-words-of-this-installation',
      OPENAI_API_KEY: 'sk-proj-CANARYaaaa1111bbbb2222',
      OPENROUTER_API_KEY: 'sk-or-v1-CANARYcccc3333dddd4444',
      LOGFIRE_TOKEN: 'pylf_v1_eu_CANARYeeee5555ffff6666',
      KEY_OF_THE_FILE: fileKey,
      ENABLE_LITELLM_ROUTER: 'true',
      LITELLM_CONFIG: models.configPath,
      ENABLE_LOGFIRE: 'true',
      LOGFIRE_BASE_URL: collector.url,
      LOGFIRE_CONSOLE: 'true',
      LOG_LEVEL: 'trace',
    });
    const url = await server.url;
    const headers = { authorization: 'Bearer CANARY-plain-words-of-this-installation', 'user-agent': 'tool/1 (token=CANARYnnnn4444)', cookie: 'session=CANARYoooo5555' };
    const ask = (path: string, init: RequestInit) => fetch(url + path, { method: 'POST', ...init, headers: { ...headers, 'content-type': 'application/json' } });
    const answers = [
      await ask('/v1/sentiment?api_key=CANARYpppp6666', { body: JSON.stringify({ text }) }),
      await ask('/v1/sentiment', { body: JSON.stringify({ text, title: 'PROMPTWORD' }) }),
      await ask('/v1/sentiment', { body: `{"text": "PROMPTWORD` }),
      await ask('/v1/analyze?token=CANARYqqqq7777', { body: JSON.stringify({ text, PROMPTWORD: 1 }) }),
      await ask('/CANARYnowhere/sk-proj-CANARYrrrr8888ssss9999?password=CANARYtttt0000', { body: '{}' }),
    ];
    const metrics = await (await fetch(`${url}/metrics`, { headers })).text();
    server.process.kill('SIGINT');
    await server.exitCode;

    expect(answers.map(({ status }) => status)).toEqual([422, 200, 400, 422, 404]);
    expect(server.stderr()).toContain('router general');
    for (const [where, said] of Object.entries({ bodies: collector.bodies(), metrics, stdout: server.stdout(), stderr: server.stderr() })) {
      // A path without a form of its own is no secret that anybody could know.
      const leak = /.{0,60}(?:CANARY(?!nowhere)|PROMPTWORD).{0,20}/.exec(said)?.[0];
      expect({ where, leak }).toEqual({ where, leak: undefined });
    }
  });

  it('ends in time and with its own code when nobody takes what it collected', async () => {
    await using collector = await startOtlpReceiver({ behaviour: { kind: 'stall' } });
    await using server = spawnServer({ ENABLE_LOGFIRE: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, API_KEYS: KEY });
    const url = await server.url;
    await fetch(`${url}/v1/sentiment`, { method: 'POST' });
    server.process.kill('SIGINT');
    expect(await server.exitCode).toBe(0);
    expect(server.stdout()).toContain('"isDrained":true');
  });
});
