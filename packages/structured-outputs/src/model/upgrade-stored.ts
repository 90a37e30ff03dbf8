import { SchemaUnsupportedError, ValidationFailedError } from '../errors/errors.js';
import { publicIssues } from '../errors/public-issues.js';
import { createValidator, type Schema } from '../read/validate.js';
import { wireSchemaOf } from '../wire/wire-schema.js';

import type { ResponseModel } from './response-model.js';

import type * as z from 'zod';

/** Stored data brought up to date. */
export interface Upgraded<Data> {
  readonly data: Data;
  /** Versions whose migrations ran, in order. */
  readonly applied: readonly number[];
}

/**
 * Brings data that was stored under an earlier version of a response model up
 * to its present one, step by step, and validates the outcome.
 *
 * @param version - The version that the data was stored under.
 * @throws {SchemaUnsupportedError} When a step is missing, or the data is newer than the model.
 * @throws {ValidationFailedError} When the outcome does not fit the schema.
 */
export async function upgradeStored<S extends Schema>(model: ResponseModel<S>, stored: unknown, version: number): Promise<Upgraded<z.output<S>>> {
  const present = model.version ?? 1;
  if (!Number.isInteger(version) || version < 1 || version > present) {
    throw new SchemaUnsupportedError({ kind: 'schema', message: `stored data of version ${version} does not fit a response model of version ${present}` });
  }
  const applied: number[] = [];
  let data = stored;
  for (let step = version; step < present; step++) {
    const migrate = model.migrations?.[step];
    if (!migrate) throw new SchemaUnsupportedError({ kind: 'schema', message: `the response model has no migration from version ${step} to ${step + 1}` });
    data = migrate(data);
    applied.push(step);
  }
  const verdict = await createValidator(model.schema)(data);
  if (!verdict.isValid) {
    throw new ValidationFailedError({ kind: 'validation', message: 'stored data does not fit the schema after its migrations', issues: publicIssues(verdict.issues, wireSchemaOf(model.schema)) });
  }
  // What the schema's own validator gave is its output.
  return { data: verdict.data as z.output<S>, applied };
}
