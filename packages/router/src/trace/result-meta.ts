import type { TokenUsage } from '../prices/token-usage.js';

import type { AttemptRecord } from './attempt-record.js';

// Registered globally: the ESM and the CommonJS build read each other's results.
const META: unique symbol = Symbol.for('@discord-intelligence/router/meta') as never;

/** What the cache did for a request. */
export interface CacheMeta {
  /** `off`: not asked; `shared`: an equal request was under way and its answer was taken. */
  readonly status: 'off' | 'miss' | 'hit' | 'semantic' | 'shared';
  /** Cosine similarity of the entry, for `semantic`. */
  readonly similarity?: number;
  /** Similarity that was asked for. */
  readonly threshold?: number;
  /** Nano-USD that the answer has cost once and did not cost again. */
  readonly savedNanoUsd?: number;
}

/** One decision on the way to an answer. */
export interface TraceEvent {
  /** Milliseconds since the request began. */
  readonly atMs: number;
  readonly kind: 'group' | 'pick' | 'skip' | 'fail' | 'rotate-key' | 'back-off' | 'fallback' | 'hedge' | 'continue' | 'condition' | 'experiment' | 'soft-budget' | 'test-hook';
  /** Group, deployment or key that it is about. */
  readonly subject: string;
  /** Why. */
  readonly reason?: string;
}

/** How a result came about. */
export interface ResultMeta {
  readonly requestId: string;
  /** Deployment that gave the answer; `null` for a cached one or none. */
  readonly servedBy: string | null;
  /** Group of that deployment. */
  readonly group: string | null;
  readonly attempts: readonly AttemptRecord[];
  /** Groups and order levels that were gone to after the first. */
  readonly fallbacks: number;
  /** USD of all attempts; `null` while a price is unknown. For people: exact is {@link costNanoUsd}. */
  readonly costUsd: number | null;
  /** Whole nano-USD of all attempts. */
  readonly costNanoUsd: number | null;
  readonly usage: TokenUsage | null;
  /** Whether tokens were counted by us. */
  readonly usageEstimated: boolean;
  readonly cache: CacheMeta;
  /** Experiment and arm that the request was assigned to. */
  readonly experiment?: { readonly name: string; readonly arm: string };
  /** Whether state was local because Redis is away. */
  readonly degraded: boolean;
  /** Milliseconds to the first content of a stream. */
  readonly ttftMs: number | null;
  readonly durationMs: number;
  readonly trace: readonly TraceEvent[];
}

/** Puts the meta onto a result, where JSON and spreads do not see it. It is made when somebody asks. */
export function attachMeta<T extends object>(result: T, meta: () => ResultMeta): T {
  return Object.defineProperty(result, META, { value: meta, enumerable: false, configurable: true });
}

/**
 * How an answer, a stream or an error of the router came about; `undefined` for anything else.
 * Ask again after a stream has ended: cost and usage are known only then.
 *
 * @example
 * const answer = await router.chat.completions.create({ model: 'smart', messages });
 * metaOf(answer)?.servedBy; // 'or-mirror'
 */
export function metaOf(result: unknown): ResultMeta | undefined {
  return typeof result === 'object' && result !== null ? (result as { [META]?: () => ResultMeta })[META]?.() : undefined;
}
