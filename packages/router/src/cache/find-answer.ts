import type { Awaitable } from '../budget/awaitable.js';
import type { StopSignal } from '../stop-signal.js';

import type { AnswerKeeper, PreparedAnswer } from './answer-keeper.js';
import type { BackgroundWork } from './background-work.js';
import { type CacheEntry, decodeEntry, encodeEntry } from './exact/cache-entry.js';
import type { RequestPlan } from './plan-request.js';
import type { SemanticCache, SemanticFinding } from './semantic/semantic-cache.js';
import { waitFor } from './single-flight/wait-for.js';

/** Looks for kept answers, and keeps new ones with all that belongs to it. */
export interface Finder {
  /** The answer to an equal request. @throws The reason of the signal. */
  exact(plan: RequestPlan, signal: StopSignal | undefined): Awaitable<CacheEntry | undefined>;
  /** The answer to a request that means the same, and how to learn from the true one. */
  byMeaning(plan: RequestPlan, signal: StopSignal | undefined): Awaitable<FoundByMeaning>;
  /** Keeps a new answer behind the response. */
  keep(plan: RequestPlan, prepared: PreparedAnswer, learn: SemanticFinding['learn']): void;
}

/** What was found by meaning. */
export interface FoundByMeaning {
  readonly hit?: { readonly text: string; readonly entry: CacheEntry; readonly similarity: number; readonly threshold: number };
  readonly learn: SemanticFinding['learn'];
}

const NOTHING: FoundByMeaning = { learn: () => Promise.resolve() };

/** Makes a finder. */
export function createFinder({ keeper, background, semantic }: { readonly keeper: AnswerKeeper; readonly background: BackgroundWork; readonly semantic?: SemanticCache }): Finder {
  return {
    exact(plan, signal) {
      if (!plan.canRead || plan.key === undefined) return undefined;
      const found = keeper.read(plan.key, plan);
      return found instanceof Promise ? waitFor(found, signal) : found;
    },

    byMeaning(plan, signal) {
      if (semantic && plan.isSemanticSkipped) semantic.skip();
      return semantic && plan.question && plan.semantic !== 'off' ? search(semantic, plan, plan.question, plan.semantic, signal) : NOTHING;
    },

    keep(plan, prepared, learn) {
      const keeping = keeper.keep(plan, prepared);
      const learning = prepared.reason || !plan.question ? keeping : learnFrom(keeping, prepared, learn);
      if (learning instanceof Promise) background.add(learning);
    },
  };

  async function search(among: SemanticCache, plan: RequestPlan, { text, scope }: NonNullable<RequestPlan['question']>, mode: 'on' | 'shadow', signal: StopSignal | undefined): Promise<FoundByMeaning> {
    const { hit, learn } = await among.search({ text, scope, mode, signal, load: (key) => keeper.read(key, plan) });
    return { ...(hit && { hit: { ...hit, text: encodeEntry(hit.entry) } }), learn };
  }

  async function learnFrom(keeping: ReturnType<AnswerKeeper['keep']>, prepared: PreparedAnswer, learn: SemanticFinding['learn']): Promise<void> {
    const kept = await keeping;
    // Read anew from the text: the receiver may have changed the object meanwhile.
    await learn({ entry: decodeEntry(prepared.text) ?? prepared.entry, ...(kept && { kept }) });
  }
}
