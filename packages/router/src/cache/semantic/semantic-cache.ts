import type { Awaitable } from '../../budget/awaitable.js';
import type { StopSignal } from '../../stop-signal.js';
import type { CacheEntry } from '../exact/cache-entry.js';
import { waitFor } from '../single-flight/wait-for.js';

import { answersAgree } from './answers-agree.js';
import { differingGuard } from './guards/differing-guard.js';
import { profileText, type TextProfile } from './guards/text-profile.js';
import { checkSemanticOptions, SEMANTIC_DEFAULTS, type SemanticCacheOptions } from './semantic-cache-options.js';
import { createSemanticCounts } from './semantic-counts.js';
import type { SemanticEntry, SemanticIndex, SemanticMatch } from './semantic-index.js';
import type { SemanticReport } from './semantic-report.js';
import { toUnitVector } from './unit-vector.js';

/** A question to be looked up. */
export interface SemanticLookup {
  /** Everything but the question, as a key: only questions of one scope are compared. */
  readonly scope: string;
  readonly text: string;
  readonly mode: 'on' | 'shadow';
  /** Reads a kept answer. */
  readonly load: (key: string) => Awaitable<CacheEntry | undefined>;
  readonly signal?: StopSignal | undefined;
}

/** What a look-up found. */
export interface SemanticFinding {
  /** The answer to give. */
  readonly hit?: { readonly entry: CacheEntry; readonly similarity: number; readonly threshold: number };
  /**
   * To be told the true answer of a request that was sent on: the question is remembered if the
   * answer was kept, and a shadow hit is judged. Returns what goes on behind the response; it never rejects.
   */
  readonly learn: (fresh: LearnedAnswer) => Promise<void>;
}

/** A true answer. */
export interface LearnedAnswer {
  readonly entry: CacheEntry;
  /** Where it was kept and for how long; absent when it was not. */
  readonly kept?: { readonly key: string; readonly expiresAt: number };
}

/** Finds kept answers to questions that mean the same. */
export interface SemanticCache {
  readonly mode: 'on' | 'shadow';
  readonly maxHistory: number;
  readonly embedder: string;
  /** Never rejects and ends within the time limit of the embedding: what fails is a miss. */
  search(lookup: SemanticLookup): Promise<SemanticFinding>;
  /** Counts a request that was not fit for it. */
  skip(): void;
  report(): SemanticReport;
}

/** Candidates that are looked at, nearest first. */
const MAX_CANDIDATES = 8;

/** Comparisons under way at once; beyond that a shadow hit is not judged. */
const MAX_COMPARISONS = 100;

/** How much nearer a question must be, at least, than the one whose answer was wrong. */
const MIN_RAISE = 0.005;

/**
 * Makes a semantic cache over an index.
 * @throws RangeError When an option is out of range.
 */
export function createSemanticCache({ index, random = Math.random, ...options }: SemanticCacheOptions & { readonly index: SemanticIndex; readonly random?: () => number }): SemanticCache {
  const { embed, mode, threshold, guards, maxHistory, embedTimeoutMs, embeddingCost, embedder, compare = answersAgree, compareTimeoutMs, verifyShare } = { ...SEMANTIC_DEFAULTS, ...options };
  checkSemanticOptions({ threshold, maxHistory, embedTimeoutMs, verifyShare });
  const counts = createSemanticCounts();
  let comparing = 0;

  const embedOne = async (text: string, signal: StopSignal | undefined): Promise<Float32Array | undefined> => {
    counts.embedCalls += 1;
    const controller = new AbortController();
    const timer = setTimeout(() => { controller.abort(new DOMException('The embedding took too long', 'TimeoutError')); }, embedTimeoutMs);
    try {
      counts.embeddingCost += embeddingCost?.([text]) ?? 0;
      const embedding = waitFor(callAsync(() => embed([text], { signal: controller.signal })), controller.signal);
      const [vector] = await waitFor(embedding, signal, () => { controller.abort(); });
      const unit = vector && toUnitVector(vector);
      if (!unit) counts.embedFailures += 1;
      return unit;
    } catch {
      counts.embedFailures += 1;
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  };

  const findCandidate = async (matches: readonly SemanticMatch[], profile: TextProfile, { scope, load }: SemanticLookup) => {
    for (const match of matches) {
      if (match.similarity < match.entry.threshold) continue;
      const guard = guards ? differingGuard(match.entry.profile, profile) : undefined;
      if (guard) {
        counts.guard(guard);
        continue;
      }
      const entry = await load(match.entry.key);
      if (entry) return { match, entry };
      await index.remove(scope, match.entry.key);
    }
    return undefined;
  };

  const judge = async ({ match, entry }: { readonly match: SemanticMatch; readonly entry: CacheEntry }, fresh: CacheEntry, { scope, text }: SemanticLookup) => {
    const kept = answerText(entry);
    const truth = answerText(fresh);
    if (kept === undefined || truth === undefined || comparing >= MAX_COMPARISONS) return;
    comparing += 1;
    const controller = new AbortController();
    const timer = setTimeout(() => { controller.abort(new DOMException('The comparison took too long', 'TimeoutError')); }, compareTimeoutMs);
    timer.unref();
    try {
      const isSame = await waitFor(callAsync(async () => compare(kept, truth, { signal: controller.signal, question: text })), controller.signal);
      counts.judge(isSame);
      if (!isSame) await index.put(scope, { ...match.entry, threshold: raised(match.similarity) });
    } catch {
      counts.compareFailures += 1;
    } finally {
      clearTimeout(timer);
      comparing -= 1;
    }
  };

  const search = async (lookup: SemanticLookup): Promise<SemanticFinding> => {
    counts.lookups += 1;
    const profile = profileText(lookup.text);
    const vector = await embedOne(lookup.text, lookup.signal);
    if (!vector) return NOTHING;
    const found = await findCandidate(await index.search(lookup.scope, vector, MAX_CANDIDATES), profile, lookup);
    if (found && lookup.mode === 'on' && (verifyShare === 0 || random() >= verifyShare)) {
      counts.hit(found.entry.costNanoUsd);
      return { hit: { entry: found.entry, similarity: found.match.similarity, threshold: found.match.entry.threshold }, learn: NOTHING.learn };
    }
    if (found) counts.shadowHit(found.entry.costNanoUsd);
    return {
      async learn({ entry, kept }) {
        if (found) await judge(found, entry, lookup);
        if (kept) await index.put(lookup.scope, { ...kept, vector, profile, threshold } satisfies SemanticEntry);
      },
    };
  };

  return {
    mode,
    maxHistory,
    embedder,
    search,
    skip() {
      counts.skipped += 1;
    },
    report: () => counts.report(mode),
  };
}

const NOTHING: SemanticFinding = { learn: () => Promise.resolve() };

/** A throw becomes a rejection. */
async function callAsync<T>(call: () => Promise<T>): Promise<T> {
  return await call();
}

/** Half-way to 1 from the similarity that was not enough. */
function raised(similarity: number): number {
  return Math.min(1, similarity + Math.max(MIN_RAISE, (1 - similarity) / 2));
}

function answerText({ completion }: CacheEntry): string | undefined {
  return completion.choices[0]?.message.content ?? undefined;
}
