import { refusal, startFakeOpenAI, text } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { AnalysisReport, createTextAnalyzer } from '../src/index.js';
import { answerAll, modelsAt, questionOf } from './support/answering-model.js';

const TEXT = 'Everyone knows that the plan is good, so nobody should listen to its critics. The plan pays for roads.';

describe('an analysis by language models', () => {
  it('is what they say, with quotes that stand in the text, and says who said it', async () => {
    await using openai = await startFakeOpenAI();
    answerAll(openai);

    const report = await createTextAnalyzer({ languageModels: await modelsAt(openai) })({ text: TEXT, title: 'On the plan' });

    expect(AnalysisReport.parse(report)).toEqual(report);
    expect(report.status).toBe('success');
    for (const outcome of [...Object.values(report.outcomes), report.overview]) {
      expect(outcome).toMatchObject({ status: 'success', analysis_method: 'llm_instructor', model: 'test-model', attempts: 1, cost_usd: 0.001, usage: { total_tokens: 110 } });
    }
    const { fallacy_analysis, perspective_analysis, sentiment, key_topics, executive_summary, actionable_insights } = report.analysis!;
    // An alias becomes the name used here, and a name that nobody knows becomes `other`.
    expect(fallacy_analysis?.fallacies.map(({ fallacy_type, quote, span, line_number }) => [fallacy_type, TEXT.slice(span!.start, span!.end) === quote, line_number])).toEqual([
      ['appeal_to_popularity', true, 1],
      ['other', true, 1],
    ]);
    expect(perspective_analysis).toMatchObject({
      dominant_perspective: 'populist',
      balance_score: 0.2,
      perspectives: [{ evidence: 'It speaks for everyone against a few critics. “Everyone knows that the plan is good”', prominence: 0.8 }],
    });
    expect(sentiment).toMatchObject({ polarity: 0.2, dominant_emotion: 'contempt' });
    // A keyword that the text does not hold is left out.
    expect(key_topics).toEqual([{ topic: 'the plan', relevance: 0.9, keywords: ['plan'], context: 'Everyone knows that the plan is good' }]);
    expect(report.routing?.classification).toMatchObject({ primary_type: 'political', secondary_types: ['discussion'], processing_flags: { enable_deep_analysis: true } });
    expect(executive_summary).toContain('praises a plan');
    expect(actionable_insights).toEqual(['Ask what speaks for the plan.']);
    openai.expectNoViolations();
  });

  it('falls back one by one: an analysis whose model fails is made offline, and the report says which', async () => {
    await using openai = await startFakeOpenAI();
    answerAll(openai, {}, { sentiment_analysis: refusal('No.'), topic_analysis: text('no JSON') });

    const report = await createTextAnalyzer({ languageModels: await modelsAt(openai) })(TEXT);

    expect(report.status).toBe('degraded');
    expect(report.reason).toMatch(/^sentiment: the language model could not be used: .*; topics: the language model could not be used: ./);
    expect(report.outcomes).toMatchObject({
      fallacies: { status: 'success', analysis_method: 'llm_instructor' },
      sentiment: { status: 'degraded', analysis_method: 'pattern_matching', model: null, attempts: 1 },
      topics: { status: 'degraded', analysis_method: 'pattern_matching' },
    });
    expect(report.overview).toMatchObject({ status: 'success', analysis_method: 'llm_instructor' });
  });

  it('is made offline when nobody answers, tells the reason once, and asks for no overview', async () => {
    const openai = await startFakeOpenAI();
    const analyze = createTextAnalyzer({ languageModels: await modelsAt(openai) });
    await openai[Symbol.asyncDispose]();

    const report = await analyze(TEXT);

    expect(report.status).toBe('degraded');
    expect(report.reason).toBe('fallacies, perspectives, sentiment, topics, routing: the language model could not be used: the request failed without an answer');
    expect(report.analysis?.executive_summary).toMatch(/^The text has been read and analysed/);
    expect(report.overview).toMatchObject({ status: 'success', analysis_method: 'pattern_matching' });
  });

  it('asks only what was asked for', async () => {
    await using openai = await startFakeOpenAI();
    answerAll(openai);
    await createTextAnalyzer({ languageModels: await modelsAt(openai) })(TEXT, { only: ['sentiment'] });
    expect(openai.calls.map(questionOf)).toEqual(['sentiment_analysis', 'comprehensive_analysis']);
  });
});
