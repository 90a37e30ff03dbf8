import type { AnalysisName, AnalysisOutcome, AnalysisReport } from '@discord-intelligence/pipeline';
import type { ComprehensiveAnalysis, FallacyInstance } from '@discord-intelligence/response-models';

const NAMES = ['fallacies', 'perspectives', 'sentiment', 'topics', 'routing'] as const satisfies readonly AnalysisName[];

/** A fallacy, with whatever a test cares about in place of the usual. */
export function aFallacy(changes: Partial<FallacyInstance> = {}): FallacyInstance {
  return {
    fallacy_type: 'ad_hominem',
    quote: 'My opponent is a crook, so his tax plan must be wrong.',
    explanation: 'Attacks the person in place of the plan.',
    severity: 'high',
    confidence: 'high',
    line_number: 3,
    span: { start: 10, end: 64 },
    ...changes,
  };
}

/** How an analysis went: well, unless a test says otherwise. */
export function anOutcome(changes: Partial<AnalysisOutcome> = {}): AnalysisOutcome {
  return {
    status: 'success',
    analysis_method: 'pattern_matching',
    model: null,
    reason: null,
    limitations: ['Sarcasm is taken at its word.'],
    attempts: 0,
    usage: null,
    cost_usd: 0,
    dropped_quotes: 0,
    duration_ms: 1.5,
    ...changes,
  };
}

/** The results of every analysis over a short political text. */
export function anAnalysis(changes: Partial<ComprehensiveAnalysis> = {}): ComprehensiveAnalysis {
  return {
    fallacy_analysis: {
      fallacies: [aFallacy()],
      overall_quality: 'poor',
      credibility_score: 0.4,
      summary: 'One fallacy was found in the text.',
      recommendations: ['Answer the plan, not the person.'],
      key_issues: ['A personal attack carries the argument.'],
    },
    perspective_analysis: {
      perspectives: [
        {
          perspective_type: 'conservative',
          evidence: 'Speaks of “low taxes” and of tradition.',
          confidence: 'medium',
          prominence: 0.5,
          bias_indicators: ['crook'],
        },
      ],
      dominant_perspective: 'conservative',
      bias_score: 0.6,
      balance_score: 0.25,
      framing_analysis: 'The text speaks of one side, in its own words.',
      omitted_perspectives: ['progressive'],
      recommendations: ['Let the other side speak.'],
    },
    sentiment: { polarity: -0.4, subjectivity: 0.7, intensity: 0.5, dominant_emotion: 'anger', confidence: 'medium' },
    key_topics: [{ topic: 'tax plan', relevance: 0.9, keywords: ['tax', 'plan'], context: null }],
    executive_summary: 'The text of 30 words in 3 sentences was analysed; one possible fallacy stands out.',
    actionable_insights: ['Answer the plan, not the person.'],
    metadata: { words: 30, sentences: 3 },
    ...changes,
  };
}

/** A report of every analysis, with whatever a test cares about in place of the usual. */
export function aReport(changes: Partial<AnalysisReport> = {}): AnalysisReport {
  return {
    schema_version: '1.0',
    status: 'success',
    reason: null,
    text: { characters: 160, words: 30, sentences: 3, language: 'en' },
    analysis: anAnalysis(),
    routing: {
      classification: {
        primary_type: 'political',
        confidence: 0.8,
        secondary_types: ['discussion'],
        recommended_pipeline: 'deep_analysis',
        processing_flags: {},
        quality_score: 0.6,
        estimated_processing_time: 1,
        recommendations: [],
      },
      decision: {
        should_process: true,
        confidence: 'high',
        reasoning: 'An argument about politics is worth a look.',
        quality_indicators: {},
        suggested_action: 'process',
        estimated_value: 0.7,
      },
    },
    outcomes: Object.fromEntries(NAMES.map((name) => [name, anOutcome()])),
    overview: anOutcome({ limitations: [] }),
    duration_ms: 7.25,
    ...changes,
  };
}

/** A report of an analysis that found a fallacy of each given severity. */
export function aReportOf(...severities: readonly FallacyInstance['severity'][]): AnalysisReport {
  const analysis = anAnalysis();
  const result = analysis.fallacy_analysis;
  if (result === null) throw new Error('the builder gives a fallacy analysis');
  return aReport({
    analysis: { ...analysis, fallacy_analysis: { ...result, fallacies: severities.map((severity) => aFallacy({ severity })) } },
  });
}

/** What an empty text gives. */
export function aSkippedReport(): AnalysisReport {
  return aReport({
    status: 'skipped',
    reason: 'empty text',
    text: { characters: 0, words: 0, sentences: 0, language: 'und' },
    analysis: null,
    routing: null,
    outcomes: { fallacies: anOutcome({ status: 'skipped', analysis_method: null, reason: 'empty text', limitations: [] }) },
  });
}
