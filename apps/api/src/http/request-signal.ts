import type { ServerResponse } from 'node:http';

import { ApiError } from '../problems/api-error.js';

/**
 * A signal that aborts when the caller hangs up, or when the answer is not out
 * after `timeoutMs` (with an `analysis-timeout` as the reason).
 *
 * Fastify's `request.signal` is not used: on Node 20 it aborts as soon as the
 * body has been read, caller or no caller.
 */
export function requestSignal(response: ServerResponse, timeoutMs: number): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new ApiError('analysis-timeout', { headers: { 'retry-after': '10' } }));
  }, timeoutMs).unref();
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
