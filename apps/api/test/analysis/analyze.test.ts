import { describe, expect, it } from '@jest/globals';

import { SINGLE_ANALYSES } from '../../src/analysis/analysis-routes.js';
import { startTestServer, type TestServer } from '../support/start-test-server.js';
import { createStubAnalyzer, type StubAnalyzer } from '../support/stub-analyzer.js';

async function start(): Promise<TestServer & { readonly analyzer: StubAnalyzer }> {
  const analyzer = createStubAnalyzer();
  return Object.assign(await startTestServer({ analyzeText: analyzer.analyzeText }), { analyzer });
}

describe('POST /v1/analyze', () => {
  it('answers a JSON text with a report of all analyses', async () => {
    await using server = await start();
    const { status, json } = await server.post('/v1/analyze', { text: 'Some text.' });
    expect([status, json]).toMatchObject([200, { status: 'success', text: { characters: 10 } }]);
    expect(server.analyzer.calls).toMatchObject([{ input: { text: 'Some text.' }, only: undefined }]);
  });

  it('hands on title, description and the analyses that were asked for', async () => {
    await using server = await start();
    const { json } = await server.post('/v1/analyze', { text: 'a', title: 'b', description: 'c', only: ['topics', 'sentiment'] });
    expect(Object.keys(json.outcomes as object).sort()).toEqual(['sentiment', 'topics']);
    expect(server.analyzer.calls).toMatchObject([{ input: { text: 'a', title: 'b', description: 'c' }, only: ['topics', 'sentiment'] }]);
  });

  it.each(['text/plain', 'text/plain; charset=utf-8', 'TEXT/PLAIN;charset="UTF-8"'])('takes a whole %s body as the text', async (type) => {
    await using server = await start();
    const body = '{"this": "is not read as JSON"} – für 👍\n';
    const { status } = await server.request('/v1/analyze?only=fallacies, topics', { method: 'POST', body, headers: { 'content-type': type } });
    expect(status).toBe(200);
    expect(server.analyzer.calls).toMatchObject([{ input: { text: body }, only: ['fallacies', 'topics'] }]);
  });

  it('takes "only" in the address for a JSON body too, but not in both places', async () => {
    await using server = await start();
    expect((await server.post('/v1/analyze?only=topics', { text: 'a' })).status).toBe(200);
    expect(server.analyzer.calls.at(-1)).toMatchObject({ only: ['topics'] });
    const both = await server.post('/v1/analyze?only=topics', { text: 'a', only: ['topics'] });
    expect(both).toMatchObject({ status: 422, json: { errors: [{ parameter: 'only' }] } });
  });

  it('passes an empty text on, which is an answer and no error', async () => {
    await using server = await start();
    expect((await server.post('/v1/analyze', { text: '' })).status).toBe(200);
    const plain = await server.request('/v1/analyze', { method: 'POST', body: '', headers: { 'content-type': 'text/plain' } });
    expect(plain.status).toBe(200);
    expect(server.analyzer.calls.map(({ input }) => input.text)).toEqual(['', '']);
  });

  it('keeps every code unit of a text, so that spans fit what the caller has', async () => {
    await using server = await start();
    const text = '\u{feff}a\u0000b\r\n\u{1f600} \ud800 e\u0301';
    await server.post('/v1/analyze', { text });
    await server.request('/v1/analyze', { method: 'POST', body: Buffer.from('\u{feff}a\u0000\r\n\u{1f600}'), headers: { 'content-type': 'text/plain' } });
    expect(server.analyzer.calls.map(({ input }) => input.text)).toEqual([text, '\u{feff}a\u0000\r\n\u{1f600}']);
  });

  it.each(Object.entries(SINGLE_ANALYSES))('has %s for %s alone', async (path, name) => {
    await using server = await start();
    const { status, json } = await server.post(path, { text: 'Some text.', title: 'b' });
    expect([status, Object.keys(json.outcomes as object)]).toEqual([200, [name]]);
    expect(await server.post(path, { text: 'a', only: [name] })).toMatchObject({ status: 422 });
    expect(await server.post(`${path}?only=topics`, { text: 'a' })).toMatchObject({ status: 422 });
  });

  it('answers 500 without a word of the reason when every analysis broke', async () => {
    const { analyzeText } = createStubAnalyzer();
    await using server = await startTestServer({
      analyzeText: async (...input) => ({ ...(await analyzeText(...input)), status: 'failed', reason: 'the secret reason' }),
    });
    const { status, text } = await server.post('/v1/analyze', { text: 'a private text' });
    expect(status).toBe(500);
    expect(text).not.toContain('reason');
    expect(server.logLines).toContainEqual(expect.objectContaining({ msg: 'every analysis failed', textLength: 14 }));
  });
});

