import type { AnswerKeeper, PreparedAnswer } from './answer-keeper.js';
import type { BackgroundWork } from './background-work.js';
import { type CacheEntry, decodeEntry, encodeEntry } from './exact/cache-entry.js';
import type { RequestPlan } from './plan-request.js';
import type { SemanticCache, SemanticFinding } from './semantic/semantic-cache.js';
import { waitFor } from './single-flight/wait-for.js';

/** Looks for kept answers, and keeps new ones with all that belongs to it. */
export interface Finder {
  /** The answer to an equal request. @throws The reason of the signal. */
  exact(plan: RequestPlan, signal: AbortSignal | undefined): Promise<CacheEntry | undefined>;
  /** The answer to a request that means the same, and how to learn from the true one. */
  byMeaning(plan: RequestPlan, signal: AbortSignal | undefined): Promise<FoundByMeaning>;
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
    async exact(plan, signal) {
      if (!plan.canRead || plan.key === undefined) return undefined;
      const found = keeper.read(plan.key, plan);
      return found instanceof Promise ? await waitFor(found, signal) : found;
    },

    async byMeaning(plan, signal) {
      if (semantic && plan.isSemanticSkipped) semantic.skip();
      if (!semantic || !plan.question || plan.semantic === 'off') return NOTHING;
      const { text, scope } = plan.question;
      const { hit, learn } = await semantic.search({ text, scope, mode: plan.semantic, signal, load: (key) => keeper.read(key, plan) });
      return { ...(hit && { hit: { ...hit, text: encodeEntry(hit.entry) } }), learn };
    },

    keep(plan, prepared, learn) {
      const keeping = keeper.keep(plan, prepared);
      background.add(
        keeping.then(async (kept) => {
          if (prepared.reason || !plan.question) return;
          // Read anew from the text: the receiver may have changed the object meanwhile.
          await learn({ entry: decodeEntry(prepared.text) ?? prepared.entry, ...(kept && { kept }) });
        }),
      );
    },
  };
}
