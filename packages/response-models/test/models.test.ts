import { describe, expect, it } from '@jest/globals';
import type * as z from 'zod';

import {
  ComprehensiveAnalysis,
  ContentRoutingDecision,
  ContentTypeClassification,
  FallacyAnalysisResult,
  FallacyInstance,
  KeyTopic,
  PerspectiveAnalysisResult,
  PerspectiveInstance,
  SentimentAnalysis,
} from '../src/index.js';
import { classification, decision, fallacy, fallacyAnalysis, perspective, perspectiveAnalysis } from './builders.js';

/** The messages of what is wrong with a value, each behind its path. */
function problems(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('FallacyInstance', () => {
  it('fills in what may be left out', () => {
    expect(FallacyInstance.parse(fallacy())).toEqual({ ...fallacy(), line_number: null, span: null });
  });

  it('strips the quote and the explanation', () => {
    const { quote, explanation } = FallacyInstance.parse(fallacy({ quote: '  so?  ', explanation: '\n Ten letters at least. ' }));
    expect([quote, explanation]).toEqual(['so?', 'Ten letters at least.']);
  });

  it.each([
    [{ quote: '   ' }, 'quote: Quote cannot be empty or whitespace'],
    [{ quote: 'x'.repeat(1001) }, 'quote: Quote must be at most 1000 characters'],
    [{ explanation: ' short.   ' }, 'explanation: Explanation must be at least 10 characters without surrounding white space'],
    [{ span: { start: 5, end: 5 } }, 'span.end: end must be greater than start'],
  ])('refuses %j and says what is wrong', (changes, problem) => {
    expect(problems(FallacyInstance, fallacy(changes))).toEqual([problem]);
  });

  it.each([{ line_number: -1 }, { line_number: 1.5 }, { severity: 'fatal' }, { confidence: 0.8 }, { fallacy_type: 'wrong' }, { span: { start: -1, end: 2 } }])('refuses %j', (changes) => {
    expect(problems(FallacyInstance, fallacy(changes))).toHaveLength(1);
  });

  it('ignores unknown keys', () => {
    expect(FallacyInstance.parse(fallacy({ mood: 'grim' }))).not.toHaveProperty('mood');
  });
});

describe('FallacyAnalysisResult', () => {
  it('lets a text without fallacies score low, which the replaced system refused', () => {
    expect(problems(FallacyAnalysisResult, fallacyAnalysis({ fallacies: [], credibility_score: 0.2 }))).toEqual([]);
  });

  it('holds more than ten fallacies to a score of at most 0.5, and says what to change', () => {
    const many = Array.from({ length: 11 }, () => fallacy());
    expect(problems(FallacyAnalysisResult, fallacyAnalysis({ fallacies: many, credibility_score: 0.5 }))).toEqual([]);
    const [problem] = problems(FallacyAnalysisResult, fallacyAnalysis({ fallacies: many, credibility_score: 0.51 }));
    expect(problem).toMatch(/^credibility_score: High fallacy count .* 11 fallacies .* at most 0\.5/);
    expect(problems(FallacyAnalysisResult, fallacyAnalysis({ fallacies: many.slice(1), credibility_score: 1 }))).toEqual([]);
  });

  it('drops blank recommendations before it counts them', () => {
    const { recommendations } = FallacyAnalysisResult.parse(fallacyAnalysis({ recommendations: [...Array.from({ length: 10 }, () => ' a '), ' ', ''] }));
    expect(recommendations).toEqual(Array.from({ length: 10 }, () => 'a'));
  });

  it.each([
    { summary: 'too short' },
    { credibility_score: 1.01 },
    { credibility_score: -0.01 },
    { overall_quality: 'superb' },
    { fallacies: Array.from({ length: 51 }, () => fallacy()), credibility_score: 0.1 },
    { key_issues: Array.from({ length: 6 }, () => 'issue') },
    { recommendations: Array.from({ length: 11 }, () => 'do it') },
  ])('refuses %j', (changes) => {
    expect(problems(FallacyAnalysisResult, fallacyAnalysis(changes))).toHaveLength(1);
  });
});

describe('PerspectiveInstance', () => {
  it('strips bias indicators and drops blank ones', () => {
    expect(PerspectiveInstance.parse(perspective({ bias_indicators: [' so-called ', '', '  '] })).bias_indicators).toEqual(['so-called']);
  });

  it.each([{ prominence: 1.1 }, { prominence: -0.1 }, { evidence: '  short  ' }, { bias_indicators: Array.from({ length: 11 }, () => 'x') }, { perspective_type: 'royalist' }])('refuses %j', (changes) => {
    expect(problems(PerspectiveInstance, perspective(changes))).toHaveLength(1);
  });
});

describe('PerspectiveAnalysisResult', () => {
  it.each([
    [{ bias_score: 0.71, balance_score: 0.51 }, /High bias should correlate with low balance/],
    [{ perspectives: Array.from({ length: 6 }, () => perspective()), balance_score: 0.29 }, /Many perspectives should indicate better balance: 6 are listed/],
  ])('refuses %j', (changes, problem) => {
    expect(problems(PerspectiveAnalysisResult, perspectiveAnalysis(changes))).toEqual([expect.stringMatching(problem)]);
  });

  it.each([
    { bias_score: 0.7, balance_score: 1 },
    { bias_score: 1, balance_score: 0.5 },
    { perspectives: Array.from({ length: 6 }, () => perspective()), balance_score: 0.3 },
    { perspectives: Array.from({ length: 5 }, () => perspective()), balance_score: 0 },
    { perspectives: [], dominant_perspective: null },
  ])('takes %j', (changes) => {
    expect(problems(PerspectiveAnalysisResult, perspectiveAnalysis(changes))).toEqual([]);
  });
});

describe('ContentRoutingDecision', () => {
  it.each([
    [{ should_process: true, quality_indicators: { depth: 0.2, clarity: 0.3 } }, /mean quality indicator of 0\.25 .* should not be processed/],
    [{ should_process: false, quality_indicators: { depth: 0.9 } }, /mean quality indicator of 0\.90 .* should be processed/],
    [{ quality_indicators: { depth: 1.2, clarity: 0.1 } }, /Quality indicator 'depth' must be between 0\.0 and 1\.0/],
  ])('refuses %j', (changes, problem) => {
    expect(problems(ContentRoutingDecision, decision(changes))).toEqual([expect.stringMatching(problem)]);
  });

  it.each([{ should_process: true }, { should_process: false }, { should_process: true, quality_indicators: { depth: 0.3 } }, { should_process: false, quality_indicators: { depth: 0.7 } }])('takes %j', (changes) => {
    expect(problems(ContentRoutingDecision, decision(changes))).toEqual([]);
  });
});

describe('ContentTypeClassification', () => {
  it.each([
    [{ secondary_types: ['news'] }, 'secondary_types: secondary_types must not include the primary type, news'],
    [{ secondary_types: ['business', 'business'] }, 'secondary_types: secondary_types must not repeat a type'],
  ])('refuses %j', (changes, problem) => {
    expect(problems(ContentTypeClassification, classification(changes))).toEqual([problem]);
  });

  it.each([{ estimated_processing_time: 3601 }, { recommended_pipeline: 'fast' }, { secondary_types: ['business', 'sports', 'political', 'other'] }, { processing_flags: { fast: 'yes' } }])('refuses %j', (changes) => {
    expect(problems(ContentTypeClassification, classification(changes))).toHaveLength(1);
  });
});

describe('SentimentAnalysis, KeyTopic and ComprehensiveAnalysis', () => {
  it('hold their ranges', () => {
    const sentiment = { polarity: -1, subjectivity: 0, intensity: 1, confidence: 'low' };
    expect(problems(SentimentAnalysis, sentiment)).toEqual([]);
    expect(problems(SentimentAnalysis, { ...sentiment, polarity: -1.1, subjectivity: 2, intensity: -1 })).toHaveLength(3);
    expect(problems(KeyTopic, { topic: ' a ', relevance: 0.5 })).toEqual(['topic: Topic must be at least 2 characters without surrounding white space']);
  });

  it('lower-case the keywords of a topic and drop blank ones', () => {
    expect(KeyTopic.parse({ topic: 'Tax', relevance: 1, keywords: [' Tax ', '', 'CUTS'] })).toEqual({ topic: 'Tax', relevance: 1, keywords: ['tax', 'cuts'], context: null });
  });

  it('let every part of a comprehensive analysis be missing but the summary', () => {
    const executive_summary = 'Nothing but this summary was asked for, so nothing else is here.';
    expect(ComprehensiveAnalysis.parse({ executive_summary })).toEqual({
      fallacy_analysis: null,
      perspective_analysis: null,
      sentiment: null,
      key_topics: [],
      executive_summary,
      actionable_insights: [],
      metadata: {},
    });
    expect(problems(ComprehensiveAnalysis, { executive_summary: 'too short' })).toHaveLength(1);
  });

  it('survive the way through JSON', () => {
    const analysis = ComprehensiveAnalysis.parse({
      executive_summary: 'A summary that is long enough for the model to take it as one.',
      fallacy_analysis: fallacyAnalysis(),
      perspective_analysis: perspectiveAnalysis(),
    });
    expect(ComprehensiveAnalysis.parse(JSON.parse(JSON.stringify(analysis)))).toEqual(analysis);
  });
});
