import { ContentRoutingDecision, ContentTypeClassification } from '@discord-intelligence/response-models';
import * as z from 'zod';

import { PIPELINES } from '../pipelines.js';

const { primary_type, confidence, secondary_types, quality_score, recommendations } = ContentTypeClassification.shape;
const decision = ContentRoutingDecision.shape;

const indicator = z.number().min(0).max(1);

/** What a language model answers. Flags and times follow from it, so they are not asked for. */
export const RoutingAnswer = z.object({
  classification: z.object({
    primary_type,
    confidence,
    secondary_types,
    recommended_pipeline: z.enum(PIPELINES).describe('The way to process it.'),
    quality_score,
    recommendations,
  }),
  decision: z.object({
    should_process: decision.should_process,
    confidence: decision.confidence,
    reasoning: decision.reasoning,
    quality_indicators: z
      .object({ substance: indicator, language_quality: indicator, spam_absence: indicator, repetition_absence: indicator })
      .describe('Qualities of the text, each from 0 to 1, 1 being best.'),
    suggested_action: z.enum(['process', 'skip', 'flag_for_review']).describe('What to do next.'),
    estimated_value: decision.estimated_value,
  }),
}).superRefine((answer, context) => {
  // The rules of the decision's own model, told while the answer can still be mended.
  const checked = ContentRoutingDecision.safeParse(answer.decision);
  for (const { path, message } of checked.error?.issues ?? []) context.addIssue({ code: 'custom', path: ['decision', ...path], message });
});
export type RoutingAnswer = z.infer<typeof RoutingAnswer>;
