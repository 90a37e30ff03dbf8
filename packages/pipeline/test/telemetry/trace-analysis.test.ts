import { forTests } from '@discord-intelligence/observability';
import { failure, startFakeOpenAI } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { createAnalysisTools, createTextAnalyzer } from '../../src/index.js';
import { answerAll, modelsAt } from '../support/answering-model.js';
import { endlessTool, failedTool } from '../support/failed-tool.js';

const TEXT = 'Everyone knows that the plan is good, so nobody should listen to its critics.';

describe('the trace of an analysis', () => {
  it('is one span with a span for each tool, side by side, and holds no word of the text', async () => {
    await using telemetry = await forTests();
    await createTextAnalyzer()({ text: TEXT, title: 'My private title' });

    const tools = ['fallacy', 'perspective', 'sentiment', 'topic', 'content-routing', 'comprehensive'];
    expect(telemetry.tree().split('\n')).toEqual(['pipeline.analysis', ...tools.map((name) => `  execute_tool ${name}`)]);
    expect(telemetry.span('pipeline.analysis').attributes).toMatchObject({
      'text.length': TEXT.length,
      'text.words': 14,
      'text.language': 'en',
      'analysis.names': ['fallacies', 'perspectives', 'sentiment', 'topics', 'routing'],
      'analysis.status': 'success',
      'analysis.method': 'pattern_matching',
      'analysis.degraded': 0,
      'analysis.failed': 0,
    });
    expect(telemetry.span('execute_tool fallacy').attributes).toMatchObject({
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': 'fallacy',
      'analysis.name': 'fallacies',
      'analysis.status': 'success',
      'analysis.method': 'pattern_matching',
      'analysis.attempts': 0,
    });
    const written = JSON.stringify(telemetry.spans());
    for (const word of ['Everyone', 'critics', 'private title']) expect(written).not.toContain(word);
  });

  it('says how many analyses were degraded, and why, in a louder span', async () => {
    await using telemetry = await forTests();
    await using openai = await startFakeOpenAI();
    answerAll(openai, {}, { sentiment_analysis: { endpoint: 'chat/completions', play: () => failure(401) } });
    const report = await createTextAnalyzer({ languageModels: await modelsAt(openai) })(TEXT, { only: ['fallacies', 'sentiment'] });

    expect(report.status).toBe('degraded');
    expect(telemetry.span('pipeline.analysis').attributes).toMatchObject({
      'analysis.status': 'degraded',
      'analysis.method': 'mixed',
      'analysis.degraded': 1,
      'logfire.level_num': 13,
    });
    expect(telemetry.span('execute_tool sentiment').attributes).toMatchObject({
      'analysis.status': 'degraded',
      'analysis.reason': expect.stringContaining('could not be used'),
      'logfire.level_num': 13,
    });
    expect(telemetry.span('execute_tool fallacy').attributes).toMatchObject({ 'analysis.method': 'llm_instructor', 'analysis.model': 'test-model', 'analysis.cost_usd': 0.001 });
  });

  it('marks a tool that broke, without what broke it', async () => {
    await using telemetry = await forTests();
    const tools = { ...createAnalysisTools(), sentiment: failedTool('sentiment', new Error(`cannot read: ${TEXT}`)) };
    await createTextAnalyzer({ tools })(TEXT, { only: ['sentiment', 'topics'] });

    expect(telemetry.span('execute_tool sentiment')).toMatchObject({ status: 'error', attributes: { 'analysis.status': 'failed' } });
    expect(telemetry.span('pipeline.analysis').attributes).toMatchObject({ 'analysis.failed': 1, 'analysis.status': 'degraded' });
    expect(JSON.stringify(telemetry.spans())).not.toContain('Everyone');
  });

  it('ends with a caller who gave up, without the words of the reason', async () => {
    await using telemetry = await forTests();
    const end = new AbortController();
    const analysis = createTextAnalyzer()(TEXT, { signal: end.signal });
    end.abort(new Error('enough'));

    await expect(analysis).rejects.toThrow('enough');
    expect(telemetry.span('pipeline.analysis')).toMatchObject({ status: 'error', statusMessage: expect.stringContaining('withheld') });
  });

  it.each([
    ['an error', new Error('enough of PROMPTWORD')],
    ['a text', 'enough of PROMPTWORD'],
  ])('keeps the words of the reason out of the span of a tool that was at work, too: %s', async (_kind, reason) => {
    await using telemetry = await forTests();
    const end = new AbortController();
    const tools = { ...createAnalysisTools(), sentiment: endlessTool('sentiment', () => { end.abort(reason); }) };

    await expect(createTextAnalyzer({ tools })(TEXT, { only: ['sentiment'], signal: end.signal })).rejects.toBe(reason);
    expect(telemetry.span('execute_tool sentiment')).toMatchObject({ status: 'error', statusMessage: expect.stringContaining('withheld') });
    expect(JSON.stringify(telemetry.spans())).not.toContain('PROMPTWORD');
  });

  it('measures each analysis by how it ended', async () => {
    await using telemetry = await forTests();
    await createTextAnalyzer()(TEXT, { only: ['topics'] });
    expect(await telemetry.metrics()).toMatch(/^analysis_duration_count\{.*analysis="topics",method="pattern_matching",status="success".*\} 1/m);
  });

  it('is no part of a report: with telemetry on and off it is the same', async () => {
    const analyze = createTextAnalyzer({ now: () => 0 });
    const plain = await analyze(TEXT);
    await using telemetry = await forTests();
    const traced = await analyze(TEXT);
    expect(telemetry.spans()).not.toHaveLength(0);
    const timeless = (report: unknown): unknown => JSON.parse(JSON.stringify(report, (key, value: unknown) => (key === 'duration_ms' ? 0 : value)));
    expect(timeless(traced)).toEqual(timeless(plain));
  });
});
