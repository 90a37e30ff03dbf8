import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { AnalysisReport } from '@discord-intelligence/pipeline';
import { startFakeOpenAI, toolCall } from '@discord-intelligence/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { run } from '../src/run.js';
import { createFakeIo } from './support/fake-io.js';

const FEELING = { polarity: 0.75, subjectivity: 0.5, intensity: 0.5, dominant_emotion: 'joy', confidence: 'high' };
const OVERVIEW = { executive_summary: 'The text is glad about the new road, and says so in one short sentence.', actionable_insights: [] };
const KEY = 'sk-test-0123456789abcdef';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-model-'));
  file = join(folder, 'road.txt');
  await writeFile(file, 'The new road is fine.\n');
});
afterAll(() => rm(folder, { recursive: true }));

/** Analyses the sentiment of the file; gives the code, what was said, and the report. */
async function analyze(environment: Record<string, string>, ...flags: readonly string[]) {
  const io = createFakeIo({ analyzeText: 'real', environment });
  const code = await run(['analyze', file, '--json', '--only', 'sentiment', ...flags], io);
  return { code, stderr: io.said.stderr, report: io.said.stdout === '' ? undefined : (JSON.parse(io.said.stdout) as AnalysisReport) };
}

describe('a language model', () => {
  it('is asked at the server that OPENAI_BASE_URL names, without a key', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(toolCall('sentiment_analysis', FEELING), toolCall('comprehensive_analysis', OVERVIEW));
    const { code, report } = await analyze({ OPENAI_BASE_URL: openai.baseUrl, OPENAI_MODEL: 'configured' });
    expect(code).toBe(0);
    expect(report).toMatchObject({ status: 'success', analysis: { sentiment: { polarity: 0.75 } }, outcomes: { sentiment: { analysis_method: 'llm_instructor', model: 'configured' } } });
    openai.expectNoViolations();
  });

  it('is the one that --model and --base-url name, whatever is configured', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(toolCall('sentiment_analysis', FEELING), toolCall('comprehensive_analysis', OVERVIEW));
    const { report } = await analyze({ OPENAI_MODEL: 'configured', OPENAI_API_KEY: KEY, OPENROUTER_API_KEY: KEY }, '--model', 'mine', '--base-url', openai.baseUrl);
    expect(report?.outcomes.sentiment?.model).toBe('mine');
    expect(openai.calls.map(({ model, apiKey }) => [model, apiKey])).toEqual([['mine', KEY], ['mine', KEY]]);
  });

  it('that fails leaves the answer to the patterns, and the report says why without the key', async () => {
    const openai = await startFakeOpenAI();
    await openai[Symbol.asyncDispose]();
    const { code, report, stderr } = await analyze({ OPENAI_API_KEY: KEY }, '--base-url', openai.baseUrl);
    expect(code).toBe(0);
    expect(report).toMatchObject({ status: 'degraded', reason: expect.stringContaining('could not be used'), outcomes: { sentiment: { analysis_method: 'pattern_matching' } } });
    expect(JSON.stringify(report) + stderr).not.toContain(KEY);
  });

  it('is not asked with --offline', async () => {
    await using openai = await startFakeOpenAI();
    const { report } = await analyze({ OPENAI_BASE_URL: openai.baseUrl }, '--offline');
    expect(report).toMatchObject({ status: 'success', outcomes: { sentiment: { analysis_method: 'pattern_matching', attempts: 0 } } });
    expect(openai.calls).toHaveLength(0);
  });

  it.each([
    [{}, ['--model', 'mine'], 'no language model can be asked: there is no OPENROUTER_API_KEY'],
    [{ ENABLE_INSTRUCTOR: 'false' }, ['--base-url', 'http://127.0.0.1:1/v1'], 'ENABLE_INSTRUCTOR is off'],
    [{}, ['--base-url', 'ftp://host/v1'], '--base-url must be an address'],
    [{}, ['--base-url', 'http://user:pass@host/v1'], 'without a key in it'],
    [{}, ['--base-url', 'localhost'], '--base-url must be an address'],
    [{}, ['--model', ' '], '--model must name a model'],
    [{}, ['--offline', '--model', 'mine'], "cannot be used with option '--model"],
  ])('with %j and %j ends with 2 and a clear line', async (environment, flags, message) => {
    const { code, stderr, report } = await analyze(environment, ...flags);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(report).toBeUndefined();
  });
});

describe('doctor', () => {
  it.each([
    [{}, 'off', 'none, analyses are made by patterns'],
    [{ OPENAI_API_KEY: KEY }, 'ok', 'gpt-4o-mini at api.openai.com'],
    [{ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'llama' }, 'ok', 'llama at 127.0.0.1:11434'],
  ])('says for %j which language model is asked', async (environment, status, detail) => {
    const io = createFakeIo({ environment });
    await run(['doctor', '--json'], io);
    const { checks } = JSON.parse(io.said.stdout) as { checks: { name: string }[] };
    expect(checks.find(({ name }) => name === 'language model')).toMatchObject({ status, detail: expect.stringContaining(detail) });
  });
});
