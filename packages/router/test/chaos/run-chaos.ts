import { setTimeout as delay } from 'node:timers/promises';

import { startRedis, startScriptedProvider, type ProviderScript, type RedisServer } from '@discord-intelligence/testing';
import { createRandom } from '@discord-intelligence/testing/random';

import type { RouterConfigInput } from '../../src/config/router-config.js';
import { createRouter } from '../../src/create-router.js';
import { RouterError } from '../../src/errors/router-error.js';
import type { LLMRouter } from '../../src/llm-router.js';
import { metaOf } from '../../src/trace/result-meta.js';

import { warmUp } from '../behaviours/adapter/warm-up.js';

import { startAwakeClock } from './awake-clock.js';
import { CALL_HEADER, CHAOS_PRICE, createChaosBooks } from './chaos-books.js';
import { drawStep } from './chaos-step.js';

/** How much chaos. */
export interface ChaosOptions {
  readonly calls: number;
  /**
   * Milliseconds after which no call is begun, however many are left.
   * @default no limit
   */
  readonly longestMs?: number | undefined;
  readonly seed: number;
  /** @default 8 */
  readonly concurrency?: number;
  /** State is shared over a Redis that is restarted, empty, so many times. `undefined`: no Redis at all. */
  readonly redisRestarts?: number | undefined;
  /** Collects garbage before the heap is measured; without it heap numbers say little. */
  readonly collectGarbage?: (() => void) | undefined;
  /** Called some twenty times, for people who wait. */
  readonly onProgress?: (done: number) => void;
}

/** What came of it. Every list must be empty. */
export interface ChaosReport {
  readonly calls: number;
  readonly answered: number;
  /** Calls that the caller left, by abort or by breaking off a stream. */
  readonly left: number;
  readonly errorsByCode: Readonly<Record<string, number>>;
  readonly upstreamRequests: number;
  readonly slowestMs: number;
  /** Calls that took longer than their deadline and the slack of a loaded machine. */
  readonly late: readonly string[];
  /** Errors that were no RouterError. */
  readonly untyped: readonly string[];
  /** Answers whose charge is not what the provider counted, and sums that do not agree. */
  readonly wrongCharges: readonly string[];
  /** What is still open at the end. */
  readonly leaks: readonly string[];
  readonly unhandledRejections: number;
  /** Nano-USD: all attempts by the ledger, the answers by the router, the same by the provider. */
  readonly nano: { readonly ledger: number; readonly answers: number; readonly provider: number };
  /** Heap in use after a fifth of the calls and at the end, in bytes. */
  readonly heapBytes: readonly [number, number];
  readonly durationMs: number;
}

/** Milliseconds that one call may take by configuration. */
const DEADLINE_MS = 3_000;

/** Milliseconds on top, of a clock that stands still while the machine does something else. */
const SLACK_MS = 1_500;

/** Milliseconds that a caller waits before the next call after a failure: when told nothing, and at most. */
const MIN_PAUSE_MS = 5;
const MAX_PAUSE_MS = 100;

/** Calls after which both sides have certainly written down what they know. */
const BOOKS_OPEN = 500;

/** Milliseconds in which settlements off the response path must have arrived. */
const SETTLE_MS = 3_000;

