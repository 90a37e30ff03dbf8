import type { ChatCompletion } from 'openai/resources/chat/completions';

import { type Awaitable, whenReady } from '../budget/awaitable.js';
import type { NanoUsd } from '../budget/nano-usd.js';

import type { CacheStore } from './cache-store.js';
import { type CacheEntry, decodeEntry, encodeEntry } from './exact/cache-entry.js';
import { offeredTools, unstorableReason } from './exact/storable.js';
import type { UnstorableReason } from './exact/unstorable-reason.js';
import type { RequestPlan } from './plan-request.js';

/** Reads and writes answers by the rules of their requests. */
export interface AnswerKeeper {
  /** The answer that may be given; `undefined` when there is none, or it is too old or broken. */
  read(key: string, plan: RequestPlan): Awaitable<CacheEntry | undefined>;
  /** An answer ready to be kept, if it may be. */
  prepare(plan: RequestPlan, completion: ChatCompletion, costNanoUsd: NanoUsd | null): PreparedAnswer;
  /** Keeps it, if it may be kept, and tells until when. */
  keep(plan: RequestPlan, prepared: PreparedAnswer): Awaitable<{ readonly key: string; readonly expiresAt: number } | undefined>;
  /** Counts an answer that never became whole. */
  refuse(reason: UnstorableReason): void;
  readonly writes: number;
  readonly broken: number;
  readonly refused: Readonly<Partial<Record<UnstorableReason, number>>>;
}

/** An answer on its way to the store, as it was before its receiver could change it. */
export interface PreparedAnswer {
  readonly entry: CacheEntry;
  readonly text: string;
  readonly reason: UnstorableReason | undefined;
}

/** Makes a keeper over a store. */
export function createAnswerKeeper(store: CacheStore, now: () => number): AnswerKeeper {
  let writes = 0;
  let broken = 0;
  const refused: Partial<Record<UnstorableReason, number>> = {};
  const refuse = (reason: UnstorableReason) => {
    refused[reason] = (refused[reason] ?? 0) + 1;
  };

  return {
    read(key, { request }) {
      const maxAgeMs = request.controls?.sMaxageMs ?? Number.POSITIVE_INFINITY;
      return whenReady(store.get(key), (found) => {
        if (!found) return undefined;
        const entry = decodeEntry(found.text);
        if (!entry) {
          broken += 1;
          void store.delete(key);
          return undefined;
        }
        return now() - entry.createdAt <= maxAgeMs ? entry : undefined;
      });
    },
    prepare({ request }, completion, costNanoUsd) {
      const entry: CacheEntry = { createdAt: now(), completion, costNanoUsd };
      return { entry, text: encodeEntry(entry), reason: unstorableReason(completion, offeredTools(request.params)) };
    },
    keep({ key, ttlMs, canWrite }, { text, reason }) {
      if (key === undefined || !canWrite) return undefined;
      if (reason) {
        refuse(reason);
        return undefined;
      }
      const expiresAt = now() + ttlMs;
      return whenReady(store.set(key, text, ttlMs), (isKept) => {
        if (isKept) writes += 1;
        else refuse('not-kept');
        return isKept ? { key, expiresAt } : undefined;
      });
    },
    refuse,
    get writes() {
      return writes;
    },
    get broken() {
      return broken;
    },
    get refused() {
      return { ...refused };
    },
  };
}
