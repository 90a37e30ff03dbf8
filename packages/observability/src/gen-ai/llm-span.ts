import { providerErrorTypeOf } from '../error-type.js';
import type { LogfireSpan, ManualSpan } from '../logfire-span.js';
import { COMMON } from '../names/attributes.js';
import { GEN_AI } from '../names/gen-ai.js';
import { NOOP_SPAN } from '../noop-span.js';
import type { Runtime } from '../runtime.js';
import { slot } from '../slot.js';
import { whenSettled } from '../when-settled.js';
import { requestAttributes, responseAttributes } from './call-attributes.js';
import { setContent } from './content.js';
import type { LlmContent, LlmRequest, LlmResponse } from './llm-request.js';
import { recordCall } from './record-call.js';

/** The span of one call to a model. */
export interface LlmSpan extends LogfireSpan {
  /** What the model answered; can be told in parts, the last word counts. */
  setResponse(response: LlmResponse): void;
  /** Prompts and answers, of which as much is kept as the setup's `captureContent` allows. */
  setContent(content: LlmContent): void;
  /** Says that a part of a streamed answer came, now. */
  chunk(): void;
}

/** One that its maker ends. */
export interface ManualLlmSpan extends LlmSpan, ManualSpan {}

const ignore = () => undefined;
const NOOP_LLM_SPAN: ManualLlmSpan = Object.freeze({ ...NOOP_SPAN, setResponse: ignore, setContent: ignore, chunk: ignore });

/**
 * Runs one call to a model in a CLIENT span named `{operation} {model}`, by the GenAI conventions, and measures its
 * time, tokens and cost. Inside, outgoing calls carry no `traceparent`: the provider is a stranger. What a provider says
 * in an error is not recorded unless content is captured in full, since it may quote the prompt.
 *
 * @example
 * const reply = await llmSpan({ provider: 'openai', model: 'gpt-x' }, async (call) => {
 *   const reply = await client.chat.completions.create(params);
 *   call.setResponse({ model: reply.model, usage: { inputTokens: reply.usage?.prompt_tokens } });
 *   return reply;
 * });
 */
export function llmSpan<T>(request: LlmRequest, fn: (span: LlmSpan) => T): T {
  const { runtime } = slot;
  if (runtime === undefined) return fn(NOOP_LLM_SPAN);
  const call = begin(runtime, request);
  let result: T;
  try {
    result = call.run(() => fn(call));
  } catch (error) {
    call.fail(error);
    throw error;
  }
  return whenSettled(result, () => { call.end(); }, (error) => { call.fail(error); });
}

/** Begins the span of a call that the caller ends, such as of a stream. */
export function startLlmSpan(request: LlmRequest): ManualLlmSpan {
  const { runtime } = slot;
  return runtime === undefined ? NOOP_LLM_SPAN : begin(runtime, request);
}

interface Call extends ManualLlmSpan {
  fail(error: unknown): void;
}

function begin(runtime: Runtime, request: LlmRequest): Call {
  const { operation = 'chat', provider, model } = request;
  const span = runtime.startSpan(`${operation} ${model}`, requestAttributes(request), { kind: 'client', withoutTraceparent: true });
  const startedAt = performance.now();
  let response: LlmResponse = {};
  let firstChunkAt: number | undefined;
  let lastChunkAt: number | undefined;
  const gaps: number[] = [];
  let isEnded = false;

  const finish = (error: unknown, hasFailed: boolean) => {
    if (isEnded) return;
    isEnded = true;
    const errorType = hasFailed ? providerErrorTypeOf(error) : undefined;
    if (hasFailed) {
      if (runtime.captureContent !== 'full' && hasStatus(error)) runtime.withhold(error);
      span.recordError(error ?? 'undefined');
      span.setAttribute(COMMON.errorType, errorType);
      if (request.isStream === true && firstChunkAt !== undefined && response.finishReasons === undefined) span.setAttribute(GEN_AI.response.finishReasons, ['error']);
    }
    recordCall(runtime, { operation, provider, model, request, response, errorType, seconds: (performance.now() - startedAt) / 1000, firstChunkSeconds: firstChunkAt, chunkGaps: gaps });
    span.end();
  };

  return {
    get traceId() { return span.traceId; },
    get spanId() { return span.spanId; },
    get isRecording() { return span.isRecording; },
    setAttribute: (key, value) => { span.setAttribute(key, value); },
    setAttributes: (attributes) => { span.setAttributes(attributes); },
    addEvent: (name, attributes) => { span.addEvent(name, attributes); },
    recordError: (error) => { span.recordError(error); },
    setLevel: (level) => { span.setLevel(level); },
    run: (fn) => span.run(fn),
    chunk() {
      const now = performance.now();
      if (firstChunkAt === undefined) {
        firstChunkAt = (now - startedAt) / 1000;
        span.setAttribute(GEN_AI.response.timeToFirstChunk, firstChunkAt);
      } else if (lastChunkAt !== undefined && gaps.length < MOST_GAPS) gaps.push((now - lastChunkAt) / 1000);
      lastChunkAt = now;
    },
    setResponse(given) {
      response = { ...response, ...given, ...((response.usage ?? given.usage) && { usage: { ...response.usage, ...given.usage } }) };
      span.setAttributes(responseAttributes(given, runtime.emitsNewestNames));
    },
    setContent(content) { setContent(runtime, span, content); },
    fail(error) { finish(error, true); },
    end(error) { finish(error, error !== undefined); },
    [Symbol.dispose]() { finish(undefined, false); },
  };
}

/** Gaps between parts that are measured one by one. */
const MOST_GAPS = 2000;

/** An answer of a provider, and not a failure on the way to it. */
function hasStatus(error: unknown): boolean {
  try {
    return typeof error === 'object' && error !== null && typeof (error as { status?: unknown }).status === 'number';
  } catch {
    return true;
  }
}
