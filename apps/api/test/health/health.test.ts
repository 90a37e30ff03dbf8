import { describe, expect, it } from '@jest/globals';

import { createReadiness } from '../../src/health/readiness.js';
import { startTestServer } from '../support/start-test-server.js';
import { createStubAnalyzer } from '../support/stub-analyzer.js';

describe('health', () => {
  it.each(['/livez', '/healthz', '/health', '/readyz'])('is well on %s', async (path) => {
    await using server = await startTestServer();
    expect(await server.request(path)).toMatchObject({ status: 200, json: { status: 'ok' } });
  });

  it('is not ready when the analysis at the start throws, but alive', async () => {
    await using server = await startTestServer({ analyzeText: () => Promise.reject(new Error('a private reason')) });
    const { status, json, headers } = await server.request('/readyz');
    expect([status, json]).toMatchObject([503, { type: '/problems/not-ready', errors: [{ detail: expect.any(String) }] }]);
    expect(headers.get('retry-after')).toBe('5');
    expect((await server.request('/livez')).status).toBe(200);
    const line = server.logLines.find(({ msg }) => String(msg).includes('/readyz will say so'));
    expect(line).toMatchObject({ error: { name: 'Error', frames: expect.any(Array) } });
    expect(JSON.stringify(server.logLines)).not.toContain('private');
  });

  it('is not ready when one analysis at the start did not succeed', async () => {
    const { analyzeText } = createStubAnalyzer();
    await using server = await startTestServer({
      analyzeText: async (...input) => {
        const report = await analyzeText(...input);
        return { ...report, outcomes: Object.fromEntries(Object.entries(report.outcomes).filter(([name]) => name !== 'topics')) };
      },
    });
    expect((await server.request('/readyz')).status).toBe(503);
  });

  it('says so when the server is about to stop, and still answers', async () => {
    const readiness = createReadiness();
    await using server = await startTestServer({ readiness });
    expect((await server.request('/readyz')).status).toBe(200);
    readiness.leave();
    expect(await server.request('/readyz')).toMatchObject({ status: 503, json: { errors: [{ detail: 'The server is shutting down.' }] } });
    expect((await server.post('/v1/analyze', { text: 'a' })).status).toBe(200);
  });
});
