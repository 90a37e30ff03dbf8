import { describe, expect, it } from '@jest/globals';

import { rawRequest } from '../support/raw-request.js';
import { createStubAnalyzer } from '../support/stub-analyzer.js';
import { startTestServer } from '../support/start-test-server.js';
import { startTracedServer } from '../support/start-traced-server.js';

const TRACE_ID = /^[\da-f]{32}$/;

describe('an answer, while telemetry is on', () => {
  it.each<readonly [string, string, RequestInit, number]>([
    ['an analysis', '/v1/analyze', { method: 'POST', body: '{"text":"a b"}' }, 200],
    ['fields that do not fit', '/v1/analyze', { method: 'POST', body: '{"txt":1}' }, 422],
    ['a body that is no JSON', '/v1/analyze', { method: 'POST', body: '{' }, 400],
    ['an address with nothing', '/nowhere', {}, 404],
    ['a method that it does not take', '/v1/analyze', { method: 'DELETE' }, 405],
    ['a page of another site', '/v1/analyze', { method: 'POST', body: '{"text":"a"}', headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ])('names its trace: %s', async (_name, path, init, expected) => {
    await using server = await startTracedServer();
    const json = init.body === undefined ? undefined : { 'content-type': 'application/json' };
    const { status, headers, json: body } = await server.request(path, { ...init, headers: { ...json, ...(init.headers as Record<string, string> | undefined) } });
    await server.flush();

    const traceId = headers.get('trace-id');
    const [span] = server.collector.spans.filter(({ kind }) => kind === 'server');
    expect([status, traceId]).toEqual([expected, expect.stringMatching(TRACE_ID)]);
    expect(span).toMatchObject({ traceId, attributes: { 'http.response.status_code': expected, 'url.path': path, ...(expected === 200 && { 'api.queue.wait_ms': expect.any(Number) }) } });
    expect(headers.get('traceresponse')).toBe(`00-${traceId}-${span?.spanId}-01`);
    expect(body.trace_id).toBe(status === 200 ? undefined : traceId);
  });

  it('continues the trace of its caller', async () => {
    await using server = await startTracedServer();
    // Not by `fetch`, which begins a trace of its own here.
    const { head } = await rawRequest(server.port, 'GET /nowhere HTTP/1.1\r\nhost: x\r\ntraceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nconnection: close\r\n\r\n');
    expect(head).toMatch(/^trace-id: 0af7651916cd43dd8448eb211c80319c\r?$/m);
  });

  it('has a span that is named by its route, and marked only by what is our fault', async () => {
    const { analyzeText } = createStubAnalyzer();
    let calls = 0;
    await using server = await startTracedServer({
      analyzeText: (...input) => {
        calls += 1;
        // The first one is the server's own check.
        return calls === 1 ? analyzeText(...input) : Promise.reject(new TypeError('PROMPTWORD cannot be read'));
      },
    });
    await server.post('/v1/topics', { text: 'PROMPTWORD' });
    await server.post('/v1/topics', { text: 1 });
    await server.flush();

    const spans = server.collector.spans.filter(({ name }) => name === 'POST /v1/topics');
    expect(spans.map(({ status, attributes }) => [attributes['http.response.status_code'], status])).toEqual([[500, 'error'], [422, 'unset']]);
    expect(server.collector.everything()).not.toContain('PROMPTWORD');
    expect(server.collector.metrics.map(({ name }) => name)).toContain('http.server.request.duration');
  });

  it('leaves health checks out', async () => {
    await using server = await startTracedServer();
    const { headers } = await server.request('/readyz');
    await server.flush();
    expect(headers.get('trace-id')).toBeNull();
    expect(server.collector.spans.filter(({ kind }) => kind === 'server')).toHaveLength(0);
  });

  it('has its trace in every line of the log', async () => {
    await using server = await startTracedServer();
    const { headers } = await server.request('/nowhere');
    const line = server.logLines.find(({ msg }) => msg === 'request completed');
    expect(line).toMatchObject({ trace_id: headers.get('trace-id'), span_id: expect.stringMatching(/^[\da-f]{16}$/) });
  });
});

describe('an answer, while telemetry is off', () => {
  it('names no trace, in headers, problems and log', async () => {
    await using server = await startTestServer();
    const { headers, json } = await server.request('/nowhere');
    expect([headers.get('trace-id'), headers.get('traceresponse'), json.trace_id]).toEqual([null, null, undefined]);
    expect(JSON.stringify(server.logLines)).not.toContain('trace_id');
  });
});

describe('GET /metrics', () => {
  const KEY = 'a-long-key-0123456789';

  it('tells Prometheus how the server is doing, to whoever has a key', async () => {
    await using server = await startTracedServer({ keys: [KEY] });
    await server.request('/nowhere');
    const refused = await fetch(`${server.url}/metrics`);
    const response = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${KEY}` } });

    expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining('/problems/unauthorized')]);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; ?(?:charset=utf-8; )?version=0\.0\.4/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-request-id')).not.toBeNull();
    expect(await response.text()).toMatch(/^http_server_request_duration_count\{.*http_response_status_code="404".*\} 1$/m);
  });

  it('needs no key where nothing does', async () => {
    await using server = await startTracedServer();
    expect((await fetch(`${server.url}/metrics`)).status).toBe(200);
  });

  it('is not there while telemetry is off', async () => {
    await using server = await startTestServer();
    expect((await server.request('/metrics')).status).toBe(404);
  });
});
