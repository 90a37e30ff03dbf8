import { createHistogram } from '@discord-intelligence/observability';

/** The span around the analyses of one text. */
export const ANALYSIS_SPAN = 'pipeline.analysis';

/** Attributes of the spans of this package. None of them ever holds a word of the text. */
export const ATTRIBUTES = {
  /** UTF-16 code units. */
  textLength: 'text.length',
  words: 'text.words',
  /** ISO 639-1, or `und`. */
  language: 'text.language',
  /** Names of the analyses that were asked for. */
  analyses: 'analysis.names',
  /** The one analysis that a tool makes. */
  analysis: 'analysis.name',
  status: 'analysis.status',
  reason: 'analysis.reason',
  /** `llm_instructor`, `pattern_matching`, or of the whole `mixed`. */
  method: 'analysis.method',
  model: 'analysis.model',
  attempts: 'analysis.attempts',
  droppedQuotes: 'analysis.dropped_quotes',
  /** Number of analyses that answered less well than configured. */
  degraded: 'analysis.degraded',
  failed: 'analysis.failed',
  /** USD, as far as it is known; absent when no call had a price. */
  cost: 'analysis.cost_usd',
} as const;

/** Seconds: from a short text by patterns to a long one by language models. */
const DURATION_BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/** How long analyses take and how they end; Prometheus sees `analysis_duration_count{analysis,method,status}`. */
export const analysisDuration = createHistogram({
  name: 'analysis.duration',
  description: 'Time of one analysis of one text.',
  unit: 's',
  labels: ['analysis', 'method', 'status'],
  buckets: DURATION_BUCKETS,
});
