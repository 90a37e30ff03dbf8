import { describe, expect, it } from '@jest/globals';

import { rawRequest } from '../support/raw-request.js';
import { startTestServer } from '../support/start-test-server.js';

describe('an address', () => {
  it.each(['/nowhere', '/v1', '/v1/analyze/', '/v1/analyze/more', '/v1/../etc/passwd', '/v1/analyse', '//v1/analyze', '/V1/analyze'])(
    'that nothing is at is answered with 404: %s',
    async (path) => {
      await using server = await startTestServer();
      const answer = await rawRequest(server.port, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      expect([answer.status, JSON.parse(answer.body)]).toMatchObject([404, { type: '/problems/not-found', status: 404 }]);
    },
  );

  it.each([
    ['GET', '/v1/analyze', 'OPTIONS, POST'],
    ['PUT', '/v1/analyze', 'OPTIONS, POST'],
    ['DELETE', '/v1/topics?x=1', 'OPTIONS, POST'],
    ['POST', '/readyz', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/problems/overloaded', 'GET, HEAD, OPTIONS'],
    ['POST', '/openapi.json', 'GET, HEAD, OPTIONS'],
  ])('that exists for other methods is answered with 405 and their list: %s %s', async (method, path, allow) => {
    await using server = await startTestServer();
    const { status, headers, json } = await server.request(path, { method });
    expect([status, headers.get('allow'), json.type]).toEqual([405, allow, '/problems/method-not-allowed']);
  });

  it('tells its methods when it is asked, and answers HEAD with no body', async () => {
    await using server = await startTestServer();
    const options = await server.request('/v1/analyze', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'OPTIONS, POST']);
    const head = await server.request('/readyz', { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    const refused = await server.request('/v1/analyze', { method: 'HEAD' });
    expect([refused.status, refused.headers.get('allow'), refused.text]).toEqual([405, 'OPTIONS, POST', '']);
  });

  it('that cannot be decoded is answered with 400, one that is too long with 414', async () => {
    await using server = await startTestServer();
    for (const [path, status] of [['/%zz', 400], ['/problems/%ff', 400], [`/problems/${'x'.repeat(2_000)}`, 414]] as const) {
      const answer = await rawRequest(server.port, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      expect([answer.status, JSON.parse(answer.body)]).toMatchObject([status, { status, instance: expect.any(String) }]);
      expect(answer.head).toMatch(/content-type: application\/problem\+json/i);
    }
  });
});

describe('a request', () => {
  it('keeps a well-formed id and gets a new one otherwise, in the header and in the problem', async () => {
    await using server = await startTestServer();
    const ask = (id: string) => server.request('/nowhere', { headers: { 'x-request-id': id } });
    const kept = await ask('order-66.A_b~c');
    expect([kept.headers.get('x-request-id'), kept.json.instance]).toEqual(['order-66.A_b~c', 'order-66.A_b~c']);
    for (const id of ['', 'a b', 'x'.repeat(129), '<script>', '../up', 'a, b', '-a']) {
      const { headers, json } = await ask(id);
      expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
      expect(json.instance).toBe(headers.get('x-request-id'));
    }
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400, 'malformed-request'],
    ['a wrong length', 'POST /v1/analyze HTTP/1.1\r\nhost: x\r\ncontent-length: many\r\n\r\n', 400, 'malformed-request'],
    ['a length and chunks', 'POST /v1/analyze HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', 400, 'malformed-request'],
    ['headers without end', `GET /livez HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers-too-large'],
  ])('with %s gets a problem on the bare socket', async (_name, bytes, status, kind) => {
    await using server = await startTestServer();
    const answer = await rawRequest(server.port, bytes);
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([status, { type: `/problems/${kind}`, status }]);
    expect(answer.head).toMatch(/connection: close/i);
    expect((await server.request('/livez')).status).toBe(200);
  });

  it('without a host is refused', async () => {
    await using server = await startTestServer();
    expect((await rawRequest(server.port, 'GET /livez HTTP/1.1\r\nconnection: close\r\n\r\n')).status).toBe(400);
  });

  it('that comes too slowly is cut off: headers, body and idle connections have their times', async () => {
    await using server = await startTestServer({ headersTimeoutMs: 1_234, requestTimeoutMs: 5_678, keepAliveTimeoutMs: 9_012 });
    const { headersTimeout, requestTimeout, keepAliveTimeout } = server.app.server;
    expect({ headersTimeout, requestTimeout, keepAliveTimeout }).toEqual({ headersTimeout: 1_234, requestTimeout: 5_678, keepAliveTimeout: 9_012 });
  });

  it('leaves one line in the log: the route and how it went, and nothing the caller wrote', async () => {
    await using server = await startTestServer();
    const { headers } = await server.post('/v1/analyze?only=topics', { text: 'a private text' }, { headers: { authorization: 'Bearer private' } });
    while (!server.logLines.some(({ msg }) => msg === 'request completed')) await new Promise(setImmediate);
    expect(server.logLines.filter(({ requestId }) => requestId === headers.get('x-request-id'))).toEqual([
      expect.objectContaining({ method: 'POST', route: '/v1/analyze', status: 200, bodyBytes: 25, durationMs: expect.any(Number) }),
    ]);
    expect(JSON.stringify(server.logLines)).not.toContain('private');
  });
});

describe('every answer', () => {
  it('says what it is and lets a browser do nothing with it', async () => {
    await using server = await startTestServer();
    for (const path of ['/livez', '/nowhere', '/openapi.json']) {
      const { headers } = await server.request(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-request-id': expect.any(String),
      });
      expect(headers.has('x-powered-by')).toBe(false);
      expect(headers.has('server')).toBe(false);
    }
  });
});
