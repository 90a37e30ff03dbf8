import type { ContentType } from '@discord-intelligence/response-models';

import { PIPELINE_OF } from './pipelines.js';

/** Types in which claims are argued for. */
const ARGUED: ReadonlySet<ContentType> = new Set(['discussion', 'political', 'news', 'business', 'scientific', 'general']);
/** Types whose tone is part of what they say. */
const FELT: ReadonlySet<ContentType> = new Set(['discussion', 'political', 'news', 'entertainment', 'sports', 'business', 'general']);
/** Types without anybody to insult. */
const HARMLESS: ReadonlySet<ContentType> = new Set(['educational', 'technology', 'scientific']);
/** Types in which a slip of the transcript costs little. */
const FORGIVING: ReadonlySet<ContentType> = new Set(['entertainment', 'sports', 'news']);

/** The steps that suit a type of content, by name. */
export function flagsOfType(type: ContentType) {
  return {
    enable_deep_analysis: PIPELINE_OF[type] === 'deep_analysis',
    enable_fallacy_detection: ARGUED.has(type),
    enable_sentiment_analysis: FELT.has(type),
    enable_topic_extraction: true,
    skip_perspective_api: HARMLESS.has(type),
    use_fast_transcription: FORGIVING.has(type),
  };
}
