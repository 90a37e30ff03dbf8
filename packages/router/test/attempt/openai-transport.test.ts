import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { createOpenAITransport } from '../../src/attempt/openai-transport.js';
import type { Answer, Chunk, TransportRequest } from '../../src/attempt/transport.js';
import { classify } from '../../src/errors/classify.js';
import { createRouter } from '../../src/index.js';
import { createStopSource, type StopSource } from '../../src/stop-signal.js';

import { type OwnServer, serve } from './serve.js';

const ANSWER = { id: 'c', object: 'chat.completion', created: 1, model: 'm', choices: [{ index: 0, message: { role: 'assistant', content: 'Grüße' }, finish_reason: 'stop' }], usage: { prompt_tokens: 2, completion_tokens: 3, total_tokens: 5 } };
const JSON_HEADERS = { 'content-type': 'application/json' };
const NOW = 1_767_225_600_000;

describe('the transport', () => {
  it('asks for no coding, introduces itself as the SDK, and sends key, own headers and body', async () => {
    await using server = await serve((response) => { response.writeHead(200, JSON_HEADERS).end(JSON.stringify(ANSWER)); });
    await using sender = open(server, { headers: { 'X-Trace': 'one' } });
    expect(await sender.send()).toMatchObject({ choices: [{ message: { content: 'Grüße' } }] });
    expect(await sender.send()).toMatchObject({ id: 'c' });
    const [first, second] = server.arrived;
    expect(first).toMatchObject({ path: '/v1/chat/completions', body: '{"model":"m","messages":[]}', headers: { authorization: 'Bearer k1', 'x-trace': 'one', 'accept-encoding': 'identity', 'content-type': 'application/json', 'content-length': '27' } });
    expect(first?.headers['user-agent']).toMatch(/^OpenAI\/JS \d/u);
    expect(second?.headers).toEqual(first?.headers);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('reads an answer that comes as %s all the same, whole and streamed', async (coding, compress) => {
    await using server = await serve((response, { body }) => {
      const isStream = body.includes('"stream":true');
      response.writeHead(200, { 'content-type': isStream ? 'text/event-stream' : 'application/json', 'content-encoding': coding });
      response.end(compress(isStream ? events(['a', 'b']) : JSON.stringify(ANSWER)));
    });
    await using sender = open(server);
    expect(await sender.send()).toMatchObject({ choices: [{ message: { content: 'Grüße' } }] });
    expect(await textOf(await sender.stream())).toBe('ab');
  });

  it('refuses a coding that it does not know', async () => {
    await using server = await serve((response) => { response.writeHead(200, { ...JSON_HEADERS, 'content-encoding': 'zip' }).end('x'); });
    await using sender = open(server);
    await expect(sender.send()).rejects.toThrow('unknown content coding "zip"');
  });

  it('reads an answer behind a byte order mark', async () => {
    await using server = await serve((response) => { response.writeHead(200, JSON_HEADERS).end(`\uFEFF${JSON.stringify(ANSWER)}`); });
    await using sender = open(server);
    expect(await sender.send()).toMatchObject({ id: 'c' });
  });

  it('follows a redirection that keeps the method, as fetch does', async () => {
    await using server = await serve((response, { path }) => {
      if (path.startsWith('/v1/')) response.writeHead(308, { location: '/v2/chat' }).end();
      else response.writeHead(200, JSON_HEADERS).end(JSON.stringify(ANSWER));
    });
    await using sender = open(server);
    expect(await sender.send()).toMatchObject({ id: 'c' });
    expect(server.arrived.at(-1)).toMatchObject({ path: '/v2/chat', body: '{"model":"m","messages":[]}' });
  });

  it('tells status, words and headers of a refusal', async () => {
    await using server = await serve((response) => { response.writeHead(429, { ...JSON_HEADERS, 'retry-after': '7', 'x-request-id': 'r1' }).end('{"error":{"message":"slow down","type":"requests"}}'); });
    await using sender = open(server);
    const error: unknown = await sender.send().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'Error', status: 429, requestID: 'r1', type: 'requests' });
    expect((error as { headers: Headers }).headers).toBeInstanceOf(Headers);
    expect(classify(error, NOW)).toMatchObject({ class: 'rate_limit', status: 429, retryAfterMs: 7_000 });
    expect(classify(await sender.stream().catch((thrown: unknown) => thrown), NOW)).toMatchObject({ class: 'rate_limit', retryAfterMs: 7_000 });
  });

  it.each([
    ['before its answer', (_head: () => void, cut: () => void) => { cut(); }],
    ['in the middle of its answer', (head: () => void, cut: () => void) => { head(); setImmediate(cut); }],
  ])('calls it a broken connection when the server cuts it %s', async (_when, act) => {
    await using server = await serve((response) => { act(() => { response.writeHead(200, JSON_HEADERS).write('{"id":'); }, () => { response.destroy(); }); });
    await using sender = open(server);
    expect(classify(await sender.send().catch((thrown: unknown) => thrown), NOW).class).toBe('connection');
  });

  it('calls a broken refusal by its status', async () => {
    await using server = await serve((response) => {
      response.writeHead(503, JSON_HEADERS).write('{"error":');
      setImmediate(() => { response.destroy(); });
    });
    await using sender = open(server);
    expect(classify(await sender.send().catch((thrown: unknown) => thrown), NOW)).toMatchObject({ class: 'transient', status: 503 });
  });

  it('tells when the headers are there, and not before', async () => {
    await using server = await serve((response) => {
      response.writeEarlyHints({ link: '</a>; rel=preload' });
      response.writeHead(200, JSON_HEADERS).end(JSON.stringify(ANSWER));
    });
    const heard: string[] = [];
    await using sender = open(server, { onHeaders: () => heard.push('headers') });
    await sender.send();
    expect(heard).toEqual(['headers']);
  });

  it('cuts the connection when an attempt is ended that waits for its answer', async () => {
    const attempt = createStopSource();
    await using server = await serve(() => { attempt.abort(); });
    await using sender = open(server, {}, attempt);
    await expect(sender.send()).rejects.toThrow();
    await server.left;
  });

  it('sends nothing for an attempt that has ended already', async () => {
    await using server = await serve((response) => { response.end(); });
    const attempt = createStopSource();
    attempt.abort();
    await using sender = open(server, {}, attempt);
    await expect(sender.send()).rejects.toThrow();
    expect(server.arrived).toEqual([]);
  });

  it('passes pieces of a stream on as they come, and cuts the connection when its reader leaves', async () => {
    await using server = await serve((response) => { response.writeHead(200, { 'content-type': 'text/event-stream' }).write(events(['a'], false)); });
    await using sender = open(server);
    for await (const chunk of await sender.stream()) {
      expect(chunk.choices[0]?.delta.content).toBe('a');
      break;
    }
    await server.left;
  });

  it('keeps the pieces of a fast server for a slow reader, none lost', async () => {
    const pieces = Array.from({ length: 3_000 }, (_, index) => `${index}${'x'.repeat(90)} `);
    await using server = await serve((response) => { response.writeHead(200, { 'content-type': 'text/event-stream' }).end(events(pieces)); });
    await using sender = open(server);
    let text = '';
    for await (const chunk of await sender.stream()) {
      text += chunk.choices[0]?.delta.content ?? '';
      if (text.length % 7 === 0) await new Promise((resolve) => { setImmediate(resolve); });
    }
    expect(text).toBe(pieces.join(''));
  });

  it('uses a fetch of the caller instead, with a real signal', async () => {
    const seen: unknown[] = [];
    const fetch = ((_url: string, init: RequestInit) => {
      seen.push(init.signal instanceof AbortSignal, new Headers(init.headers).get('authorization'));
      return Promise.resolve(Response.json(ANSWER));
    }) as typeof globalThis.fetch;
    await using router = createRouter({ deployments: { a: { provider: 'own', model: 'm', baseURL: 'http://own.invalid/v1', keys: ['k1'] } }, groups: { g: ['a'] } }, { fetch });
    expect(await router.chat.completions.create({ model: 'g', messages: [] })).toMatchObject({ id: 'c' });
    expect(seen).toEqual([true, 'Bearer k1']);
  });
});

