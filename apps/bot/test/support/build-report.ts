import type { AnalysisOutcome, AnalysisReport } from '@discord-intelligence/pipeline';
import type { FallacyInstance } from '@discord-intelligence/response-models';

/** The parts of a report that a test cares about. */
export interface ReportParts {
  readonly fallacies?: readonly Partial<FallacyInstance>[];
  readonly credibility?: number;
  readonly topics?: readonly string[];
  readonly status?: AnalysisReport['status'];
  readonly reason?: string | null;
  readonly outcome?: Partial<AnalysisOutcome>;
  readonly suggestedAction?: string;
  readonly emotion?: string | null;
  readonly language?: string;
}

/** A finding with every field. */
export function buildFallacy(parts: Partial<FallacyInstance> = {}): FallacyInstance {
  return {
    fallacy_type: 'ad_hominem',
    quote: 'you are stupid',
    explanation: 'This attacks the person and not the argument.',
    severity: 'medium',
    confidence: 'high',
    line_number: null,
    span: null,
    ...parts,
  };
}

/** A report as the pipeline makes one. */
export function buildReport(parts: ReportParts = {}): AnalysisReport {
  const { fallacies = [], credibility = 0.8, topics = ['taxes'], status = 'success', reason = null, language = 'en' } = parts;
  const outcome: AnalysisOutcome = {
    status: 'success',
    analysis_method: 'pattern_matching',
    model: null,
    reason: null,
    limitations: ['Cues cannot see sarcasm.'],
    attempts: 0,
    usage: null,
    cost_usd: 0,
    dropped_quotes: 0,
    duration_ms: 1,
    ...parts.outcome,
  };
  return {
    schema_version: '1.0',
    status,
    reason,
    text: { characters: 20, words: 4, sentences: 1, language },
    analysis: {
      fallacy_analysis: {
        fallacies: fallacies.map(buildFallacy),
        overall_quality: 'fair',
        credibility_score: credibility,
        summary: 'A summary of what was found in the text.',
        recommendations: [],
        key_issues: [],
      },
      perspective_analysis: {
        perspectives: [
          { perspective_type: 'progressive', evidence: 'the word "justice"', confidence: 'low', prominence: 0.5, bias_indicators: [] },
        ],
        dominant_perspective: 'progressive',
        bias_score: 0.25,
        balance_score: 0.5,
        framing_analysis: 'The text frames the question as one of justice.',
        omitted_perspectives: ['conservative'],
        recommendations: [],
      },
      sentiment: {
        polarity: -0.6,
        subjectivity: 0.7,
        intensity: 0.4,
        dominant_emotion: parts.emotion === undefined ? 'anger' : parts.emotion,
        confidence: 'medium',
      },
      key_topics: topics.map((topic) => ({ topic, relevance: 0.5, keywords: [], context: null })),
      executive_summary: 'The text of 4 words in 1 sentence was analysed, and here is what was found.',
      actionable_insights: ['Answer the argument.'],
      metadata: {},
    },
    routing: {
      classification: {
        primary_type: 'political',
        confidence: 0.6,
        secondary_types: [],
        recommended_pipeline: 'standard_pipeline',
        processing_flags: {},
        quality_score: 0.5,
        estimated_processing_time: 1,
        recommendations: [],
      },
      decision: {
        should_process: true,
        confidence: 'medium',
        reasoning: 'It holds an argument worth a look.',
        quality_indicators: {},
        suggested_action: parts.suggestedAction ?? 'flag_for_review',
        estimated_value: 0.5,
      },
    },
    outcomes: { fallacies: outcome, sentiment: outcome },
    overview: outcome,
    duration_ms: 12.3,
  };
}
