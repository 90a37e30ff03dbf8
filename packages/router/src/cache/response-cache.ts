import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions';

import type { NanoUsd } from '../budget/nano-usd.js';
import type { StopSignal } from '../stop-signal.js';

import type { CacheControls } from './cache-controls.js';
import type { CacheStatistics } from './cache-statistics.js';

/** One request as the cache sees it. */
export interface CacheRequest {
  /** Parameters of `chat.completions.create`, as the caller gave them. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Whose request it is; tenants never see each other's answers. Not empty. */
  readonly tenant: string;
  /** The model group that is asked; it stands for `params.model` in the key. */
  readonly group: string;
  readonly controls?: CacheControls;
  /** Whatever else decides the answer, such as a schema's version or the middleware in front. */
  readonly fingerprint?: string;
}

/** What caching may do for one request; made by {@link ResponseCache.plan}, passed back as it is. */
export interface CachePlan {
  readonly request: CacheRequest;
  /** Milliseconds that the answer is kept. */
  readonly ttlMs: number;
  /** Identifies the request among all tenants; absent when caching is off for it. */
  readonly key?: string;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  /** Whether it may join, and lead, equal requests that are under way. */
  readonly canShare: boolean;
  /** Whether it may answer by meaning; `off` also for requests that are not fit for it. */
  readonly semantic: 'on' | 'shadow' | 'off';
  /** Why caching is off for the request. */
  readonly offReason?: CacheOffReason;
}

/** Why a request takes no part in caching; `non-text` is one with pictures, sounds or files in it or asked for. */
export type CacheOffReason = 'disabled' | 'temperature' | 'non-text' | 'not-canonical';

/** An answer that was paid for. */
export interface FreshAnswer<Info> {
  readonly completion: ChatCompletion;
  /** What it cost in nano-USD; `null` when the price is unknown. */
  readonly costNanoUsd: NanoUsd | null;
  /** Whatever the one who ran it wants to tell; passed on to all who share it in this process. */
  readonly info: Info;
}

/** A stream that is being paid for. */
export interface FreshStream<Info> {
  /** Every chunk of the provider, the one with the usage included. */
  readonly chunks: AsyncIterable<ChatCompletionChunk>;
  /** Asked once, after the last chunk. */
  readonly costNanoUsd: () => NanoUsd | null;
  readonly info: Info;
}

/** Where an answer came from and what that saved. */
export type CacheSource<Info> =
  /** Caching was off for the request. */
  | { readonly status: 'off'; readonly reason: CacheOffReason; readonly info: Info }
  /** Paid for. */
  | { readonly status: 'miss'; readonly info: Info }
  /** Somebody else's request, under way at the same moment; `info` is missing when that was another process. */
  | { readonly status: 'shared'; readonly info?: Info; readonly savedNanoUsd: () => NanoUsd | null }
  /** Kept from an equal request. */
  | { readonly status: 'hit'; readonly savedNanoUsd: NanoUsd | null; readonly ageMs: number }
  /** Kept from a request that means the same. */
  | { readonly status: 'semantic'; readonly savedNanoUsd: NanoUsd | null; readonly ageMs: number; readonly similarity: number; readonly threshold: number };

/** An answer and its source. The completion belongs to the caller, who may change it. */
export interface CachedAnswer<Info> {
  readonly completion: ChatCompletion;
  readonly source: CacheSource<Info>;
}

/** A stream and its source. Leaving the loop early leaves the shared upstream to the others. */
export interface CachedStream<Info> {
  readonly chunks: AsyncIterable<ChatCompletionChunk>;
  readonly source: CacheSource<Info>;
}

/** Limits of one call. */
export interface CacheCallOptions {
  /** The caller's; it ends this caller's wait only. */
  readonly signal?: StopSignal;
  /**
   * Milliseconds that the call waits for another process to answer the same question before it
   * asks by itself; the model's usual duration is a good choice.
   * @default the configured limit
   */
  readonly maxWaitMs?: number;
}

/** Answers kept for equal requests, and equal requests answered together. */
export interface ResponseCache extends AsyncDisposable {
  /** Decides what caching may do for a request. Computes the key; opens nothing. */
  plan(request: CacheRequest): CachePlan;
  /**
   * Finds an answer or runs for one, once for all who ask the same now.
   *
   * `run` gets a signal that ends when the last one who waits has left; when caching is off it is
   * the caller's own. A failure of `run` reaches all who wait for it; the next caller runs anew.
   *
   * @throws What `run` throws; the reason of `options.signal` when that ends first.
   */
  complete<Info>(plan: CachePlan, run: (signal: StopSignal | undefined) => Promise<FreshAnswer<Info>>, options?: CacheCallOptions): Promise<CachedAnswer<Info>>;
  /**
   * The same for streams. Kept answers are replayed; whoever joins late gets the chunks from the
   * beginning. The usage chunk is passed on only to those whose `stream_options.include_usage` is true.
   *
   * @throws What `start` throws; in the loop, what the stream throws, or `StreamDetachedError`.
   */
  stream<Info>(plan: CachePlan, start: (signal: StopSignal | undefined) => Promise<FreshStream<Info>>, options?: CacheCallOptions): Promise<CachedStream<Info>>;
  statistics(): CacheStatistics;
  /** Resolves when all that goes on behind the answers (writes, comparisons) is done. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
