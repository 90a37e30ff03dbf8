import * as z from 'zod';

import { ConfidenceLevel, unitInterval } from './scales.js';

/** How a text feels about what it speaks of. */
export const SentimentAnalysis = z
  .object({
    polarity: z.number().min(-1).max(1).describe('From -1 (wholly negative) over 0 (neutral) to 1 (wholly positive).'),
    subjectivity: unitInterval('From 0 (facts only) to 1 (opinion only).'),
    intensity: unitInterval('How strongly the feeling is expressed, 0 to 1.'),
    dominant_emotion: z.string().nullable().default(null).describe('The leading emotion, such as anger or joy; null when none leads.'),
    confidence: ConfidenceLevel,
  })
  .meta({
    id: 'SentimentAnalysis',
    title: 'Sentiment',
    description: 'How a text feels about what it speaks of.',
    version: '1.0.0',
  });
export type SentimentAnalysis = z.infer<typeof SentimentAnalysis>;