/** Sends random calls to random providers and compares what everybody counted. */
export async function runChaos({ calls, longestMs = Number.POSITIVE_INFINITY, seed, concurrency = 8, redisRestarts, collectGarbage, onProgress }: ChaosOptions): Promise<ChaosReport> {
  await warmUp();
  const random = createRandom(seed);
  const books = createChaosBooks();
  let upstreamRequests = 0;
  await using provider = await startScriptedProvider({
    keepRequests: false,
    scripts: Object.fromEntries(['a', 'b', 'c', 'd'].map((id, index) => [id, chaosScript(createRandom(seed + index + 1))])),
    onClosed(request) {
      upstreamRequests += 1;
      books.answeredByProvider(request);
    },
  });
  await using redis = redisRestarts === undefined ? undefined : await startRedis();
  const errorsByCode: Record<string, number> = {};
  const late: string[] = [];
  const untyped: string[] = [];
  const counts = { answered: 0, left: 0, unhandled: 0, slowestMs: 0, toldNano: 0, ledgerNano: 0, heapEarly: 0, next: 0, begun: 0 };
  const onUnhandled = (): void => {
    counts.unhandled += 1;
  };
  process.on('unhandledRejection', onUnhandled);
  const router = createRouter(chaosConfig((id) => provider.baseUrl(id), redis), {
    random: createRandom(seed + 100),
    hooks: { onRequestEnd: ({ meta }) => { counts.toldNano += meta.attempts.reduce((sum, attempt) => sum + (attempt.costNanoUsd ?? 0), 0); } },
    ledgerSink: { write: (row) => { counts.ledgerNano += row.costNano; } },
  });
  const startedAt = performance.now();
  using awake = startAwakeClock();

  const one = async (index: number): Promise<void> => {
    const plan = { isStream: random() < 0.4, abortAfterMs: random() < 0.05 ? Math.floor(random() * 60) : undefined, breaks: random() < 0.05 };
    const controller = plan.abortAfterMs === undefined ? undefined : new AbortController();
    const timer = controller && setTimeout(() => { controller.abort(); }, plan.abortAfterMs);
    const calledAt = performance.now();
    const awakeAt = awake.now();
    let pauseMs = 0;
    try {
      const result: unknown = await router.chat.completions.create(
        { model: 'main', messages: [{ role: 'user', content: `call ${index}` }], max_tokens: 60, ...(plan.isStream && { stream: true }) } as never,
        { scope: { user: `u${index % 7}` }, headers: { [CALL_HEADER]: String(index) }, ...(controller && { signal: controller.signal }) },
      );
      if (plan.isStream && (await isLeftEarly(result as AsyncIterable<unknown>, plan.breaks))) counts.left += 1;
      else {
        counts.answered += 1;
        books.answeredByRouter(index, metaOf(result));
      }
    } catch (error) {
      if (!RouterError.is(error)) untyped.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
      else if (error.code === 'cancelled') counts.left += 1;
      else {
        errorsByCode[error.code] = (errorsByCode[error.code] ?? 0) + 1;
        // A caller who knows how long everything cools does not ask again at once.
        pauseMs = Math.min(error.retryAfterMs ?? MIN_PAUSE_MS, MAX_PAUSE_MS);
      }
    } finally {
      clearTimeout(timer);
      const tookMs = performance.now() - calledAt;
      counts.slowestMs = Math.max(counts.slowestMs, tookMs);
      const awakeMs = awake.now() - awakeAt;
      if (awakeMs > DEADLINE_MS + SLACK_MS) late.push(`call ${index}: ${Math.round(tookMs)} ms, ${Math.round(awakeMs)} of them awake`);
    }
    if (pauseMs > 0) await delay(pauseMs);
  };
  const work = async (): Promise<void> => {
    for (let index = counts.next++; index < calls && performance.now() - startedAt < longestMs; index = counts.next++) {
      counts.begun += 1;
      await one(index);
      books.close(index - BOOKS_OPEN);
      if (index === Math.floor(calls / 5)) counts.heapEarly = measureHeap(collectGarbage);
      if (redis && redisRestarts && index > 0 && index % Math.ceil(calls / (redisRestarts + 1)) === 0) await redis.restart();
      if (index > 0 && index % Math.ceil(calls / 20) === 0) onProgress?.(index);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const durationMs = performance.now() - startedAt;
  const leaks = await findLeaks(router);
  // Work that nobody waits for any more must have nowhere to fail.
  await delay(100);
  books.close(counts.begun);
  const heapLate = measureHeap(collectGarbage);
  await router.close();
  process.off('unhandledRejection', onUnhandled);

  const sums = counts.ledgerNano === counts.toldNano ? [] : [`the ledger holds ${counts.ledgerNano}, callers were told of ${counts.toldNano}`];
  return {
    calls: counts.begun,
    answered: counts.answered,
    left: counts.left,
    errorsByCode,
    upstreamRequests,
    slowestMs: counts.slowestMs,
    late,
    untyped,
    wrongCharges: [...books.problems, ...sums],
    leaks,
    unhandledRejections: counts.unhandled,
    nano: { ledger: counts.ledgerNano, answers: books.routerNano, provider: books.providerNano },
    heapBytes: [counts.heapEarly, heapLate],
    durationMs,
  };
}

function chaosScript(random: () => number): ProviderScript {
  return (_index, { body }) => drawStep(random, typeof body === 'object' && body !== null && (body as { stream?: unknown }).stream === true);
}

function chaosConfig(baseURL: (id: string) => string, redis: RedisServer | undefined): RouterConfigInput {
  const deployment = (id: string, cooldown?: number) => ({ provider: 'chaos', model: 'm', baseURL: baseURL(id), keys: [{ id: 'k1', key: 'k1' }, { id: 'k2', key: 'k2' }], price: CHAOS_PRICE, maxParallel: 24, ...(cooldown !== undefined && { cooldown }) });
  return {
    // Two that cool and two that never do: with this much chaos everything would be cooling most of the time.
    deployments: { a: deployment('a'), b: deployment('b'), c: deployment('c', 0), d: deployment('d', 0) },
    groups: { main: ['a', 'b', 'c'], spare: ['d'] },
    fallbacks: { main: ['spare'] },
    strategy: 'least-busy',
    retry: { max: 2, base: 5, cap: 40 },
    timeouts: { attempt: 800, ttft: 700, idle: 500, total: DEADLINE_MS },
    cooldown: { default: 30, max: 60, long: 60, minSamples: 20, failureRatio: 0.8 },
    budgets: [
      { id: 'all', limit: 1_000_000, onRedisDown: 'open' },
      { id: 'users', scope: { user: '*' }, limit: 100_000, onRedisDown: 'open' },
    ],
    ...(redis && { redis: { url: redis.url } }),
  };
}

/** Reads a stream, or leaves it after its first piece; answers whether it was left. */
async function isLeftEarly(stream: AsyncIterable<unknown>, breaks: boolean): Promise<boolean> {
  const chunks = stream[Symbol.asyncIterator]();
  while (!(await chunks.next()).done) {
    if (!breaks) continue;
    await chunks.return?.();
    return true;
  }
  return false;
}

/** What should be zero once nobody asks any more. */
async function findLeaks(router: LLMRouter): Promise<readonly string[]> {
  const deadline = performance.now() + SETTLE_MS;
  for (;;) {
    const { deployments, inFlight } = router.health();
    const { ledger, budgets } = await router.usage();
    const leaks = [
      ...(inFlight === 0 ? [] : [`${inFlight} requests in flight`]),
      ...Object.entries(deployments).flatMap(([id, health]) => (health.inFlight === 0 && health.waiting === 0 ? [] : [`${id}: ${health.inFlight} in flight, ${health.waiting} waiting`])),
      ...(ledger.open === 0 ? [] : [`${ledger.open} ledger rows open`]),
      ...budgets.flatMap(({ budgetId, subject, reservedNano }) => (reservedNano === 0 ? [] : [`budget ${budgetId} ${subject}: ${reservedNano} reserved`])),
    ];
    if (leaks.length === 0 || performance.now() > deadline) return leaks;
    await delay(20);
  }
}

function measureHeap(collectGarbage: (() => void) | undefined): number {
  collectGarbage?.();
  return process.memoryUsage().heapUsed;
}
