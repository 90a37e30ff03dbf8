import * as z from 'zod';

/** A passage of the analysed text: offsets in UTF-16 code units, `end` exclusive, as `String.prototype.slice` takes them. */
export const Span = z
  .object({
    start: z.int().min(0).describe('Offset of the first UTF-16 code unit.'),
    end: z.int().min(1).describe('Offset after the last UTF-16 code unit.'),
  })
  .refine((span) => span.end > span.start, { path: ['end'], message: 'end must be greater than start' })
  .meta({
    id: 'Span',
    title: 'Span',
    description: 'A passage of the analysed text, in UTF-16 code units, end exclusive.',
    version: '1.0.0',
  });
export type Span = z.infer<typeof Span>;
