import { FallacyAnalysisResult, FallacyInstance, FallacyType } from '@discord-intelligence/response-models';
import * as z from 'zod';

/** A name that the taxonomy does not know is a fallacy all the same: `other`. */
const NamedFallacy = z.preprocess(
  (name) => (typeof name === 'string' && !FallacyType.safeParse(name).success ? 'other' : name),
  FallacyType,
);

const { overall_quality, credibility_score, summary, recommendations, key_issues } = FallacyAnalysisResult.shape;

/** What a language model answers. Places in the text are found by us, so they are not asked for. */
export const FallacyAnswer = z.object({
  fallacies: z
    .array(FallacyInstance.omit({ line_number: true, span: true }).extend({ fallacy_type: NamedFallacy }))
    .max(50)
    .describe('Every fallacy found; empty when there is none.'),
  overall_quality,
  credibility_score,
  summary,
  recommendations,
  key_issues,
});
export type FallacyAnswer = z.infer<typeof FallacyAnswer>;
