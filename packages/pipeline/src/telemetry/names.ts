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
