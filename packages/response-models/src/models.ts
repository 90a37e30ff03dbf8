import * as z from 'zod';

import { ComprehensiveAnalysis } from './comprehensive.js';
import { FallacyAnalysisResult, FallacyInstance } from './fallacy.js';
import { PerspectiveAnalysisResult, PerspectiveInstance } from './perspective.js';
import { ContentRoutingDecision, ContentTypeClassification } from './routing.js';
import { SentimentAnalysis } from './sentiment.js';
import { KeyTopic } from './topic.js';

/** Every model of an answer, by the name it has in stored results and API documents. */
export const RESPONSE_MODELS = {
  FallacyInstance,
  FallacyAnalysisResult,
  PerspectiveInstance,
  PerspectiveAnalysisResult,
  ContentRoutingDecision,
  ContentTypeClassification,
  SentimentAnalysis,
  KeyTopic,
  ComprehensiveAnalysis,
} as const;

/** The name of a response model. */
export type ResponseModelName = keyof typeof RESPONSE_MODELS;

/** The version of a model: major for a break, minor for an addition, patch for words only. */
export function modelVersion(name: ResponseModelName): string {
  const { version } = RESPONSE_MODELS[name].meta() ?? {};
  if (typeof version !== 'string') throw new TypeError(`response model ${name} states no version`);
  return version;
}

/**
 * A model as JSON Schema, draft 2020-12.
 *
 * @param io - `input` is what a language model has to send (defaults may be left out); `output` is what comes out of parsing.
 */
export function modelJsonSchema(name: ResponseModelName, io: 'input' | 'output' = 'output'): Record<string, unknown> {
  // The result carries a non-enumerable `~standard`; a copy through JSON is plain data that any validator takes.
  return JSON.parse(JSON.stringify(z.toJSONSchema(RESPONSE_MODELS[name], { io }))) as Record<string, unknown>;
}
