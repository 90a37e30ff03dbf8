import * as z from 'zod';
// By name: whoever takes the namespace takes it whole into a bundle, with zod's messages in fifty languages.
import { $ZodAsyncError } from 'zod/v4/core';

import { SchemaUnsupportedError } from '../errors/errors.js';

/** Any schema of zod 4, classic or mini. */
export type Schema = z.core.$ZodType;

/** What a schema says of a value. */
export type Verdict =
  | { readonly isValid: true; readonly data: unknown }
  | { readonly isValid: false; readonly issues: readonly z.core.$ZodIssue[] };

/** Judges a value; a promise only where the schema has rules that wait. */
export type Validator = (value: unknown) => Verdict | Promise<Verdict>;

/**
 * Makes the validator of a schema. It finds out by itself whether the schema
 * has asynchronous rules.
 *
 * @throws {SchemaUnsupportedError} From the validator, when the schema's own code throws: a bug that no answer can mend.
 */
export function createValidator(schema: Schema): Validator {
  let isAsync = false;
  const later = async (value: unknown): Promise<Verdict> => {
    try {
      return verdictOf(await z.safeParseAsync(schema, value));
    } catch (error) {
      return tooDeep(error) ?? raise(error);
    }
  };
  return (value) => {
    if (isAsync) return later(value);
    try {
      return verdictOf(z.safeParse(schema, value));
    } catch (error) {
      if (!(error instanceof $ZodAsyncError)) return tooDeep(error) ?? raise(error);
      isAsync = true;
      return later(value);
    }
  };
}

function verdictOf(result: z.ZodSafeParseResult<unknown>): Verdict {
  return result.success ? { isValid: true, data: result.data } : { isValid: false, issues: result.error.issues };
}

/** A value nested beyond the stack is the answer's fault, not the schema's. */
function tooDeep(error: unknown): Verdict | undefined {
  if (!(error instanceof RangeError)) return undefined;
  return { isValid: false, issues: [{ code: 'custom', path: [], message: 'The answer is nested too deeply', input: undefined }] };
}

function raise(cause: unknown): never {
  throw new SchemaUnsupportedError({ kind: 'schema', message: 'The schema itself threw while it judged an answer; see cause', cause });
}
