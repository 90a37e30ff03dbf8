import { PerspectiveAnalysisResult, PerspectiveInstance } from '@discord-intelligence/response-models';
import * as z from 'zod';

const { perspective_type, confidence, prominence, bias_indicators } = PerspectiveInstance.shape;
const { dominant_perspective, bias_score, balance_score, framing_analysis, omitted_perspectives, recommendations } = PerspectiveAnalysisResult.shape;

/** What a language model answers. Quotes stand apart from the explanation, so that each can be looked for in the text. */
export const PerspectiveAnswer = z.object({
  perspectives: z
    .array(
      z.object({
        perspective_type,
        quotes: z.array(z.string()).max(5).describe('Passages of the text that show the standpoint, copied exactly.'),
        explanation: z.string().trim().min(10).max(800).describe('How they show it, in one or two sentences.'),
        confidence,
        prominence,
        bias_indicators,
      }),
    )
    .max(20)
    .describe('Every standpoint found.'),
  dominant_perspective,
  bias_score,
  balance_score,
  framing_analysis,
  omitted_perspectives,
  recommendations,
});
export type PerspectiveAnswer = z.infer<typeof PerspectiveAnswer>;
