import type { z } from 'zod';

/** An answer in the schema of a route, with the words that its schema alone cannot say there. */
export interface JsonAnswer<Schema extends z.ZodType> {
  readonly description: string;
  readonly content: { readonly 'application/json': { readonly schema: Schema } };
}

/** Describes an answer that is JSON. */
export function jsonAnswer<Schema extends z.ZodType>(description: string, schema: Schema): JsonAnswer<Schema> {
  return { description, content: { 'application/json': { schema } } };
}
