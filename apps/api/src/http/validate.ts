import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';

import { ApiError } from '../problems/api-error.js';
import type { ProblemField } from '../problems/problem.js';

/** Most wrong fields that one answer names. */
const MAX_FIELDS = 20;
/** Longest name of a field that an answer repeats, in UTF-16 code units. */
const MAX_NAME_LENGTH = 64;

/** Holds the parts of a request to their zod schemas; what does not fit is one `invalid-request` with every field. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data: unknown) => {
    // Fastify gives null for a body that is not there.
    if (httpPart === 'body' && data === null) return { error: new ApiError('missing-body') };
    const parsed = schema.safeParse(data);
    if (parsed.success) return { value: parsed.data };
    return { error: invalidRequest(fieldsOf(parsed.error.issues, httpPart === 'body')) };
  };
};

/** The answer to a request with fields that do not fit. */
export function invalidRequest(fields: readonly ProblemField[]): ApiError {
  const [first] = fields;
  const place = first?.parameter ?? first?.pointer ?? '';
  const more = fields.length > 1 ? ` (and ${fields.length - 1} more)` : '';
  return new ApiError('invalid-request', { detail: `${place === '' ? 'body' : place}: ${first?.detail ?? ''}${more}`, fields });
}

function fieldsOf(issues: readonly z.core.$ZodIssue[], isBody: boolean): ProblemField[] {
  const fields: ProblemField[] = [];
  for (const issue of issues) {
    // One issue names all unknown fields; each one gets its own line.
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    for (const name of names) {
      if (fields.length === MAX_FIELDS) return fields;
      const path = name === undefined ? issue.path : [...issue.path, name];
      fields.push({ ...placeOf(path, isBody), detail: name === undefined ? issue.message : 'Unknown field' });
    }
  }
  return fields;
}

function placeOf(path: readonly PropertyKey[], isBody: boolean): Pick<ProblemField, 'pointer' | 'parameter'> {
  const names = path.map((name) => shorten(String(name)));
  if (!isBody) return { parameter: names[0] ?? '' };
  return { pointer: names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') };
}

function shorten(name: string): string {
  return name.length <= MAX_NAME_LENGTH ? name : `${name.slice(0, MAX_NAME_LENGTH - 1)}…`;
}