/** Sends requests as attempts do. */
function open({ url }: OwnServer, own: Partial<Pick<TransportRequest, 'headers' | 'onHeaders'>> = {}, attempt: StopSource = createStopSource()) {
  const transport = createOpenAITransport();
  const deployment = { id: 'd', baseURL: url, config: { provider: 'own', model: 'm', headers: {} } };
  const request = (body: object): TransportRequest => ({
    kind: 'chat',
    deployment: deployment as never,
    key: { id: 'k', secret: { reveal: () => 'k1\n' } as never },
    body: { model: 'm', messages: [], ...body },
    headers: undefined,
    baseURL: undefined,
    get signal(): AbortSignal {
      throw new Error('Asked for a signal, which costs more than it should.');
    },
    stop: attempt.signal,
    onHeaders: undefined,
    ...own,
  });
  return {
    send: (): Promise<Answer> => transport.send(request({})),
    stream: (): Promise<AsyncIterable<Chunk>> => transport.open(request({ stream: true })),
    [Symbol.asyncDispose]: () => transport.close(),
  };
}

function events(contents: readonly string[], isWhole = true): string {
  const lines = contents.map((content) => `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }] })}\n\n`);
  return `${lines.join('')}${isWhole ? 'data: [DONE]\n\n' : ''}`;
}

async function textOf(chunks: AsyncIterable<Chunk>): Promise<string> {
  let text = '';
  for await (const { choices } of chunks) text += choices[0]?.delta.content ?? '';
  return text;
}
