import { connect } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { deferred } from '../support/deferred.js';
import { startTestServer } from '../support/start-test-server.js';
import { createStubAnalyzer, untilAborted } from '../support/stub-analyzer.js';

describe('many requests at once', () => {
  it('each get their own answer', async () => {
    await using server = await startTestServer();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => server.post('/v1/analyze', { text: 'x'.repeat(index) }, { headers: { 'x-request-id': `id-${index}` } })),
    );
    expect(answers.map(({ json }) => (json.text as { characters: number }).characters)).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(answers.map(({ headers }) => headers.get('x-request-id'))).toEqual(Array.from({ length: 50 }, (_, index) => `id-${index}`));
  });

  it('are refused beyond the limit, with a time to come back, and let in again later', async () => {
    const hold = deferred();
    const started = [deferred(), deferred()];
    let count = 0;
    const analyzer = createStubAnalyzer(async () => {
      started[count++]?.resolve();
      await hold.promise;
    });
    await using server = await startTestServer({ analyzeText: analyzer.analyzeText, maxRunning: 2, maxPending: 2 });
    const held = [server.post('/v1/analyze', { text: 'a' }), server.post('/v1/analyze', { text: 'b' })];
    await Promise.all(started.map(({ promise }) => promise));
    const refused = await server.post('/v1/analyze', { text: 'c' });
    expect(refused).toMatchObject({ status: 503, json: { type: '/problems/overloaded' } });
    expect(refused.headers.get('retry-after')).toBe('2');
    // Health is not for the queue to decide.
    expect((await server.request('/readyz')).status).toBe(200);
    hold.resolve();
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await server.post('/v1/analyze', { text: 'd' })).status).toBe(200);
  });

  it('stop being worked on when the caller hangs up, also while they wait', async () => {
    const running = deferred<AbortSignal>();
    const aborted = deferred();
    const analyzer = createStubAnalyzer(async (call) => {
      running.resolve(call.signal);
      await untilAborted(call).finally(aborted.resolve);
    });
    await using server = await startTestServer({ analyzeText: analyzer.analyzeText, maxRunning: 1 });
    const hungUp = async (count: number) => {
      while (server.logLines.filter(({ msg }) => msg === 'request aborted by the caller').length < count) await new Promise(setImmediate);
    };
    const [first, second] = [connect(server.port, '127.0.0.1'), connect(server.port, '127.0.0.1')];
    first.write(post('first'));
    expect((await running.promise).aborted).toBe(false);
    const arrived = new Promise((resolve) => server.app.server.once('request', resolve));
    second.write(post('second'));
    await arrived;
    second.destroy();
    await hungUp(1);
    first.destroy();
    await aborted.promise;
    await hungUp(2);
    expect(analyzer.calls.map(({ input }) => input.text)).toEqual(['first']);
    // Nobody's fault, so nothing is logged as one.
    expect(server.logLines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  it('are given up after the time for an analysis', async () => {
    const analyzer = createStubAnalyzer(untilAborted);
    await using server = await startTestServer({ analyzeText: analyzer.analyzeText, analysisTimeoutMs: 20 });
    expect(await server.post('/v1/analyze', { text: 'a' })).toMatchObject({ status: 503, json: { type: '/problems/analysis-timeout' } });
  });
});

function post(text: string): string {
  return `POST /v1/analyze HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
}
