import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { rawRequest } from '../support/raw-request.js';
import { startTestServer, type TestServer } from '../support/start-test-server.js';

const send = (server: TestServer, body: string | Uint8Array | undefined, contentType?: string, headers: Record<string, string> = {}) =>
  server.request('/v1/analyze', {
    method: 'POST',
    ...(body !== undefined && { body }),
    headers: { ...headers, ...(contentType !== undefined && { 'content-type': contentType }) },
  });

/** A JSON or plain body in pieces, without a declared length. */
function inChunks(piece: string, count: number): RequestInit {
  const bytes = new TextEncoder().encode(piece);
  let left = count;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left-- > 0) controller.enqueue(bytes);
      else controller.close();
    },
  });
  return { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'text/plain' } };
}

describe('a body', () => {
  it.each([
    ['an open brace', '{'],
    ['a cut object', '{"text": "a"'],
    ['nothing', ''],
    ['two values', 'null, 1'],
    ['JavaScript', "{'text': 1}"],
    ['NaN', 'NaN'],
    ['two objects', '{"text": "a"} {}'],
    ['a tower of brackets', '[[[['.repeat(10_000)],
  ])('that is not JSON is refused: %s', async (_name, body) => {
    await using server = await startTestServer();
    const { status, json } = await send(server, body, 'application/json');
    expect([status, json.type]).toEqual([400, body === '' ? '/problems/missing-body' : '/problems/invalid-json']);
  });

  it('that is missing is refused as missing', async () => {
    await using server = await startTestServer();
    expect(await send(server, undefined)).toMatchObject({ status: 400, json: { type: '/problems/missing-body' } });
    expect(await send(server, 'null', 'application/json')).toMatchObject({ status: 400, json: { type: '/problems/missing-body' } });
  });

  it.each(['application/json', 'text/plain'])('of %s with bytes that are not UTF-8 is refused, not mended', async (type) => {
    await using server = await startTestServer();
    for (const bytes of [[0xff, 0xfe, 0x41], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]) {
      const body = Buffer.concat([Buffer.from('{"text": "'), Buffer.from(bytes), Buffer.from('"}')]);
      expect(await send(server, body, type)).toMatchObject({ status: 400, json: { type: '/problems/invalid-encoding' } });
    }
  });

  it.each([
    'application/octet-stream',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'text/html',
    'application/jsonp',
    'nonsense',
    'text/plain; charset=iso-8859-1',
    'application/json; charset=utf-16',
  ])('of %s is refused with the types that are read', async (type) => {
    await using server = await startTestServer();
    const { status, json, headers } = await send(server, '{"text": "a"}', type);
    expect([status, json.type]).toEqual([415, '/problems/unsupported-media-type']);
    expect(headers.get('accept-post')).toBe('application/json, text/plain');
  });

  it('without a type is refused', async () => {
    await using server = await startTestServer();
    expect((await send(server, new Uint8Array(Buffer.from('{"text": "a"}')))).status).toBe(415);
  });

  it('that is compressed is refused rather than taken for text', async () => {
    await using server = await startTestServer();
    const { status, headers } = await send(server, gzipSync('{"text": "a"}'), 'application/json', { 'content-encoding': 'gzip' });
    expect([status, headers.get('accept-encoding')]).toEqual([415, 'identity']);
  });

  it.each(['{"text": "a", "__proto__": {"polluted": true}}', '{"text": "a", "constructor": {"prototype": {"polluted": true}}}', '{"text": "a", "\\u005f_proto__": {"polluted": true}}'])(
    'cannot reach the prototype of anything: %s',
    async (body) => {
      await using server = await startTestServer();
      expect((await send(server, body, 'application/json')).status).toBe(400);
      expect('polluted' in {}).toBe(false);
    },
  );

  it('may speak about such keys', async () => {
    await using server = await startTestServer();
    expect((await server.post('/v1/analyze', { text: 'the key "__proto__": {} and {"constructor": {"prototype": 1}}' })).status).toBe(200);
  });

  it('of the largest size is read, and of one byte more is refused by its declared length', async () => {
    await using server = await startTestServer({ bodyLimitBytes: 1_000 });
    expect((await send(server, 'x'.repeat(1_000), 'text/plain')).status).toBe(200);
    const refused = await send(server, 'x'.repeat(1_001), 'text/plain');
    expect(refused).toMatchObject({ status: 413, json: { type: '/problems/body-too-large', detail: expect.stringMatching(/^At most 1000 bytes /) } });
  });

  it('of 5 MB is answered with 413 while it is still being sent, also without a declared length', async () => {
    await using server = await startTestServer();
    expect((await send(server, 'x'.repeat(5_000_000), 'text/plain')).status).toBe(413);
    expect((await server.request('/v1/analyze', inChunks('x'.repeat(50_000), 100))).status).toBe(413);
    expect((await server.request('/v1/analyze', inChunks('x'.repeat(50_000), 10))).status).toBe(200);
  });

  it('of 5 MB is answered with 413 to a caller that reads nothing before everything is sent', async () => {
    await using server = await startTestServer();
    const socket = connect(server.port, '127.0.0.1').pause().setEncoding('utf8');
    socket.write('POST /v1/analyze HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 5000000\r\n\r\n');
    await new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.write('x'.repeat(5_000_000), resolve);
    });
    const [answer] = (await once(socket.resume(), 'data')) as [string];
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it('of 5 MB is analysed where the limit allows it', async () => {
    await using server = await startTestServer({ bodyLimitBytes: 10_000_000 });
    expect(await server.post('/v1/analyze', { text: 'x '.repeat(2_500_000) })).toMatchObject({ status: 200, json: { text: { characters: 5_000_000 } } });
  });

  it('that is longer than declared is refused with the connection, and breaks nothing', async () => {
    await using server = await startTestServer();
    const head = 'POST /v1/analyze HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\n';
    const longer = await rawRequest(server.port, `${head}content-length: 2\r\n\r\nabcdef`);
    expect([longer.status, JSON.parse(longer.body)]).toMatchObject([400, { type: '/problems/malformed-request' }]);
    expect((await server.post('/v1/analyze', { text: 'a' })).status).toBe(200);
  });

  it('is not read when its request is refused for another reason', async () => {
    await using server = await startTestServer();
    const body = 'x'.repeat(5_000_000);
    expect((await server.request('/nowhere', { method: 'POST', body })).status).toBe(404);
    expect((await server.request('/v1/analyze', { method: 'PUT', body, headers: { 'content-type': 'a/b' } })).status).toBe(405);
  });
});
