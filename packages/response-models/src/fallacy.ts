import * as z from 'zod';

import { FallacyType } from './fallacy-type.js';
import { ConfidenceLevel, ContentQuality, SeverityLevel, unitInterval } from './scales.js';
import { Span } from './span.js';
import { textList, trimmedText } from './text.js';

/** One fallacy found in a text, quoted word for word. */
export const FallacyInstance = z
  .object({
    fallacy_type: FallacyType,
    quote: trimmedText({ min: 1, max: 1000, name: 'Quote' }).describe(
      'The passage that commits the fallacy, copied exactly from the text, without added marks.',
    ),
    explanation: trimmedText({ min: 10, max: 2000, name: 'Explanation' }).describe(
      'Why this passage is this fallacy, for a reader who does not know the term.',
    ),
    severity: SeverityLevel,
    confidence: ConfidenceLevel,
    line_number: z
      .int()
      .min(0)
      .nullable()
      .default(null)
      .describe('Line of the text, or second of the recording, on which the quote begins; null when unknown.'),
    span: Span.nullable().default(null).describe('Where the quote stands in the text; null when unknown.'),
  })
  .meta({
    id: 'FallacyInstance',
    title: 'Fallacy',
    description: 'One fallacy found in a text, quoted word for word.',
    version: '1.0.0',
  });
export type FallacyInstance = z.infer<typeof FallacyInstance>;

/**
 * The fallacies of a text and what they say of its reasoning.
 *
 * A text without fallacies may still have a low credibility score: the replaced
 * system refused such answers, which punished a model for being honest about a
 * poor text that commits no named fallacy.
 */
export const FallacyAnalysisResult = z
  .object({
    fallacies: z.array(FallacyInstance).max(50).default([]).describe('Every fallacy found; empty when there is none.'),
    overall_quality: ContentQuality,
    credibility_score: unitInterval('How far the reasoning can be trusted, 0 (not at all) to 1 (fully).'),
    summary: trimmedText({ min: 20, max: 3000, name: 'Summary' }).describe('What was found, in a few sentences.'),
    recommendations: textList({ max: 10, name: 'Recommendations' }).describe('How the argument could be mended.'),
    key_issues: textList({ max: 5, name: 'Key issues' }).describe('The flaws that matter most.'),
  })
  .superRefine((result, context) => {
    const { length } = result.fallacies;
    if (length > MANY_FALLACIES && result.credibility_score > CREDIBILITY_OF_MANY) {
      context.addIssue({
        code: 'custom',
        path: ['credibility_score'],
        message:
          `High fallacy count should result in lower credibility score: ${length} fallacies are listed, so ` +
          `credibility_score must be at most ${CREDIBILITY_OF_MANY}, or findings that are not fallacies must go`,
      });
    }
  })
  .meta({
    id: 'FallacyAnalysisResult',
    title: 'Fallacy analysis',
    description: 'The fallacies of a text and what they say of its reasoning.',
    version: '1.1.0',
  });
export type FallacyAnalysisResult = z.infer<typeof FallacyAnalysisResult>;

/** More findings than this cap the credibility score. */
const MANY_FALLACIES = 10;
const CREDIBILITY_OF_MANY = 0.5;
