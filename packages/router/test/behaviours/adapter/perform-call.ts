import { metaOf, type ResultMeta } from '../../../src/trace/result-meta.js';
import { RouterError } from '../../../src/errors/router-error.js';
import type { LLMRouter } from '../../../src/llm-router.js';
import type { CallOrder, CallOutcome, ErrorOutcome } from '../runner/subject.js';

import { buildOptions, buildParams } from './build-request.js';
import { CACHE_STATUSES, classNames, errorNames, neutralLimit } from './neutral-names.js';

/** What a caller has seen until the call ended. */
interface Seen {
  text: string;
  finish: string | null | undefined;
  usageChunks: number;
  leftAtMs: number | undefined;
  result: unknown;
}

interface StreamChunk {
  readonly choices: readonly { readonly delta?: { readonly content?: string | null; readonly tool_calls?: unknown }; readonly finish_reason?: string | null }[];
  readonly usage?: unknown;
}

/** Performs one call as its order says and tells what came of it. Never rejects. */
export async function performCall(router: LLMRouter, order: CallOrder): Promise<Omit<CallOutcome, 'virtualWaitMs'>> {
  const { call } = order;
  const seen: Seen = { text: '', finish: undefined, usageChunks: 0, leftAtMs: undefined, result: undefined };
  const controller = call.abortAfterMs === undefined ? undefined : new AbortController();
  const startedAtMs = wallClock();
  const timer =
    controller &&
    setTimeout(() => {
      seen.leftAtMs = wallClock();
      controller.abort();
    }, call.abortAfterMs);
  let thrown: unknown;
  let hasFailed = false;
  try {
    const result: unknown = await router.chat.completions.create(buildParams(order) as never, buildOptions(order, controller?.signal));
    seen.result = result;
    if (call.stream) await readStream(result as AsyncIterable<StreamChunk>, call.breakAfterChunks, seen);
    else readAnswer(result, seen);
  } catch (error) {
    thrown = error;
    hasFailed = true;
  } finally {
    clearTimeout(timer);
  }
  const endedAtMs = wallClock();
  const error = hasFailed ? describeError(thrown) : undefined;
  return {
    status: error ? error.status : 200,
    text: seen.text,
    isStream: call.stream === true,
    finish: seen.finish,
    error,
    ...describeMeta(metaOf(seen.result) ?? metaOf(thrown)),
    usageChunks: seen.usageChunks,
    startedAtMs,
    endedAtMs,
    leftAtMs: seen.leftAtMs,
  };
}

async function readStream(stream: AsyncIterable<StreamChunk>, breakAfter: number | undefined, seen: Seen): Promise<void> {
  let pieces = 0;
  for await (const chunk of stream) {
    const [choice] = chunk.choices;
    if (chunk.usage !== undefined && chunk.usage !== null) seen.usageChunks += 1;
    if (choice?.finish_reason !== undefined && choice.finish_reason !== null) seen.finish = choice.finish_reason;
    const content = choice?.delta?.content;
    if (content !== undefined && content !== null && content !== '') {
      seen.text += content;
      pieces += 1;
    } else if (choice?.delta?.tool_calls) pieces += 1;
    if (breakAfter !== undefined && pieces >= breakAfter) {
      seen.leftAtMs = wallClock();
      break;
    }
  }
}

function readAnswer(result: unknown, seen: Seen): void {
  const { choices } = result as { readonly choices: readonly { readonly message: { readonly content: string | null }; readonly finish_reason: string | null }[] };
  seen.text = choices[0]?.message.content ?? '';
  seen.finish = choices[0]?.finish_reason;
}

function describeError(error: unknown): ErrorOutcome {
  if (!RouterError.is(error)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { names: [error instanceof Error ? error.name : 'not an error'], classNames: ['no RouterError'], message, fields: {} };
  }
  const { budget, retryAfterMs, limit, limits } = error;
  return {
    names: errorNames(error),
    classNames: classNames(error.class, error.limit),
    status: error.status,
    message: error.message,
    fields: {
      code: error.code,
      action: error.action,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(limit !== undefined && { limit: neutralLimit(limit) }),
      ...(limits && { limits }),
      ...budget,
    },
  };
}

function describeMeta(meta: ResultMeta | undefined) {
  if (!meta) return { attempts: [] };
  const { cache } = meta;
  return {
    servedBy: meta.servedBy ?? undefined,
    attempts: meta.attempts.map((attempt) => ({
      dep: attempt.deployment,
      key: attempt.keyId,
      status: attempt.status,
      names: attempt.class === undefined ? ['ok'] : classNames(attempt.class),
      outcome: attempt.outcome,
    })),
    fallbacks: meta.fallbacks,
    costNano: meta.costNanoUsd,
    savedNano: cache.savedNanoUsd,
    usage: meta.usage ? (meta.usage as unknown as Readonly<Record<string, number>>) : undefined,
    usageEstimated: meta.usageEstimated,
    cacheStatus: CACHE_STATUSES[cache.status] ?? cache.status,
    similarity: cache.similarity,
    degraded: meta.degraded,
  };
}

function wallClock(): number {
  return performance.timeOrigin + performance.now();
}
