import { providerErrorTypeOf } from '../error-type.js';
import type { LogfireSpan, ManualSpan } from '../logfire-span.js';
import { COMMON } from '../names/attributes.js';
import { GEN_AI, LLM } from '../names/gen-ai.js';
import { NOOP_SPAN } from '../noop-span.js';
import type { Runtime } from '../runtime.js';
import { slot } from '../slot.js';
import { contentOf, textContentOf } from './content.js';
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
  if (!isThenable(result)) {
    call.end();
    return result;
  }
  return Promise.resolve(result).then(
    (value) => {
      call.end();
      return value;
    },
    (error: unknown) => {
      call.fail(error);
      throw error;
    },
  ) as T;
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

function requestAttributes(request: LlmRequest): Record<string, unknown> {
  const { operation = 'chat', provider, model, choiceCount } = request;
  const { request: names } = GEN_AI;
  return {
    [GEN_AI.operationName]: operation,
    [GEN_AI.providerName]: provider,
    [GEN_AI.system]: provider,
    [names.model]: model,
    [COMMON.serverAddress]: request.serverAddress,
    [COMMON.serverPort]: request.serverPort,
    [names.maxTokens]: request.maxTokens,
    [names.temperature]: request.temperature,
    [names.topP]: request.topP,
    [names.topK]: request.topK,
    [names.frequencyPenalty]: request.frequencyPenalty,
    [names.presencePenalty]: request.presencePenalty,
    [names.seed]: request.seed,
    [names.stopSequences]: request.stopSequences,
    [names.choiceCount]: choiceCount === 1 ? undefined : choiceCount,
    [names.stream]: request.isStream === true ? true : undefined,
    [names.reasoningLevel]: request.reasoningLevel,
    [names.previousResponseId]: request.previousResponseId,
    [GEN_AI.outputType]: request.outputType,
    [GEN_AI.conversationId]: request.conversationId,
    [GEN_AI.promptName]: request.promptName,
    [GEN_AI.promptVersion]: request.promptVersion,
    [LLM.router.route]: request.route,
    [LLM.router.attempt]: request.attempt,
  };
}

function responseAttributes({ id, model, finishReasons, usage, costUsd }: LlmResponse, withNewest: boolean): Record<string, unknown> {
  return {
    [GEN_AI.response.id]: id,
    [GEN_AI.response.model]: model,
    [GEN_AI.response.finishReasons]: finishReasons,
    [GEN_AI.usage.inputTokens]: usage?.inputTokens,
    [GEN_AI.usage.outputTokens]: usage?.outputTokens,
    [GEN_AI.usage.cacheReadTokens]: usage?.cacheReadTokens,
    [GEN_AI.usage.cacheCreationTokens]: usage?.cacheWriteTokens,
    ...(withNewest && { [GEN_AI.usage.cacheWriteTokens]: usage?.cacheWriteTokens }),
    [GEN_AI.usage.reasoningTokens]: usage?.reasoningTokens,
    [GEN_AI.operationCost]: costUsd,
    [GEN_AI.usage.cost]: costUsd,
  };
}

interface EncodedSpan extends LogfireSpan {
  setEncoded?(key: string, value: string | number | boolean, isCut: boolean): void;
}

/** Characters of the messages of one call, once capturing them was asked for. */
const CONTENT_CHARACTERS = 65_536;

function setContent(runtime: Runtime, span: EncodedSpan, { input, output, systemInstructions, toolDefinitions }: LlmContent): void {
  if (runtime.captureContent === 'none' || !span.isRecording) return;
  const set = (key: string, value: unknown) => {
    if (value === undefined) return;
    const encoded = runtime.encode(value, undefined, CONTENT_CHARACTERS);
    if (encoded.value !== undefined) span.setEncoded?.(key, encoded.value, encoded.isCut);
  };
  try {
    if (input) set(GEN_AI.content.inputMessages, contentOf(input, runtime));
    if (output) set(GEN_AI.content.outputMessages, contentOf(output, runtime));
    if (systemInstructions !== undefined) set(GEN_AI.content.systemInstructions, textContentOf(systemInstructions, runtime));
    if (toolDefinitions !== undefined && runtime.captureContent === 'full') set(GEN_AI.content.toolDefinitions, toolDefinitions);
  } catch {
    // messages that cannot be read
  }
}

/** An answer of a provider, and not a failure on the way to it. */
function hasStatus(error: unknown): boolean {
  try {
    return typeof error === 'object' && error !== null && typeof (error as { status?: unknown }).status === 'number';
  } catch {
    return true;
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return ((typeof value === 'object' && value !== null) || typeof value === 'function') && typeof (value as { then?: unknown }).then === 'function';
}
