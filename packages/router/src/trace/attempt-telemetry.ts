import { LLM, llmInputOf, llmOutputOf, llmRequestOf, llmResponseOf, type LlmUsage, metrics, providerName, type ServerPlace, startLlmSpan, withhold } from '@discord-intelligence/observability';

import type { StreamProgress } from '../attempt/stream-progress.js';
import type { AttemptReason, Target } from '../attempt/target.js';
import type { Answer, Chunk, RequestKind } from '../attempt/transport.js';
import { nanoToUsd } from '../budget/nano-usd.js';
import type { Failure } from '../errors/failure.js';
import type { FlowRequest } from '../flow/flow-request.js';
import type { TokenUsage } from '../prices/token-usage.js';

import type { AttemptRecord } from './attempt-record.js';
import { isOwnWords } from './own-words.js';

/** What telemetry hears of one attempt: one request to a provider. */
export interface AttemptTelemetry {
  /** Runs the sending inside of its span, and without a `traceparent`. */
  run<T>(send: () => T): T;
  /** The whole answer is here. */
  answered(answer: Answer): void;
  /** Hears what a stream brings. */
  watch(progress: StreamProgress): StreamProgress;
  /** The books of the attempt are closed. */
  end(record: AttemptRecord, failure: Failure | undefined): void;
}

/** What is known when an attempt leaves. */
export interface LeavingAttempt {
  readonly request: FlowRequest;
  readonly target: Target;
  readonly kind: RequestKind;
  readonly route: string;
  /** 1 for the first of the request. */
  readonly number: number;
  readonly place: ServerPlace;
}

const NAMES = LLM.router;

/** Which counter an attempt that is not the first one belongs to. */
const COUNTERS: Readonly<Partial<Record<AttemptReason, 'retries' | 'fallbacks'>>> = { retry: 'retries', sibling: 'retries', 'rotate-key': 'retries', fallback: 'fallbacks', continuation: 'fallbacks' };

/** Begins the span of an attempt, `chat {model}` or `embeddings {model}`, below the one that is active. */
export function traceAttempt({ request, target, kind, route, number, place }: LeavingAttempt): AttemptTelemetry {
  const { deployment, params, reason } = target;
  const { model } = deployment.config;
  const provider = providerName(deployment.config.provider);
  const labels = { provider, model, route };
  const span = startLlmSpan({ ...llmRequestOf(params), ...place, operation: kind, provider, model, isStream: request.isStream, route, attempt: number });
  span.setAttributes({ [NAMES.deployment]: deployment.id, [NAMES.attemptReason]: reason });
  if (kind === 'chat') span.setContent(llmInputOf(params));
  metrics.router.inflight.add(1, labels);
  const counter = COUNTERS[reason];
  if (counter !== undefined) metrics.router[counter].add(1, { ...labels, reason: whyAgain(request) });
  let streamed: StreamProgress | undefined;

  return {
    run: (send) => span.run(send),
    answered(answer) {
      span.setResponse(llmResponseOf(answer));
      span.setContent(llmOutputOf(answer));
    },
    watch(progress) {
      streamed = progress;
      let isTold = false;
      // Its getters know their own state, whatever they are called on.
      return Object.create(progress, {
        observe: {
          value(chunk: Chunk) {
            span.chunk();
            if (!isTold) span.setResponse(llmResponseOf({ id: chunk.id, model: chunk.model }));
            isTold = true;
            progress.observe(chunk);
          },
        },
      }) as StreamProgress;
    },
    end(record, failure) {
      const { usage, usageEstimated, costNanoUsd } = record;
      span.setResponse({
        ...(usage && usageEstimated !== true && { usage: usageOf(usage, kind) }),
        // What took nothing was not free: nobody was asked to pay.
        ...(usage && costNanoUsd !== undefined && { costUsd: nanoToUsd(costNanoUsd) }),
        ...(streamed?.finishReason !== undefined && { finishReasons: [streamed.finishReason] }),
      });
      if (streamed?.hasContent === true) span.setContent({ output: [{ role: 'assistant', content: streamed.text() }] });
      metrics.router.inflight.add(-1, labels);
      metrics.router.attempts.add(1, { ...labels, outcome: record.outcome });
      if (failure?.class === 'rate_limit') metrics.router.rateLimited.add(1, labels);
      span.end(failure && toldOf(failure));
    },
  };
}

/** `send`, inside of the span of its attempt if there is one. */
export function insideOf<Args extends readonly unknown[], T>(trace: AttemptTelemetry | undefined, send: (...args: Args) => T): (...args: Args) => T {
  return trace ? (...args) => trace.run(() => send(...args)) : send;
}

/** A failure as a span may tell it: its class, and its message as far as it is ours. */
function toldOf(failure: Failure): object {
  const told = { name: 'RouterError', code: failure.class, message: failure.message };
  if (!isOwnWords(failure.class)) withhold(told);
  return told;
}

/** The failure that led to another attempt. */
function whyAgain({ trace }: FlowRequest): string {
  const last = trace.findLast(({ kind }) => kind === 'fallback' || kind === 'fail' || kind === 'soft-budget' || kind === 'continue');
  return last?.kind === 'soft-budget' ? 'soft_budget' : (last?.reason ?? 'unknown');
}

function usageOf({ promptTokens, completionTokens, cachedTokens, cacheWriteTokens, reasoningTokens }: TokenUsage, kind: RequestKind): LlmUsage {
  return {
    inputTokens: promptTokens,
    ...(kind === 'chat' && { outputTokens: completionTokens }),
    ...(cachedTokens !== undefined && { cacheReadTokens: cachedTokens }),
    ...(cacheWriteTokens !== undefined && { cacheWriteTokens }),
    ...(reasoningTokens !== undefined && { reasoningTokens }),
  };
}
