import type { FastifyReply, FastifyRequest } from 'fastify';

import { lingerForRest } from '../http/linger-for-rest.js';
import { NO_STORE, REQUEST_ID_HEADER } from '../http/common-headers.js';
import type { ApiError } from './api-error.js';
import { problemOf, PROBLEM_MEDIA_TYPE } from './problem.js';

/** Answers a request with a problem. */
export function sendProblem(error: ApiError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request.id);
  lingerForRest(request.raw, reply);
  return reply
    .code(problem.status)
    .headers({ [REQUEST_ID_HEADER]: request.id, ...NO_STORE, ...error.headers })
    .type(PROBLEM_MEDIA_TYPE)
    .send(JSON.stringify(problem));
}
