import type { TimerHandle } from '../clock.js';
import { classify } from '../errors/classify.js';
import type { Failure, TimeLimit } from '../errors/failure.js';
import type { FlowRequest } from '../flow/flow-request.js';
import type { Runtime } from '../flow/runtime.js';

import type { Admission } from './admit.js';
import type { Target } from './target.js';
import type { TransportRequest } from './transport.js';

/** The limit that bounds an attempt until its answer, or its first content, is there. */
export function attemptLimit({ rules, isStream }: FlowRequest, { deployment }: Target): { readonly ms: number; readonly limit: TimeLimit } {
  const own = deployment.config.timeout;
  const first = own === undefined ? { ms: rules.timeouts.attempt, limit: 'timeouts.attempt' as const } : { ms: own, limit: 'deployment.timeout' as const };
  const ttft = rules.timeouts.ttft;
  return isStream && ttft !== undefined && ttft < first.ms ? { ms: ttft, limit: 'timeouts.ttft' } : first;
}

/** A timeout as a failure. */
export function timedOut(limit: TimeLimit, ms: number, { deployment }: Target): Failure {
  return { class: 'timeout', limit, message: `The deployment "${deployment.id}" did not answer within ${limit} (${ms} ms).` };
}

/** The request as the transport gets it. */
export function transportRequest(request: FlowRequest, target: Target, admission: Admission, signal: AbortSignal, onHeaders: (() => void) | undefined): TransportRequest {
  const { config } = target.deployment;
  const body: Record<string, unknown> = { ...target.params, ...admission.bounds, model: config.model };
  // The usage is needed for money and limits, whether or not the caller asked for it.
  if (request.isStream) {
    body.stream = true;
    if (config.streamUsage) body.stream_options = { ...(target.params.stream_options as object | undefined), include_usage: true };
  } else {
    delete body.stream;
  }
  return { kind: request.kind, deployment: target.deployment, key: target.key, body, headers: request.options.headers, baseURL: request.options.baseURL, signal, onHeaders };
}

/** What came of an attempt. */
export type Watched<T> = { readonly value: T } | { readonly failure: Failure };

/**
 * Runs `send` under the limits of an attempt. Whatever ends it first decides; an answer that
 * comes later is dropped, and nothing is left to reject unseen.
 */
export function underLimits<T>(
  { clock }: Runtime,
  request: FlowRequest,
  target: Target,
  controller: AbortController,
  send: (onHeaders: (() => void) | undefined) => Promise<T>,
): Promise<Watched<T>> {
  return new Promise((resolve) => {
    const { ms, limit } = attemptLimit(request, target);
    const headersMs = request.rules.timeouts.headers;
    let headersTimer: TimerHandle;
    let isOver = false;
    const finish = (outcome: Watched<T>): void => {
      if (isOver) return;
      isOver = true;
      clock.clearTimeout(timer);
      if (headersTimer !== undefined) clock.clearTimeout(headersTimer);
      unlisten();
      unrace?.();
      resolve(outcome);
    };
    const giveUp = (failure: Failure): void => {
      finish({ failure });
      controller.abort();
    };
    const timer = clock.setTimeout(() => { giveUp(timedOut(limit, ms, target)); }, ms);
    if (headersMs !== undefined) headersTimer = clock.setTimeout(() => { giveUp(timedOut('timeouts.headers', headersMs, target)); }, headersMs);
    const unlisten = request.scope.onStop(giveUp);
    const unrace = target.race?.onLost(giveUp);
    const onHeaders = headersMs === undefined ? undefined : () => { clock.clearTimeout(headersTimer); };
    const onError = (error: unknown): void => { finish({ failure: classify(error, clock.now(), target.key.secret?.reveal()) }); };
    try {
      send(onHeaders).then((value) => { finish({ value }); }, onError);
    } catch (error) {
      // A transport of the caller's own may throw before it has a promise.
      onError(error);
    }
  });
}
