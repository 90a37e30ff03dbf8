import * as z from 'zod';

import type { Schema } from '../read/validate.js';

/** The schema that {@link maybe} makes. */
export type Maybe<S extends Schema> = z.ZodObject<{ result: z.ZodNullable<S>; error: z.ZodBoolean; message: z.ZodNullable<z.ZodString> }>;

/**
 * A schema that lets the model say that there is nothing to find, in place of
 * making something up.
 */
export function maybe<S extends Schema>(schema: S): Maybe<S> {
  return z.object({
    result: z.nullable(schema).describe('What was asked for; null when the text does not hold it'),
    error: z.boolean().describe('Whether it could not be found'),
    message: z.string().nullable().describe('Why it could not be found, in one sentence; otherwise null'),
  });
}
