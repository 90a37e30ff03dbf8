import type OpenAI from 'openai';
import type { Stream } from 'openai/core/streaming';

import type { Chunk } from './attempt/transport.js';
import type { CacheControls } from './cache/cache-controls.js';
import type { FreshStream, ResponseCache } from './cache/response-cache.js';
import { RouterError } from './errors/router-error.js';
import { metaFor, withInfo } from './flow/cached-meta.js';
import { explained, openWait } from './flow/caller-wait.js';
import { executeAnswer, executeStream, type Order } from './flow/execute.js';
import { cancelled } from './flow/request-scope.js';
import type { Runtime } from './flow/runtime.js';
import type { StopSignal } from './stop-signal.js';
import { attachMeta, metaOf, type ResultMeta } from './trace/result-meta.js';

/** Serves a request for a whole answer, from the cache if there is one that may. */
export async function serveAnswer(runtime: Runtime, cache: ResponseCache | undefined, order: Order): Promise<OpenAI.ChatCompletion> {
  if (!cache) {
    const { answer, meta } = await executeAnswer(runtime, order);
    return attachMeta(answer as OpenAI.ChatCompletion, () => meta);
  }
  const wait = openWait(runtime, order);
  const startedAt = runtime.clock.monotonic();
  let isOurs = false;
  try {
    const plan = cache.plan(cacheRequest(order));
    const { completion, source } = await cache.complete(
      plan,
      async (signal) => {
        isOurs = true;
        const { answer, meta } = await executeAnswer(runtime, { ...order, signal, isMiss: plan.key !== undefined });
        return { completion: answer as OpenAI.ChatCompletion, costNanoUsd: meta.costNanoUsd, info: meta };
      },
      wait.signal ? { signal: wait.signal } : {},
    );
    const meta = metaFor(order, source, runtime.clock.monotonic() - startedAt);
    if (source.status !== 'miss' && source.status !== 'off') order.onEnd(meta, undefined);
    return attachMeta(completion, () => meta);
  } catch (error) {
    throw endShared(order, wait.explain(error), isOurs);
  } finally {
    wait.dispose();
  }
}

/** Serves a request for a stream, replayed from the cache if it may. */
export async function serveStream(runtime: Runtime, cache: ResponseCache | undefined, order: Order): Promise<Stream<Chunk>> {
  const controller = new AbortController();
  if (!cache) {
    const { chunks, meta, stop } = await executeStream(runtime, order, wantsUsage(order));
    controller.signal.addEventListener('abort', () => { stop(cancelled()); }, { once: true });
    return attachMeta(await runtime.transport.streamOf(() => chunks, controller), meta);
  }
  const wait = openWait(runtime, order);
  const startedAt = runtime.clock.monotonic();
  const run = { isOurs: false };
  try {
    const plan = cache.plan(cacheRequest(order));
    const { chunks, source } = await cache.stream(plan, streamStarter(runtime, order, plan.key !== undefined, run), wait.signal ? { signal: wait.signal } : {});
    const iterator = chunks[Symbol.asyncIterator]();
    controller.signal.addEventListener('abort', () => { runtime.track(Promise.resolve(iterator.return?.())); }, { once: true });
    const durationMs = runtime.clock.monotonic() - startedAt;
    const meta = (): ResultMeta => metaFor(order, withInfo(source), durationMs);
    if (source.status !== 'miss' && source.status !== 'off') order.onEnd(meta(), undefined);
    return attachMeta(await runtime.transport.streamOf(() => explained(iterator, wait), controller), meta);
  } catch (error) {
    wait.dispose();
    throw endShared(order, wait.explain(error), run.isOurs);
  }
}

/** Apart from the above on purpose: what the cache keeps of a stream must not keep alive the iterator whose end as garbage it waits for. */
function streamStarter(runtime: Runtime, order: Order, isMiss: boolean, run: { isOurs: boolean }): (signal: StopSignal | undefined) => Promise<FreshStream<() => ResultMeta>> {
  return async (signal) => {
    run.isOurs = true;
    const { chunks, meta } = await executeStream(runtime, { ...order, signal, isMiss }, true);
    return { chunks, costNanoUsd: () => meta().costNanoUsd, info: meta };
  };
}

/** Ends the request of a caller who waited for somebody else's answer in vain; whoever ran it has ended already, or will. */
function endShared(order: Order, error: unknown, isOurs: boolean): unknown {
  if (isOurs) return error;
  const meta = metaOf(error) ?? metaFor(order, { status: 'shared', savedNanoUsd: () => null }, 0);
  order.onEnd(meta, RouterError.is(error) ? error : undefined);
  return error;
}

function cacheRequest({ params, options, start }: Order) {
  const { cache } = start.rules;
  const configured: CacheControls = cache ? { ttlMs: cache.ttlMs, semantic: cache.semantic } : { enabled: false };
  const controls = options.cache ? { ...configured, ...options.cache } : configured;
  return { params, tenant: options.tenant ?? 'default', group: start.group, controls };
}

function wantsUsage({ params }: Order): boolean {
  const options = params.stream_options as { readonly include_usage?: unknown } | null | undefined;
  return options?.include_usage === true;
}
