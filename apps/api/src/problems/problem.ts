import * as z from 'zod';

import type { ApiError } from './api-error.js';
import { PROBLEM_KINDS } from './problem-kinds.js';

/** Media type of every error answer (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** One thing that is wrong with a request. */
export const ProblemField = z.object({
  pointer: z.string().optional().describe('JSON pointer (RFC 6901) to the field in the body; "" is the body itself.'),
  parameter: z.string().optional().describe('Name of the query parameter.'),
  detail: z.string().describe('What is wrong with it.'),
});
export type ProblemField = z.infer<typeof ProblemField>;

/** The body of every error answer: problem details as RFC 9457 has them. */
export const Problem = z
  .object({
    type: z.string().describe('Relative reference that names the kind of problem and leads to a description of it.'),
    title: z.string().describe('The kind of problem, in words.'),
    status: z.int().min(400).max(599).describe('The HTTP status.'),
    detail: z.string().optional().describe('What happened this time. Never holds text of the request.'),
    instance: z.string().describe('The request id, also in the X-Request-Id header and in the log of the server.'),
    trace_id: z.string().optional().describe('The trace of the request, also in the Trace-Id header; only where the server has telemetry on.'),
    errors: z.array(ProblemField).optional().describe('Each thing that is wrong, the first ones when there are many.'),
  })
  .meta({ id: 'Problem', title: 'Problem', description: 'What went wrong, as RFC 9457 tells it.' });
export type Problem = z.infer<typeof Problem>;

/** The problem details of an error. */
export function problemOf({ kind, detail, fields }: ApiError, requestId: string, traceId?: string): Problem {
  const { status, title } = PROBLEM_KINDS[kind];
  return {
    type: `/problems/${kind}`,
    title,
    status,
    ...(detail !== undefined && { detail }),
    instance: requestId,
    ...(traceId !== undefined && { trace_id: traceId }),
    ...(fields !== undefined && { errors: [...fields] }),
  };
}
