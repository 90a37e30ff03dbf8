import * as z from 'zod';

/** An exact number, or inclusive borders. At least one border must be there, or the check could not fail. */
export const Amount = z.union([
  z.number(),
  z.strictObject({ min: z.number().optional(), max: z.number().optional() }).refine(({ min, max }) => min !== undefined || max !== undefined, 'min or max is needed'),
]);

/** {@link Amount} as read. */
export type Amount = z.infer<typeof Amount>;

/** Amounts by a name: a deployment, a status, a budget. */
export const Amounts = z.record(z.string(), Amount);
