import { isLogfireEnabled } from '@discord-intelligence/observability';

import type { RequestKind } from '../attempt/transport.js';
import { RouterError } from '../errors/router-error.js';
import type { ExperimentRecord } from '../health/experiment-record.js';
import { traceRequest } from '../trace/telemetry.js';

import type { Order } from './execute.js';
import type { RequestOptions } from './request-options.js';
import { resolveStart } from './resolve-start.js';
import type { Plan, Runtime } from './runtime.js';

/** What orders need besides the runtime. */
export interface CreateOrdersOptions {
  readonly experiments: ExperimentRecord;
  readonly countTokens: (params: Readonly<Record<string, unknown>>, options: RequestOptions) => number;
  /** Called when the last request of a plan is over. */
  readonly onIdle: (plan: Plan) => void;
}

/** Opens a request: from here on it counts, and its end will be told once. */
export type BeginOrder = (runtime: Runtime, kind: RequestKind, params: Readonly<Record<string, unknown>>, options: RequestOptions) => Order;

/**
 * Numbers requests and keeps what begins and ends with them.
 * What it returns throws {@link RouterError} for a request that cannot be served at all.
 */
export function createOrders({ experiments, countTokens, onIdle }: CreateOrdersOptions): BeginOrder {
  // Unique across processes, because budgets know attempts by these ids.
  const prefix = crypto.randomUUID();
  let count = 0;

  return (runtime, kind, params, options) => {
    const { plan, hooks, retryBudget, hedgeBucket } = runtime;
    const start = resolveStart(runtime, kind, params, options);
    if ('failure' in start) throw new RouterError(start.failure);
    const index = count++;
    const id = `${prefix}-${index.toString(36)}`;
    const event = { requestId: id, kind, model: String(params.model), isStream: params.stream === true };
    let tokens: number | undefined;
    let isOver = false;

    plan.inFlight += 1;
    retryBudget.request();
    if (start.rules.hedge) hedgeBucket.request(start.rules.hedge.maxExtra);
    hooks('onRequestStart', event);
    const telemetry = isLogfireEnabled() ? traceRequest(runtime, { kind, options, start }) : undefined;
    return {
      kind,
      params,
      options,
      start,
      signal: options.signal,
      id,
      index,
      isMiss: false,
      telemetry,
      promptTokens: () => (tokens ??= countTokens(params, options)),
      onEnd(meta, error) {
        if (isOver) return;
        isOver = true;
        plan.inFlight -= 1;
        if (plan.inFlight === 0) onIdle(plan);
        experiments.add(meta, error !== undefined);
        telemetry?.end(meta, error);
        hooks('onRequestEnd', { meta, ...(error && { error }), ...event });
      },
    };
  };
}
