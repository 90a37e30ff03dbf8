import { once } from 'node:events';
import { Agent, request as send } from 'node:http';
import { connect } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { createReadiness } from '../src/health/readiness.js';
import { shutDown } from '../src/shut-down.js';
import { deferred } from './support/deferred.js';
import { startTestServer, type TestServer } from './support/start-test-server.js';
import { createStubAnalyzer, untilAborted } from './support/stub-analyzer.js';

describe('shutDown', () => {
  it('asks to be sent nothing more before it stops listening', async () => {
    const readiness = createReadiness();
    await using server = await startTestServer({ readiness });
    const noticed = deferred();
    const waits: number[] = [];
    const wait = (ms: number) => {
      waits.push(ms);
      return noticed.promise;
    };
    const stopped = shutDown(server.app, { readiness, noticeMs: 2_000, drainMs: 30_000, wait });
    expect((await server.request('/readyz')).status).toBe(503);
    expect((await server.post('/v1/analyze', { text: 'a' })).status).toBe(200);
    noticed.resolve();
    expect([await stopped, waits]).toEqual([true, [2_000]]);
    await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
  });

  it('answers what it has, closes that connection, and then is done', async () => {
    const readiness = createReadiness();
    const [started, hold] = [deferred(), deferred()];
    const analyzer = createStubAnalyzer(async () => {
      started.resolve();
      await hold.promise;
    });
    await using server = await startTestServer({ readiness, analyzeText: analyzer.analyzeText });
    const answer = server.post('/v1/analyze', { text: 'abc' });
    await started.promise;
    const stopped = shutDown(server.app, { readiness, noticeMs: 0, drainMs: 30_000 });
    await notListening(server);
    const refused = await fetch(`${server.url}/livez`).then(() => 'answered', () => 'refused');
    hold.resolve();
    const { status, json, headers } = await answer;
    expect([refused, status, json]).toMatchObject(['refused', 200, { text: { characters: 3 } }]);
    expect(headers.get('connection')).toBe('close');
    expect(await stopped).toBe(true);
  });

  it('refuses new work on a connection that is still open', async () => {
    const readiness = createReadiness();
    const [started, hold] = [deferred(), deferred()];
    const analyzer = createStubAnalyzer(async () => {
      started.resolve();
      await hold.promise;
    });
    await using server = await startTestServer({ readiness, analyzeText: analyzer.analyzeText });
    const bytes = (text: string) =>
      `POST /v1/analyze HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
    const socket = connect(server.port, '127.0.0.1');
    let read = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (read += chunk));
    socket.write(bytes('first'));
    await started.promise;
    const stopped = shutDown(server.app, { readiness, noticeMs: 0, drainMs: 30_000 });
    await notListening(server);
    const arrived = new Promise((resolve) => server.app.server.once('request', resolve));
    socket.write(bytes('second'));
    await arrived;
    const closed = once(socket, 'close');
    hold.resolve();
    expect(await stopped).toBe(true);
    await closed;
    // The first answer says that it is the last one, so a second is not expected by anybody.
    expect(read).toMatch(/^HTTP\/1\.1 200 [^]*connection: close/i);
    expect(analyzer.calls.map(({ input }) => input.text)).toEqual(['first']);
  });

  it('cuts what is not answered by the deadline, and says so', async () => {
    const readiness = createReadiness();
    const [started, aborted] = [deferred(), deferred()];
    const analyzer = createStubAnalyzer(async (call) => {
      started.resolve();
      await untilAborted(call).finally(aborted.resolve);
    });
    await using server = await startTestServer({ readiness, analyzeText: analyzer.analyzeText });
    const answer = server.post('/v1/analyze', { text: 'abc' }).then(() => 'answered', () => 'cut');
    await started.promise;
    expect(await shutDown(server.app, { readiness, noticeMs: 0, drainMs: 50 })).toBe(false);
    expect(await answer).toBe('cut');
    await aborted.promise;
  });

  it('does not wait for connections that nobody uses', async () => {
    const readiness = createReadiness();
    await using server = await startTestServer({ readiness });
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve, reject) => {
      send(`${server.url}/livez`, { agent }, (response) => response.resume().once('end', resolve)).once('error', reject).end();
    });
    expect(await shutDown(server.app, { readiness, noticeMs: 0, drainMs: 30_000 })).toBe(true);
    agent.destroy();
  });
});

/** Waits until no more connections are taken. */
async function notListening({ app }: TestServer): Promise<void> {
  while (app.server.listening) await new Promise(setImmediate);
}
