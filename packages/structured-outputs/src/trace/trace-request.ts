import { LLM, llmInputOf, llmOutputOf, llmRequestOf, llmResponseOf, providerAt, serverPlaceOf, startLlmSpan, tracesItself } from '@discord-intelligence/observability';

import type { Completion } from '../client/completion.js';
import type { Call } from '../engine/call.js';
import { CallStop } from '../engine/call-stop.js';
import type { Plan } from '../engine/plan.js';
import { StructuredOutputError } from '../errors/structured-output-error.js';
import { statusOf } from '../limits/backoff.js';
import { ScopeStop } from '../limits/scope.js';
import { usageOf } from '../limits/usage.js';

/** The span of one request to a model. */
export interface RequestTrace {
  /** Runs the sending inside of it. */
  run<T>(send: () => T): T;
  /** A part of a stream came, now. */
  chunk(): void;
  answered(completion: Completion): void;
  failed(error: unknown): void;
}

const MAX_CAUSES = 5;
const NETWORK_CODE = /^[A-Z][A-Z0-9_]{2,63}$/;

/**
 * Begins the span of one request (`chat {model}`): of one attempt there can be several, when the provider fails or cannot
 * be asked in one way. `undefined` for a client that makes such spans by itself, as a router does.
 */
export function traceRequest(call: Call, plan: Plan, request: Readonly<Record<string, unknown>>, attempt: number): RequestTrace | undefined {
  const { wrapped, pricing } = call.client;
  if (tracesItself(wrapped)) return undefined;
  const { baseURL } = wrapped as { readonly baseURL?: unknown };
  const address = typeof baseURL === 'string' ? baseURL : undefined;
  const span = startLlmSpan({ ...llmRequestOf(request), provider: providerAt(address), ...serverPlaceOf(address), model: plan.model, outputType: 'json' });
  span.setAttribute(LLM.structured.attempt, attempt);
  span.setContent(llmInputOf(request));
  return {
    run: (send) => span.run(send),
    chunk: () => { span.chunk(); },
    answered(completion) {
      span.setResponse({ ...llmResponseOf(completion), ...costOf(() => usageOf(completion, plan.model, pricing)?.cost_usd) });
      span.setContent(llmOutputOf(completion));
      span.end(hasError(completion) ? new CallStop('transport', 'the provider answered with an error in place of a completion') : undefined);
    },
    failed: (error) => { span.end(toldOf(error)); },
  };
}

/** Prices are told by a function of the caller's, which may throw: that shows where the call itself asks it. */
function costOf(find: () => number | undefined): { readonly costUsd?: number } {
  try {
    const costUsd = find();
    return costUsd === undefined ? {} : { costUsd };
  } catch {
    return {};
  }
}

/** Some gateways answer status 200 with an error inside; what comes over the wire may even be no object. */
function hasError(completion: Completion | null | undefined): boolean {
  return completion?.error !== undefined && completion.error !== null;
}

/** The error as a span may tell it: our own words, or a provider's with its status, which telemetry withholds. */
function toldOf(error: unknown): unknown {
  if (error instanceof ScopeStop || error instanceof CallStop || StructuredOutputError.is(error) || statusOf(error) !== undefined) return error;
  const name = error instanceof Error ? error.name : 'Error';
  return { name, code: networkCodeOf(error), message: 'the request failed without an answer' };
}

/** What Node says of a broken connection, which SDKs hide among the causes. */
function networkCodeOf(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < MAX_CAUSES && typeof current === 'object' && current !== null; depth += 1) {
    const { code, cause } = current as { readonly code?: unknown; readonly cause?: unknown };
    if (typeof code === 'string' && NETWORK_CODE.test(code)) return code;
    current = cause;
  }
  return undefined;
}
