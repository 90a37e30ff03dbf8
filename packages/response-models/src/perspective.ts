import * as z from 'zod';

import { ConfidenceLevel, unitInterval } from './scales.js';
import { textList, trimmedText } from './text.js';

/** The standpoints a text can speak from. */
export const PerspectiveType = z
  .enum([
    'progressive',
    'conservative',
    'libertarian',
    'authoritarian',
    'neutral',
    'technocratic',
    'populist',
    'anarchist',
    'centrist',
    'socialist',
    'capitalist',
    'environmentalist',
    'nationalist',
    'globalist',
    'religious',
    'secular',
    'other',
  ])
  .describe('The standpoint, from the list; "other" only when none fits.');
export type PerspectiveType = z.infer<typeof PerspectiveType>;

/** One standpoint that a text speaks from, with what shows it. */
export const PerspectiveInstance = z
  .object({
    perspective_type: PerspectiveType,
    evidence: trimmedText({ min: 10, max: 2000, name: 'Evidence' }).describe(
      'What in the text shows the standpoint, quoting it where possible.',
    ),
    confidence: ConfidenceLevel,
    prominence: unitInterval('How much of the text speaks from this standpoint, 0 to 1.'),
    bias_indicators: textList({ max: 10, name: 'Bias indicators' }).describe('Words or moves that show bias.'),
  })
  .meta({
    id: 'PerspectiveInstance',
    title: 'Perspective',
    description: 'One standpoint that a text speaks from, with what shows it.',
    version: '1.0.0',
  });
export type PerspectiveInstance = z.infer<typeof PerspectiveInstance>;

/** The standpoints of a text, and how one-sided it is. */
export const PerspectiveAnalysisResult = z
  .object({
    perspectives: z.array(PerspectiveInstance).max(20).default([]).describe('Every standpoint found.'),
    dominant_perspective: PerspectiveType.nullable().default(null).describe('The leading standpoint; null when none leads.'),
    bias_score: unitInterval('How slanted the wording is, 0 (even-handed) to 1 (propaganda).'),
    balance_score: unitInterval('How evenly the sides are represented, 0 (one side only) to 1 (evenly).'),
    framing_analysis: trimmedText({ min: 20, max: 3000, name: 'Framing analysis' }).describe(
      'How the text frames its subject: what it stresses, and in whose words.',
    ),
    omitted_perspectives: z.array(PerspectiveType).max(10).default([]).describe('Standpoints a fair treatment would have to include.'),
    recommendations: textList({ max: 10, name: 'Recommendations' }).describe('How the text could be fairer.'),
  })
  .superRefine((result, context) => {
    const { perspectives, bias_score, balance_score } = result;
    if (bias_score > 0.7 && balance_score > 0.5) {
      context.addIssue({
        code: 'custom',
        path: ['balance_score'],
        message:
          'High bias should correlate with low balance: with bias_score above 0.7, balance_score must be at most 0.5, ' +
          'or bias_score must come down to 0.7',
      });
    }
    if (perspectives.length > 5 && balance_score < 0.3) {
      context.addIssue({
        code: 'custom',
        path: ['balance_score'],
        message:
          `Many perspectives should indicate better balance: ${perspectives.length} are listed, so balance_score must be ` +
          'at least 0.3, or perspectives that the text does not take must go',
      });
    }
  })
  .meta({
    id: 'PerspectiveAnalysisResult',
    title: 'Perspective analysis',
    description: 'The standpoints of a text, and how one-sided it is.',
    version: '1.0.0',
  });
export type PerspectiveAnalysisResult = z.infer<typeof PerspectiveAnalysisResult>;
