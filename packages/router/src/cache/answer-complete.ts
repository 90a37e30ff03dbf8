import type { ChatCompletion } from 'openai/resources/chat/completions';

import type { StopSignal } from '../stop-signal.js';

import type { AnswerKeeper, PreparedAnswer } from './answer-keeper.js';
import type { BackgroundWork } from './background-work.js';
import type { CacheCounts } from './cache-counts.js';
import { type CacheEntry, decodeEntry } from './exact/cache-entry.js';
import type { Finder } from './find-answer.js';
import type { RequestPlan } from './plan-request.js';
import type { CacheCallOptions, CachedAnswer, CacheSource, FreshAnswer } from './response-cache.js';
import type { ProcessFlight } from './single-flight/process-flight.js';
import type { SingleFlight } from './single-flight/single-flight.js';
import { reasonOf } from './single-flight/wait-for.js';

/** What answering needs. */
export interface AnsweringParts {
  readonly keeper: AnswerKeeper;
  readonly background: BackgroundWork;
  readonly counts: CacheCounts;
  readonly flights: SingleFlight;
  readonly processes?: ProcessFlight;
  readonly finder: Finder;
  readonly now: () => number;
}

/** What a flight brings: the entry as text, so that each who waited gets an object of its own. */
type Landed<Info> =
  | { readonly kind: 'fresh'; readonly answer: FreshAnswer<Info>; readonly text: string; readonly prepared: PreparedAnswer }
  | { readonly kind: 'elsewhere'; readonly entry: CacheEntry; readonly text: string }
  | { readonly kind: 'semantic'; readonly entry: CacheEntry; readonly text: string; readonly similarity: number; readonly threshold: number };

type Run<Info> = (signal: StopSignal | undefined) => Promise<FreshAnswer<Info>>;

/** Makes the way of a request that wants its answer whole. */
export function createAnswering({ keeper, background, counts, flights, processes, finder, now }: AnsweringParts) {
  /** Asks another process that has the same question under way, or becomes the one that is asked. */
  const runAmongProcesses = async <Info>(others: ProcessFlight, plan: RequestPlan, key: string, run: Run<Info>, signal: StopSignal | undefined, maxWaitMs: number | undefined): Promise<Landed<Info>> => {
    const flight = await others.enter(key, { signal, maxWaitMs });
    if (flight.kind === 'landed') {
      const entry = decodeEntry(flight.text);
      const maxAgeMs = plan.request.controls?.sMaxageMs ?? Number.POSITIVE_INFINITY;
      if (entry && now() - entry.createdAt <= maxAgeMs) return { kind: 'elsewhere', entry, text: flight.text };
    }
    if (flight.kind !== 'lead') return await runAlone(plan, run, signal);
    try {
      const landed = await runAlone(plan, run, signal);
      const { text, reason } = landed.prepared;
      background.add(flight.land({ text, isForAll: reason === undefined }));
      return landed;
    } catch (error) {
      background.add(flight.land());
      throw error;
    }
  };

  const runAlone = async <Info>(plan: RequestPlan, run: Run<Info>, signal: StopSignal | undefined) => {
    const answer = await run(signal);
    const prepared = keeper.prepare(plan, answer.completion, answer.costNanoUsd);
    return { kind: 'fresh' as const, answer, text: prepared.text, prepared };
  };

  const work = async <Info>(plan: RequestPlan, key: string, run: Run<Info>, signal: StopSignal | undefined, maxWaitMs: number | undefined): Promise<Landed<Info>> => {
    const finding = finder.byMeaning(plan, signal);
    const { hit, learn } = finding instanceof Promise ? await finding : finding;
    if (signal?.aborted) throw reasonOf(signal);
    if (hit) return { kind: 'semantic', ...hit };
    const landed = processes && plan.canShare && plan.canWrite ? await runAmongProcesses(processes, plan, key, run, signal, maxWaitMs) : await runAlone(plan, run, signal);
    if (landed.kind === 'fresh') finder.keep(plan, landed.prepared, learn);
    return landed;
  };

  const toAnswer = <Info>(landed: Landed<Info>, isShared: boolean): CachedAnswer<Info> => {
    if (landed.kind === 'fresh' && !isShared) {
      counts.answered('miss');
      return { completion: landed.answer.completion, source: { status: 'miss', info: landed.answer.info } };
    }
    const source = sourceOf(landed, now);
    counts.answered(source.status, landed.kind === 'fresh' ? landed.answer.costNanoUsd : landed.entry.costNanoUsd);
    return { completion: completionOf(landed.text), source };
  };

  return async <Info>(plan: RequestPlan, run: Run<Info>, { signal, maxWaitMs }: CacheCallOptions = {}): Promise<CachedAnswer<Info>> => {
    if (signal?.aborted) throw reasonOf(signal);
    const { key } = plan;
    if (key === undefined) {
      counts.answered('off');
      const { completion, info } = await run(signal);
      return { completion, source: { status: 'off', reason: plan.offReason ?? 'disabled', info } };
    }
    counts.lookup();
    const finding = finder.exact(plan, signal);
    const found = finding instanceof Promise ? await finding : finding;
    if (found) {
      counts.answered('hit', found.costNanoUsd);
      return { completion: found.completion, source: { status: 'hit', savedNanoUsd: found.costNanoUsd, ageMs: Math.max(0, now() - found.createdAt) } };
    }
    if (!plan.canShare) return toAnswer(await work(plan, key, run, signal, maxWaitMs), false);
    // Those who want an answer by meaning and those who do not must not get each other's.
    const { value, isShared } = await flights.run(`${key}:${plan.semantic}`, (own) => work(plan, key, run, own, maxWaitMs), { signal, canLead: plan.canWrite });
    return toAnswer(value, isShared);
  };
}

function sourceOf<Info>(landed: Landed<Info>, now: () => number): CacheSource<Info> {
  switch (landed.kind) {
    case 'fresh':
      return { status: 'shared', info: landed.answer.info, savedNanoUsd: () => landed.answer.costNanoUsd };
    case 'elsewhere':
      return { status: 'shared', savedNanoUsd: () => landed.entry.costNanoUsd };
    case 'semantic': {
      const { entry, similarity, threshold } = landed;
      return { status: 'semantic', savedNanoUsd: entry.costNanoUsd, ageMs: Math.max(0, now() - entry.createdAt), similarity, threshold };
    }
    default:
      return landed satisfies never;
  }
}

/** A text that this package wrote, or has checked. */
function completionOf(text: string): ChatCompletion {
  return (JSON.parse(text) as CacheEntry).completion;
}
