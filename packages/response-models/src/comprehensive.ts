import * as z from 'zod';

import { FallacyAnalysisResult } from './fallacy.js';
import { PerspectiveAnalysisResult } from './perspective.js';
import { SentimentAnalysis } from './sentiment.js';
import { textList, trimmedText } from './text.js';
import { KeyTopics } from './topic.js';

/** Every analysis of one text, with what a reader should take from them. */
export const ComprehensiveAnalysis = z
  .object({
    fallacy_analysis: FallacyAnalysisResult.nullable().default(null).describe('Fallacies; null when not analysed.'),
    perspective_analysis: PerspectiveAnalysisResult.nullable().default(null).describe('Perspectives; null when not analysed.'),
    sentiment: SentimentAnalysis.nullable().default(null).describe('Sentiment; null when not analysed.'),
    key_topics: KeyTopics.default([]).describe('Subjects of the text, the most relevant first.'),
    executive_summary: trimmedText({ min: 50, max: 5000, name: 'Executive summary' }).describe(
      'What a reader in a hurry has to know, in a few sentences.',
    ),
    actionable_insights: textList({ max: 10, name: 'Actionable insights' }).describe('What a reader can do with the analysis.'),
    metadata: z.record(z.string(), z.unknown()).default({}).describe('Facts about the analysis itself, such as its method.'),
  })
  .meta({
    id: 'ComprehensiveAnalysis',
    title: 'Comprehensive analysis',
    description: 'Every analysis of one text, with what a reader should take from them.',
    version: '1.0.0',
  });
export type ComprehensiveAnalysis = z.infer<typeof ComprehensiveAnalysis>;
