import { ContentRouting } from '@discord-intelligence/content-routing-tool';
import { ComprehensiveAnalysis } from '@discord-intelligence/response-models';
import * as z from 'zod';

import { AnalysisName } from './analysis-name.js';

/** How one analysis went. */
export const AnalysisOutcome = z
  .object({
    status: z.enum(['success', 'degraded', 'skipped', 'failed']),
    analysis_method: z
      .enum(['llm_instructor', 'pattern_matching'])
      .nullable()
      .describe('How the result was reached; null when there is none.'),
    model: z.string().nullable().describe('The language model that answered; null on the offline path.'),
    reason: z.string().nullable().describe('Why it was degraded, skipped or failed; null on success.'),
    limitations: z.array(z.string()).describe('What the method could not see, for people to read.'),
    attempts: z.int().min(0).describe('Calls made to a language model, failed ones too.'),
    usage: z
      .object({ prompt_tokens: z.int().min(0), completion_tokens: z.int().min(0), total_tokens: z.int().min(0) })
      .nullable()
      .describe('Tokens of all calls; null when none was reported.'),
    cost_usd: z.number().min(0).describe('Price of the calls, in US dollars, as far as the provider reports it.'),
    dropped_quotes: z.int().min(0).describe('Quotations of the model that are not in the text and are not shown.'),
    duration_ms: z.number().min(0).describe('Wall time, in milliseconds.'),
  })
  .meta({ id: 'AnalysisOutcome', title: 'Analysis outcome', description: 'How one analysis went.', version: '1.1.0' });
export type AnalysisOutcome = z.infer<typeof AnalysisOutcome>;

/** Everything found in one text, and how it was found. */
export const AnalysisReport = z
  .object({
    schema_version: z.literal('1.0').describe('Version of this form; a break raises the first number.'),
    status: z
      .enum(['success', 'degraded', 'skipped', 'failed'])
      .describe('degraded: something answers less well than configured, or is missing; skipped: nothing to analyse.'),
    reason: z.string().nullable().describe('Why the whole is not a success; null when it is.'),
    text: z
      .object({
        characters: z.int().min(0).describe('Length in UTF-16 code units.'),
        words: z.int().min(0),
        sentences: z.int().min(0),
        language: z.string().describe('ISO 639-1 code, or und when it cannot be told.'),
      })
      .describe('What was analysed.'),
    analysis: ComprehensiveAnalysis.nullable().describe('The results; null when there are none.'),
    routing: ContentRouting.nullable().describe('Kind of content and what to do with it; null when not asked for.'),
    overview: AnalysisOutcome.nullable().describe('How the summary and the insights of the analysis were written; null when there is none.'),
    outcomes: z.partialRecord(AnalysisName, AnalysisOutcome).describe('How each analysis that was asked for went.'),
    duration_ms: z.number().min(0).describe('Wall time of the whole, in milliseconds.'),
  })
  .meta({
    id: 'AnalysisReport',
    title: 'Analysis report',
    description: 'Everything found in one text, and how it was found.',
    version: '1.1.0',
  });
export type AnalysisReport = z.infer<typeof AnalysisReport>;
