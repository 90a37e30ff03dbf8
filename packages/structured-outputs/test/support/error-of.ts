import { StructuredOutputError } from '../../src/index.js';

/** The structured error that a promise rejects with. */
export async function errorOf(promise: Promise<unknown>): Promise<StructuredOutputError> {
  const outcome: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (StructuredOutputError.is(outcome)) return outcome;
  throw new Error('expected a structured error', { cause: outcome });
}
