import * as z from 'zod';

const offset = z.int().min(0).optional();

/** An annotated text: a line of a file of annotated texts. Further fields are allowed and not read. */
export const GoldItem = z.object({
  id: z.string().min(1).describe('Stable name of the text.'),
  source: z.string().min(1).describe('The annotated set it belongs to.'),
  text: z.string().describe('The text itself.'),
  labels: z
    .array(z.object({ type: z.string().nullable(), start: offset, end: offset }))
    .describe('Its fallacies; several over one passage are alternatives, and type null among them means that it may be left out. Offsets are UTF-16 code units, the end exclusive.'),
  native: z.array(z.string()).optional().describe("The labels in the set's own names."),
});
export type GoldItem = z.infer<typeof GoldItem>;

/** What a method says of a text: a line of a file of predictions. Further fields are allowed and not read. */
export const Prediction = z.object({
  id: z.string().min(1).describe('The text it is about.'),
  labels: z
    .array(z.object({ type: z.string().nullable(), start: offset, end: offset, confidence: z.number().min(0).max(1).optional() }))
    .default([])
    .describe('What was found; empty when nothing was.'),
  score: z.number().optional().describe('How likely the text holds any fallacy, 0 to 1.'),
  ranked: z.array(z.string()).optional().describe('All types, the likeliest first: what it would be called if it had to be called something.'),
});
export type Prediction = z.infer<typeof Prediction>;
