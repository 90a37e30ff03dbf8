import { ANALYSIS_NAMES, AnalysisName } from '@discord-intelligence/pipeline';
import * as z from 'zod';

/** Longest title and description that are read, in UTF-16 code units. */
const MAX_TITLE = 1_000;
const MAX_DESCRIPTION = 20_000;

/** Names of analyses. The list is counted before its items are looked at, so that a long one costs nothing. */
const Only = z
  .array(z.unknown())
  .min(1, 'Name at least one analysis, or leave the field out for all of them')
  .max(ANALYSIS_NAMES.length, `There are ${ANALYSIS_NAMES.length} analyses: name at most as many`)
  .pipe(z.array(AnalysisName))
  .describe('Analyses to run; all of them when left out.');

/** A text to analyse. */
export const TextRequest = z
  .strictObject({
    text: z.string().describe('The text to analyse. An empty one is answered with the status "skipped".'),
    title: z.string().max(MAX_TITLE).exactOptional().describe('Title of the source, which helps the routing.'),
    description: z.string().max(MAX_DESCRIPTION).exactOptional().describe('Description of the source, which helps the routing.'),
  })
  .meta({ id: 'TextRequest', title: 'Text', description: 'A text to analyse.' });

/** A text and what to analyse of it. */
export const AnalyzeRequest = TextRequest.extend({
  // zod cannot see through the pipe, so the document is told what the items are.
  only: Only.meta({ items: z.toJSONSchema(AnalysisName, { override: withoutSchemaMark }) }).optional(),
}).meta({ id: 'AnalyzeRequest', title: 'Analysis request', description: 'A text and what to analyse of it.' });

/** The parameters of `/v1/analyze`; with a plain-text body there is no other place for them. */
export const AnalyzeQuery = z.strictObject({
  only: z
    .string('Give "only" once, with commas between the analyses')
    .max(200)
    .transform((names): unknown[] => names.split(',').map((name) => name.trim()))
    .pipe(Only)
    .optional()
    .describe(`Analyses to run, with commas between them (${ANALYSIS_NAMES.join(',')}); all of them when left out.`),
});

/** No parameters. */
export const NoQuery = z.strictObject({});

function withoutSchemaMark({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  delete jsonSchema.$schema;
}
