import { PipelineError } from '@discord-intelligence/pipeline';
import { describe, expect, it } from '@jest/globals';

import { ApiError } from '../../src/problems/api-error.js';
import { describeError } from '../../src/problems/describe-error.js';
import { problemOf } from '../../src/problems/problem.js';
import { PROBLEM_KINDS, type ProblemKind } from '../../src/problems/problem-kinds.js';
import { toApiError } from '../../src/problems/to-api-error.js';
import { startTestServer } from '../support/start-test-server.js';
import { createStubAnalyzer } from '../support/stub-analyzer.js';

describe('a problem', () => {
  it('has a type that leads to its description', async () => {
    await using server = await startTestServer();
    for (const kind of Object.keys(PROBLEM_KINDS) as ProblemKind[]) {
      const { type, title, status } = problemOf(new ApiError(kind), 'id');
      expect(await server.request(type)).toMatchObject({ status: 200, json: { type, title, status, meaning: PROBLEM_KINDS[kind].meaning } });
    }
    for (const kind of ['nonsense', 'constructor', '__proto__', 'toString']) {
      expect((await server.request(`/problems/${kind}`)).status).toBe(404);
    }
  });

  it('tells a caller nothing about an error that nobody foresaw, and the log where it was', async () => {
    const analyzer = createStubAnalyzer(({ input }) => {
      throw new TypeError(`cannot read ${input.text}`);
    });
    await using server = await startTestServer({ analyzeText: analyzer.analyzeText });
    const { status, json, text, headers } = await server.post('/v1/analyze', { text: 'a private text' });
    expect([status, json]).toEqual([
      500,
      { type: '/problems/internal-error', title: 'Internal error', status: 500, instance: headers.get('x-request-id') },
    ]);
    expect(text).not.toMatch(/private|TypeError|at /);
    const line = server.logLines.find(({ msg }) => msg === 'a request broke');
    expect(line).toMatchObject({ level: 50, requestId: headers.get('x-request-id'), error: { name: 'TypeError' } });
    expect((line?.error as { frames: string[] }).frames[0]).toMatch(/problems\.test\.ts/);
    expect(JSON.stringify(server.logLines)).not.toContain('private');
  });

  it('is made of what the pipeline refuses', async () => {
    const analyzer = createStubAnalyzer(() => {
      throw new PipelineError('text_too_long', 'the text has 11 characters and at most 10 are analysed');
    });
    await using server = await startTestServer({ analyzeText: analyzer.analyzeText });
    expect(await server.post('/v1/analyze', { text: 'x'.repeat(11) })).toMatchObject({
      status: 413,
      json: { type: '/problems/text-too-long', detail: 'the text has 11 characters and at most 10 are analysed' },
    });
  });

  it.each([undefined, null, 'text', 5, {}, new Error('x'), { statusCode: 503 }])('can be made of anything that is thrown: %p', (thrown) => {
    expect(toApiError(thrown).kind).toBe('internal-error');
  });
});

describe('describeError', () => {
  it('keeps the place and drops every message, also those of several lines', () => {
    const error = Object.assign(new Error('private\n    at private (private)\nprivate:1:2'), { code: 'E_CODE' });
    const described = describeError(error);
    expect(described).toMatchObject({ name: 'Error', code: 'E_CODE' });
    expect(described.frames[0]).toMatch(/problems\.test\.ts:\d+:\d+/);
    expect(JSON.stringify(described)).not.toContain('private');
  });

  it('says what was thrown when it was no error', () => {
    expect(describeError('private')).toEqual({ name: 'string', frames: [] });
  });
});
