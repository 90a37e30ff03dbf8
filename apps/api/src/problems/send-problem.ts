import type { FastifyReply, FastifyRequest } from 'fastify';

import { lingerForRest } from '../http/linger-for-rest.js';
import { NO_STORE, REQUEST_ID_HEADER } from '../http/common-headers.js';
import { TRACE_ID_HEADER } from '../telemetry/trace-headers.js';
import type { ApiError } from './api-error.js';
import { problemOf, PROBLEM_MEDIA_TYPE } from './problem.js';

/** Answers a request with a problem. */
export function sendProblem(error: ApiError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // From the header: where a body could not be read, the span is out of sight.
  const traceId = reply.getHeader(TRACE_ID_HEADER);
  const problem = problemOf(error, request.id, typeof traceId === 'string' ? traceId : undefined);
  lingerForRest(request.raw, reply);
  return reply
    .code(problem.status)
    .headers({ [REQUEST_ID_HEADER]: request.id, ...NO_STORE, ...error.headers })
    .type(PROBLEM_MEDIA_TYPE)
    .send(JSON.stringify(problem));
}
