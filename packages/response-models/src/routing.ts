import * as z from 'zod';

import { ConfidenceLevel, unitInterval } from './scales.js';
import { textList, trimmedText } from './text.js';

/** The kinds of content a text can be. */
export const ContentType = z
  .enum([
    'educational',
    'entertainment',
    'news',
    'technology',
    'discussion',
    'political',
    'scientific',
    'business',
    'sports',
    'general',
    'other',
  ])
  .describe('The kind of content, from the list; "general" when no kind stands out.');
export type ContentType = z.infer<typeof ContentType>;

/** Whether content is worth processing, and why. */
export const ContentRoutingDecision = z
  .object({
    should_process: z.boolean().describe('Whether the content is worth a full analysis.'),
    confidence: ConfidenceLevel,
    reasoning: trimmedText({ min: 20, max: 2000, name: 'Reasoning' }).describe('Why, in a few sentences.'),
    quality_indicators: z
      .record(z.string(), z.number())
      .default({})
      .superRefine(checkIndicators)
      .describe('Measured qualities by name, each from 0 to 1.'),
    suggested_action: trimmedText({ min: 3, max: 100, name: 'Suggested action' }).describe(
      'What to do next: process, skip, flag_for_review or another short name.',
    ),
    estimated_value: unitInterval('What an analysis would be worth to a reader, 0 to 1.'),
  })
  .superRefine((decision, context) => {
    const mean = meanIndicator(decision.quality_indicators);
    if (decision.should_process && mean < 0.3) {
      context.addIssue({
        code: 'custom',
        path: ['should_process'],
        message: `Content with a mean quality indicator of ${mean.toFixed(2)} (below 0.3) should not be processed: set should_process to false or correct quality_indicators`,
      });
    }
    if (!decision.should_process && mean > 0.7) {
      context.addIssue({
        code: 'custom',
        path: ['should_process'],
        message: `Content with a mean quality indicator of ${mean.toFixed(2)} (above 0.7) should be processed: set should_process to true or correct quality_indicators`,
      });
    }
  })
  .meta({
    id: 'ContentRoutingDecision',
    title: 'Routing decision',
    description: 'Whether content is worth processing, and why.',
    version: '1.0.0',
  });
export type ContentRoutingDecision = z.infer<typeof ContentRoutingDecision>;

/** What kind of content a text is, and how to process it. */
export const ContentTypeClassification = z
  .object({
    primary_type: ContentType,
    confidence: unitInterval('How sure the primary type is, 0 to 1.'),
    secondary_types: z.array(ContentType).max(3).default([]).describe('Other types that fit as well, best first, without the primary one.'),
    recommended_pipeline: trimmedText({ min: 5, max: 50, name: 'Recommended pipeline' }).describe(
      'deep_analysis, fast_summary, light_analysis or standard_pipeline.',
    ),
    processing_flags: z.record(z.string(), z.boolean()).default({}).describe('Which steps to run, by name.'),
    quality_score: unitInterval('Quality of the content, 0 to 1.'),
    estimated_processing_time: z.number().min(0).max(3600).describe('Seconds that processing is expected to take, 0 to 3600.'),
    recommendations: textList({ max: 5, name: 'Recommendations' }).describe('What to look at when processing it.'),
  })
  .superRefine(({ primary_type, secondary_types }, context) => {
    if (new Set(secondary_types).size !== secondary_types.length) {
      context.addIssue({ code: 'custom', path: ['secondary_types'], message: 'secondary_types must not repeat a type' });
    }
    if (secondary_types.includes(primary_type)) {
      context.addIssue({
        code: 'custom',
        path: ['secondary_types'],
        message: `secondary_types must not include the primary type, ${primary_type}`,
      });
    }
  })
  .meta({
    id: 'ContentTypeClassification',
    title: 'Content type',
    description: 'What kind of content a text is, and how to process it.',
    version: '1.0.0',
  });
export type ContentTypeClassification = z.infer<typeof ContentTypeClassification>;

function checkIndicators(indicators: Record<string, number>, context: z.RefinementCtx): void {
  for (const [name, value] of Object.entries(indicators)) {
    if (!(value >= 0 && value <= 1)) {
      context.addIssue({ code: 'custom', path: [name], message: `Quality indicator '${name}' must be between 0.0 and 1.0` });
    }
  }
}

/** Content that nobody measured counts as middling. */
function meanIndicator(indicators: Record<string, number>): number {
  const values = Object.values(indicators);
  return values.length === 0 ? 0.5 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
