import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { AnalysisReport } from '@discord-intelligence/pipeline';
import { isLogfireEnabled } from '@discord-intelligence/observability';
import { failure, type FakeOpenAI, ROUTED_ANSWERS, startFakeOpenAI, startOtlpReceiver, type TemporaryFolder, temporaryFolder, toolCall } from '@discord-intelligence/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { run } from '../../src/run.js';
import { createFakeIo } from '../support/fake-io.js';

const KEY = 'sk-test-0123456789abcdef';
const TEXT = 'My opponent is a crook, so his tax plan must be wrong. The new road is fine.\n';
const SWITCHES = ['false', 'true'] as const;
const COMBINATIONS = SWITCHES.flatMap((instructor) => SWITCHES.flatMap((router) => SWITCHES.map((logfire) => ({ instructor, router, logfire }))));

let folder: TemporaryFolder;
let file: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  file = join(folder.path, 'road.txt');
  await writeFile(file, TEXT);
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

describe.each(COMBINATIONS)('with ENABLE_INSTRUCTOR=$instructor, ENABLE_LITELLM_ROUTER=$router and ENABLE_LOGFIRE=$logfire', ({ instructor, router, logfire }) => {
  /** Runs the command under these flags; a trace must be there exactly where telemetry is on. */
  async function analyze(environment: Readonly<Record<string, string>>, ...flags: readonly string[]) {
    await using collector = await startOtlpReceiver();
    const io = createFakeIo({
      analyzeText: 'real',
      environment: {
        ENABLE_INSTRUCTOR: instructor,
        ENABLE_LITELLM_ROUTER: router,
        ENABLE_LOGFIRE: logfire,
        INSTRUCTOR_MAX_RETRIES: '0',
        LITELLM_MAX_RETRIES: '0',
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        ...environment,
      },
    });
    const code = await run(['analyze', file, '--json', ...flags], io);
    const { stdout, stderr } = io.said;
    expect(stderr).toBe('');
    expect(isLogfireEnabled()).toBe(false);
    const names = collector.spans.map(({ name }) => name);
    expect(names.filter((name) => name === 'cli.analyze' || name === 'pipeline.analysis').sort()).toEqual(logfire === 'true' ? ['cli.analyze', 'pipeline.analysis'] : []);
    expect(collector.exports.length > 0).toBe(logfire === 'true');
    return { code, report: JSON.parse(stdout) as AnalysisReport, names };
  }

  const asks = instructor === 'true';
  const server = (openai: FakeOpenAI) => ({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: openai.baseUrl, OPENAI_MODEL: 'gpt-4o-mini' });

  it('analyses offline without a key, with 0, or 1 where a fallacy is to be found', async () => {
    const { code, report } = await analyze({});
    expect(code).toBe(0);
    expect(report.status).toBe('success');
    expect(Object.values(report.outcomes).map(({ analysis_method }) => analysis_method)).toEqual(Array(5).fill('pattern_matching'));
    expect((await analyze({}, '--only', 'fallacies', '--fail-on', 'low')).code).toBe(1);
  });

  it(`${asks ? 'asks' : 'does not ask'} a language model that is there`, async () => {
    await using openai = await startFakeOpenAI();
    if (asks) openai.queue(toolCall('sentiment_analysis', ROUTED_ANSWERS.sentiment_analysis), toolCall('comprehensive_analysis', ROUTED_ANSWERS.comprehensive_analysis));
    const { code, report, names } = await analyze(server(openai), '--only', 'sentiment');
    expect(code).toBe(0);
    expect(report).toMatchObject({
      status: 'success',
      outcomes: { sentiment: asks ? { analysis_method: 'llm_instructor', model: 'gpt-4o-mini' } : { analysis_method: 'pattern_matching', model: null } },
    });
    openai.expectNoViolations();
    const calls = names.filter((name) => name === 'chat gpt-4o-mini');
    expect(calls).toHaveLength(asks && logfire === 'true' ? 2 : 0);
    expect(names.filter((name) => name.startsWith('router '))).toHaveLength(asks && router === 'true' && logfire === 'true' ? 2 : 0);
  });

  it(`answers by patterns when every provider is down${asks ? ', and says so' : ''}`, async () => {
    await using openai = await startFakeOpenAI();
    openai.always(failure(503));
    const { code, report } = await analyze(server(openai), '--only', 'fallacies,sentiment', '--fail-on', 'low');
    expect(code).toBe(1);
    expect(report).toMatchObject({ status: asks ? 'degraded' : 'success', outcomes: { fallacies: { analysis_method: 'pattern_matching' }, sentiment: { analysis_method: 'pattern_matching' } } });
    expect(report.analysis?.fallacy_analysis?.fallacies).not.toHaveLength(0);
    expect(openai.calls.length > 0).toBe(asks);
  });

  it('tells inputs that cannot be read, with 3', async () => {
    const io = createFakeIo({ analyzeText: 'real', environment: { ENABLE_INSTRUCTOR: instructor, ENABLE_LITELLM_ROUTER: router } });
    expect(await run(['analyze', join(folder.path, 'none.txt')], io)).toBe(3);
    expect(io.said.stderr).toContain('no such file');
  });
});