describe('what does not fit', () => {
  it.each([
    ['no text', { title: 'a' }, ['/text']],
    ['a text that is none', { text: 5 }, ['/text']],
    ['null', { text: null, title: null }, ['/text', '/title']],
    ['no object', [], ['']],
    ['an unknown field', { text: 'a', 'on/ly~': [] }, ['/on~1ly~0']],
    ['an unknown analysis', { text: 'a', only: ['topics', 'tpics'] }, ['/only/1']],
    ['no analyses', { text: 'a', only: [] }, ['/only']],
    ['too many analyses', { text: 'a', only: Array.from({ length: 6 }, () => 'topics') }, ['/only']],
    ['a long title', { text: 'a', title: 'b'.repeat(1001) }, ['/title']],
    ['several at once', { title: 1, description: 2, more: 3 }, ['/text', '/title', '/description', '/more']],
  ])('is refused with a pointer to each field: %s', async (_name, body, pointers) => {
    await using server = await start();
    const { status, json } = await server.post('/v1/analyze', body);
    expect([status, json.type]).toEqual([422, '/problems/invalid-request']);
    expect((json.errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([...pointers].sort());
    expect(server.analyzer.calls).toEqual([]);
  });

  it.each(['only=fallacies,nonsense', 'only=', 'only=topics&only=topics', 'onyl=topics', `only=${'topics,'.repeat(50)}`])(
    'is refused in the address as well: %s',
    async (query) => {
      await using server = await start();
      const { status, json } = await server.post(`/v1/analyze?${query}`, { text: 'a' });
      expect([status, json.type]).toEqual([422, '/problems/invalid-request']);
      expect((json.errors as { parameter: string }[])[0]?.parameter).toMatch(/^(only|onyl)$/);
    },
  );

  it('is told in a short answer, whatever the size of the nonsense', async () => {
    await using server = await start();
    const keys = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`${'k'.repeat(100)}${index}`, 1]));
    const many = await server.post('/v1/analyze', { text: 'a', ...keys });
    expect([many.status, (many.json.errors as unknown[]).length]).toEqual([422, 20]);
    expect(many.text.length).toBeLessThan(4_000);
    const list = await server.post('/v1/analyze', { text: 'a', only: Array.from({ length: 100_000 }, () => 'x') });
    expect([list.status, list.json.errors]).toMatchObject([422, [{ pointer: '/only' }]]);
  });

  it('is not repeated where it may be private: values stay out of answers and of the log', async () => {
    await using server = await start();
    const answers = [
      await server.post('/v1/analyze', { text: { secret: 'hunter2' } }),
      await server.post('/v1/analyze', { text: 'a', only: ['hunter2'] }),
      await server.post('/v1/analyze?only=hunter2', { text: 'hunter2' }),
      await server.request('/v1/analyze', { method: 'POST', body: '{"text": "hunter2', headers: { 'content-type': 'application/json' } }),
      await server.request('/hunter2?hunter2=hunter2'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 400, 404]);
    expect(answers.map(({ text }) => text).join()).not.toContain('hunter2');
    expect(JSON.stringify(server.logLines)).not.toContain('hunter2');
  });
});
