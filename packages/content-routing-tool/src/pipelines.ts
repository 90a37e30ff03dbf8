import type { ContentType } from '@discord-intelligence/response-models';

/** The ways to process content. */
export const PIPELINES = ['deep_analysis', 'standard_pipeline', 'light_analysis', 'fast_summary'] as const;
export type Pipeline = (typeof PIPELINES)[number];

/** The way that suits each type. */
export const PIPELINE_OF: Readonly<Record<ContentType, Pipeline>> = {
  educational: 'deep_analysis',
  technology: 'deep_analysis',
  discussion: 'deep_analysis',
  political: 'deep_analysis',
  scientific: 'deep_analysis',
  business: 'standard_pipeline',
  news: 'fast_summary',
  entertainment: 'light_analysis',
  sports: 'light_analysis',
  general: 'standard_pipeline',
  other: 'standard_pipeline',
};

/**
 * Calls to a language model that each way makes, each reading the whole text: all
 * four analyses and a summary; the four analyses; sentiment and topics; a summary.
 */
const PASSES: Readonly<Record<Pipeline, number>> = { deep_analysis: 5, standard_pipeline: 4, light_analysis: 2, fast_summary: 1 };

/** Tokens of one answer: the response models filled in, rounded up. */
const ANSWER_TOKENS = 500;
/** English text in the tokenizers of the common models, in UTF-16 code units a token; a rule of thumb. */
const UNITS_PER_TOKEN = 4;
/** The model takes no more. */
const LONGEST_TIME = 3_600;

/** How fast the language model is that the time is estimated for. */
export interface ModelSpeed {
  /** Tokens of input a second. @default 1500 */
  readonly readTokensPerSecond?: number;
  /** Tokens of output a second. @default 60 */
  readonly writeTokensPerSecond?: number;
}

/** An assumption, not a measurement: about what a hosted model of middle size does. Give your own where it matters. */
export const ASSUMED_SPEED = { readTokensPerSecond: 1_500, writeTokensPerSecond: 60 } as const satisfies Required<ModelSpeed>;

/**
 * Seconds that a pipeline would take with a language model, its calls one after the
 * other. Without a model the analyses take milliseconds.
 *
 * @param length - of the text, in UTF-16 code units.
 */
export function estimateSeconds(pipeline: Pipeline, length: number, { readTokensPerSecond, writeTokensPerSecond }: Required<ModelSpeed>): number {
  const pass = length / UNITS_PER_TOKEN / readTokensPerSecond + ANSWER_TOKENS / writeTokensPerSecond;
  return Math.min(LONGEST_TIME, Math.round(PASSES[pipeline] * pass * 10) / 10);
}
