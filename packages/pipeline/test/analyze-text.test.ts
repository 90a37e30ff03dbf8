import { createTextDocument, defineTool, type TextInput, ToolError } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { ANALYSIS_NAMES, AnalysisReport, analyzeText, type AnalysisTools, createAnalysisTools, createTextAnalyzer, PipelineError } from '../src/index.js';

const ARGUMENT =
  'Everyone is buying this phone, so it must be the best. I love its camera, and the battery of the phone is wonderful! ' +
  'Critics say the price is far too high. Either we buy it now or we miss our chance for ever.';

/** The repository's tools with some put aside for others. */
const toolsWith = (changes: Partial<AnalysisTools>): AnalysisTools => ({ ...createAnalysisTools(), ...changes });

describe('analyzeText', () => {
  it('gives a report of every analysis that its own model accepts', async () => {
    const report = await analyzeText(ARGUMENT);
    expect(AnalysisReport.parse(report)).toEqual(report);
    expect(report.status).toBe('success');
    expect(report.reason).toBeNull();
    expect(Object.keys(report.outcomes)).toEqual(ANALYSIS_NAMES);
    expect(report.text).toEqual({ characters: ARGUMENT.length, words: expect.any(Number), sentences: 4, language: 'en' });
    expect(report.analysis?.fallacy_analysis?.fallacies.map(({ fallacy_type }) => fallacy_type)).toEqual(['appeal_to_popularity', 'false_dilemma']);
    expect(report.analysis?.sentiment?.polarity).toBeGreaterThan(0);
    expect(report.analysis?.key_topics.map(({ topic }) => topic.toLowerCase()).join(' ')).toContain('phone');
    expect(report.routing?.decision.should_process).toBe(true);
  });

  it('says in its summary what each analysis found', async () => {
    const { analysis } = await analyzeText(ARGUMENT);
    expect(analysis?.executive_summary).toMatch(/^The text has been read and analysed: \d+ words in 4 sentences; its main topics are /);
    expect(analysis?.executive_summary).toContain('2 possible fallacies stand out: appeal to popularity and false dilemma');
    expect(analysis?.executive_summary).toMatch(/The mood is (mildly|strongly) positive/);
    expect(analysis?.actionable_insights.length).toBeGreaterThan(0);
  });

  it.each(['Hm', 'no', 'Nobody likes him.', 'x '.repeat(5000), ARGUMENT.repeat(30)])('keeps to its model for any length: %#', async (text) => {
    for (const only of [undefined, ['topics'], ['sentiment'], ['routing']] as const) {
      const report = await analyzeText(text, only && { only });
      expect(AnalysisReport.parse(report)).toEqual(report);
    }
  });

  it('survives the way through JSON', async () => {
    const report = await analyzeText(ARGUMENT);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('runs only what is asked for', async () => {
    const report = await analyzeText(ARGUMENT, { only: ['sentiment'] });
    expect(Object.keys(report.outcomes)).toEqual(['sentiment']);
    expect(report.analysis?.fallacy_analysis).toBeNull();
    expect(report.routing).toBeNull();
    expect(report.status).toBe('success');
  });

  it('reads a title and a description for routing', async () => {
    const text = 'We begin with the first step and go on from there.';
    const plain = await analyzeText({ text });
    const titled = await analyzeText({ text, title: 'Lesson 3: how to learn algebra', description: 'A tutorial for students' });
    expect(titled.routing).not.toEqual(plain.routing);
  });

  it.each(['', '  \n ', '🙂🙂'])('skips a text without words: %j', async (text) => {
    const report = await analyzeText(text);
    expect(AnalysisReport.parse(report)).toEqual(report);
    expect(report).toMatchObject({ status: 'skipped', analysis: null, routing: null });
    expect(report.reason).toMatch(/empty text|no words/);
  });

  it('answers when nothing is asked for', async () => {
    expect(await analyzeText(ARGUMENT, { only: [] })).toMatchObject({ status: 'skipped', reason: 'no analysis was asked for', analysis: null });
  });

  it.each([null, undefined, 42, {}, { text: 7 }, []])('refuses %j, which is no text', async (input) => {
    await expect(analyzeText(input as unknown as string)).rejects.toMatchObject({ name: 'PipelineError', code: 'invalid_input' });
  });

  it('refuses a text over its limit, and says the limit', async () => {
    const analyze = createTextAnalyzer({ maxCharacters: 10 });
    const error: unknown = await analyze('eleven chars').catch((reason: unknown) => reason);
    expect(PipelineError.is(error) && error.code).toBe('text_too_long');
    expect(String(error)).toContain('at most 10');
    expect(await analyze('ten chars.')).toMatchObject({ status: 'success' });
  });

  it('rejects with the reason of a caller who has given up', async () => {
    const reason = new Error('enough');
    await expect(analyzeText(ARGUMENT, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('lets others have their turn between two tools, so that a caller can give up', async () => {
    const caller = new AbortController();
    const started: string[] = [];
    const tools = createAnalysisTools();
    const analyze = createTextAnalyzer({
      tools: {
        ...tools,
        fallacies: { ...tools.fallacies, analyze: (input) => { started.push('fallacies'); setImmediate(() => { caller.abort(new Error('enough')); }); return tools.fallacies.analyze(input); } },
        topics: { ...tools.topics, analyze: (input, options) => { started.push('topics'); return tools.topics.analyze(input, options); } },
      },
    });
    await expect(analyze(ARGUMENT, { signal: caller.signal })).rejects.toThrow('enough');
    expect(started).toContain('fallacies');
  });

  it('measures time by the clock it is given', async () => {
    let time = 0;
    expect(await createTextAnalyzer({ now: () => (time += 7) })(ARGUMENT)).toMatchObject({ duration_ms: 7 });
  });
});

describe('an analysis that fails', () => {
  const broken = defineTool({
    name: 'sentiment',
    version: '1.0.0',
    schema: createBrokenSchema(),
    textOf: (input: TextInput) => input,
    offline: () => {
      throw new Error('boom');
    },
    limitations: [],
  });

  it('leaves the others standing, and the report says which one is missing and why', async () => {
    const report = await createTextAnalyzer({ tools: toolsWith({ sentiment: broken }) })(ARGUMENT);
    expect(report.status).toBe('degraded');
    expect(report.reason).toMatch(/^sentiment: .*offline analysis broke/);
    expect(report.outcomes.sentiment).toMatchObject({ status: 'failed', analysis_method: null });
    expect(report.analysis?.sentiment).toBeNull();
    expect(report.analysis?.fallacy_analysis?.fallacies).toHaveLength(2);
    expect(AnalysisReport.parse(report)).toEqual(report);
  });

  it('fails the report when it was the only one', async () => {
    const report = await createTextAnalyzer({ tools: toolsWith({ sentiment: broken }) })(ARGUMENT, { only: ['sentiment'] });
    expect(report).toMatchObject({ status: 'failed', analysis: null });
  });
});

describe('an analysis by a language model', () => {
  it('shows its model, its cost and why it fell back', async () => {
    const { sentiment } = createAnalysisTools();
    const report = await createTextAnalyzer({
      tools: toolsWith({
        sentiment: {
          name: 'sentiment',
          version: '1',
          analyze: async (input) => ({ ...(await sentiment.analyze(input)), status: 'degraded', degraded_reason: 'the provider timed out', cost_usd: 0.002, model: 'some-model' }) as Awaited<ReturnType<typeof sentiment.analyze>>,
        },
        topics: { name: 'topics', version: '1', analyze: async () => ({ status: 'failed', error: new ToolError('analysis_failed', 'topics', 'no topics today') }) },
      }),
    })(ARGUMENT);
    expect(report).toMatchObject({ status: 'degraded', reason: 'sentiment: the provider timed out; topics: no topics today' });
    expect(report.outcomes.sentiment).toMatchObject({ status: 'degraded', model: 'some-model', cost_usd: 0.002, reason: 'the provider timed out' });
  });
});

describe('the tools', () => {
  it('share one document, which is split once', async () => {
    const seen = new Set<unknown>();
    const spy = <Tool extends { analyze: (input: never, options?: never) => unknown }>(tool: Tool): Tool => ({
      ...tool,
      analyze: (input: never, options?: never) => {
        const source: unknown = input;
        seen.add(typeof source === 'object' && source !== null && 'words' in source ? source : (source as { text: unknown }).text);
        return tool.analyze(input, options);
      },
    });
    const tools = createAnalysisTools();
    await createTextAnalyzer({
      tools: { fallacies: spy(tools.fallacies), perspectives: spy(tools.perspectives), sentiment: spy(tools.sentiment), topics: spy(tools.topics), routing: spy(tools.routing) },
    })(ARGUMENT);
    expect(seen.size).toBe(1);
    expect([...seen][0]).toMatchObject({ text: createTextDocument(ARGUMENT).text });
  });
});

function createBrokenSchema() {
  return AnalysisReport.shape.analysis.unwrap().shape.sentiment.unwrap().unwrap();
}
