import type { ChatCompletionChunk } from 'openai/resources/chat/completions';

import type { NanoUsd } from '../budget/nano-usd.js';
import type { StopSignal } from '../stop-signal.js';

import type { AnswerKeeper } from './answer-keeper.js';
import type { CacheCounts } from './cache-counts.js';
import { createChunkCollector } from './exact/collect-chunks.js';
import { replayChunks } from './exact/replay-chunks.js';
import { wantsUsage, withoutUsage } from './exact/without-usage.js';
import type { Finder } from './find-answer.js';
import type { RequestPlan } from './plan-request.js';
import type { CacheCallOptions, CachedStream, CacheSource, FreshStream } from './response-cache.js';
import type { SemanticFinding } from './semantic/semantic-cache.js';
import type { StartedStream, StreamFlight } from './single-flight/stream-flight.js';
import { reasonOf } from './single-flight/wait-for.js';

/** What streaming needs. */
export interface StreamingParts {
  readonly keeper: AnswerKeeper;
  readonly counts: CacheCounts;
  readonly streams: StreamFlight<ChatCompletionChunk>;
  readonly finder: Finder;
  readonly now: () => number;
}

type Started<Info> = StartedStream<ChatCompletionChunk> & { readonly sharers: { count: number } } & (
    | { readonly kind: 'fresh'; readonly info: Info; readonly cost: { nanoUsd: NanoUsd | null } }
    | { readonly kind: 'semantic'; readonly source: CacheSource<Info> & { readonly status: 'semantic' } }
  );

type Start<Info> = (signal: StopSignal | undefined) => Promise<FreshStream<Info>>;

/** Weight of a chunk besides its texts, roughly. */
const CHUNK_BYTES = 400;

/** What a chunk weighs in memory, roughly: two bytes for each UTF-16 code unit of its texts. */
export function chunkBytes({ choices }: ChatCompletionChunk): number {
  let length = 0;
  // A provider may leave out what the types promise.
  for (const choice of choices as unknown as readonly { readonly delta?: Readonly<Record<string, unknown>> | null }[]) {
    for (const name in choice.delta) {
      const value = choice.delta[name];
      if (typeof value === 'string') length += value.length;
      else if (Array.isArray(value)) for (const call of value as readonly LooseCall[]) length += call.function?.arguments?.length ?? 0;
    }
  }
  return CHUNK_BYTES + length * 2;
}

interface LooseCall {
  readonly function?: { readonly arguments?: string };
}

/** Makes the way of a request that wants its answer in pieces. */
export function createStreaming({ keeper, counts, streams, finder, now }: StreamingParts) {
  let solo = 0;

  /** Follows a fresh stream to its end, and keeps it if it got there. */
  const record = <Info>(plan: RequestPlan, fresh: FreshStream<Info>, learn: SemanticFinding['learn']): Started<Info> => {
    const collector = createChunkCollector();
    const cost = { nanoUsd: null as NanoUsd | null };
    const sharers = { count: 0 };
    return {
      kind: 'fresh',
      info: fresh.info,
      cost,
      sharers,
      items: fresh.chunks,
      onItem: plan.canWrite ? collector.add : ignore,
      onEnd(how) {
        cost.nanoUsd = fresh.costNanoUsd();
        counts.saved((cost.nanoUsd ?? 0) * sharers.count);
        const completion = how === 'done' ? collector.completion() : undefined;
        if (completion) finder.keep(plan, keeper.prepare(plan, completion, cost.nanoUsd), learn);
        else if (plan.canWrite) keeper.refuse('interrupted');
      },
    };
  };

  const begin = async <Info>(plan: RequestPlan, start: Start<Info>, signal: StopSignal): Promise<Started<Info>> => {
    const { hit, learn } = await finder.byMeaning(plan, signal);
    if (signal.aborted) throw reasonOf(signal);
    if (!hit) return record(plan, await start(signal), learn);
    const { entry, similarity, threshold } = hit;
    const source = { status: 'semantic', savedNanoUsd: entry.costNanoUsd, ageMs: Math.max(0, now() - entry.createdAt), similarity, threshold } as const;
    return { kind: 'semantic', source, sharers: { count: 0 }, items: replayChunks(entry.completion, true) };
  };

  const sourceOf = <Info>(started: Started<Info>, isShared: boolean): CacheSource<Info> => {
    if (started.kind === 'semantic') {
      counts.answered('semantic', started.source.savedNanoUsd);
      return started.source;
    }
    if (!isShared) {
      counts.answered('miss');
      return { status: 'miss', info: started.info };
    }
    // What it saved is known, and added, at the end.
    started.sharers.count += 1;
    counts.answered('shared');
    return { status: 'shared', info: started.info, savedNanoUsd: () => started.cost.nanoUsd };
  };

  return async <Info>(plan: RequestPlan, start: Start<Info>, { signal }: CacheCallOptions = {}): Promise<CachedStream<Info>> => {
    if (signal?.aborted) throw reasonOf(signal);
    const { key, request } = plan;
    const wants = wantsUsage(request.params);
    const forCaller = (chunks: AsyncIterable<ChatCompletionChunk>) => (wants ? chunks : withoutUsage(chunks));
    if (key === undefined) {
      counts.answered('off');
      const { chunks, info } = await start(signal);
      return { chunks: forCaller(chunks), source: { status: 'off', reason: plan.offReason ?? 'disabled', info } };
    }
    counts.lookup();
    const found = await finder.exact(plan, signal);
    if (found) {
      counts.answered('hit', found.costNanoUsd);
      return { chunks: replayChunks(found.completion, wants), source: { status: 'hit', savedNanoUsd: found.costNanoUsd, ageMs: Math.max(0, now() - found.createdAt) } };
    }
    solo += 1;
    const name = plan.canShare ? `${key}:${plan.semantic}` : `${key}:solo:${solo}`;
    const { items, started, isShared } = await streams.open<Started<Info>>(name, (own) => begin(plan, start, own), { signal, canLead: plan.canShare && plan.canWrite });
    return { chunks: forCaller(items), source: sourceOf(started, isShared) };
  };
}

function ignore(): void {
  // A stream that is not kept is not collected.
}
