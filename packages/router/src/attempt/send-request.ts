import { classify } from '../errors/classify.js';
import type { Failure, TimeLimit } from '../errors/failure.js';
import type { FlowRequest } from '../flow/flow-request.js';
import type { Runtime } from '../flow/runtime.js';
import { abortSignalOf, type StopSignal, type StopSource } from '../stop-signal.js';

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
export function transportRequest(request: FlowRequest, target: Target, admission: Admission, stop: StopSignal, onHeaders: (() => void) | undefined): TransportRequest {
  const { config } = target.deployment;
  const body: Record<string, unknown> = { ...target.params, ...admission.bounds, model: config.model };
  // The usage is needed for money and limits, whether or not the caller asked for it.
  if (request.isStream) {
    body.stream = true;
    if (config.streamUsage) body.stream_options = { ...(target.params.stream_options as object | undefined), include_usage: true };
  } else {
    delete body.stream;
  }
  return new Outgoing(request, target, body, stop, onHeaders);
}

/** A class, because a getter in a literal would make a hidden class for each request. */
class Outgoing implements TransportRequest {
  readonly kind: TransportRequest['kind'];
  readonly deployment: TransportRequest['deployment'];
  readonly key: TransportRequest['key'];
  readonly headers: TransportRequest['headers'];
  readonly baseURL: TransportRequest['baseURL'];
  readonly body: TransportRequest['body'];
  readonly stop: StopSignal;
  readonly onHeaders: TransportRequest['onHeaders'];
  #signal: AbortSignal | undefined;

  constructor({ kind, options }: FlowRequest, { deployment, key }: Target, body: TransportRequest['body'], stop: StopSignal, onHeaders: TransportRequest['onHeaders']) {
    this.kind = kind;
    this.deployment = deployment;
    this.key = key;
    this.headers = options.headers;
    this.baseURL = options.baseURL;
    this.body = body;
    this.stop = stop;
    this.onHeaders = onHeaders;
  }

  get signal(): AbortSignal {
    return (this.#signal ??= abortSignalOf(this.stop));
  }
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
  attempt: StopSource,
  send: (onHeaders: (() => void) | undefined) => Promise<T>,
): Promise<Watched<T>> {
  return new Promise((resolve) => {
    const { ms, limit } = attemptLimit(request, target);
    const headersMs = request.rules.timeouts.headers;
    let hasHeaders = headersMs === undefined || headersMs >= ms;
    let isOver = false;
    const finish = (outcome: Watched<T>): void => {
      if (isOver) return;
      isOver = true;
      clock.clearTimeout(timer);
      unlisten();
      unrace?.();
      resolve(outcome);
    };
    const giveUp = (failure: Failure): void => {
      finish({ failure });
      attempt.abort();
    };
    const onLate = (): void => { giveUp(timedOut(limit, ms, target)); };
    // One timer for both limits: nearly every answer is there before the first of them.
    let timer = hasHeaders ? clock.setTimeout(onLate, ms) : clock.setTimeout(() => {
      if (hasHeaders) timer = clock.setTimeout(onLate, ms - headersMs!);
      else giveUp(timedOut('timeouts.headers', headersMs!, target));
    }, headersMs!);
    const unlisten = request.scope.onStop(giveUp);
    const unrace = target.race?.onLost(giveUp);
    const onHeaders = hasHeaders ? undefined : () => { hasHeaders = true; };
    const onError = (error: unknown): void => { finish({ failure: classify(error, clock.now(), target.key.secret?.reveal()) }); };
    try {
      send(onHeaders).then((value) => { finish({ value }); }, onError);
    } catch (error) {
      // A transport of the caller's own may throw before it has a promise.
      onError(error);
    }
  });
}
