import type { NanoUsd } from '../../budget/nano-usd.js';

import type { GuardName } from './guards/guard-name.js';
import type { SemanticReport } from './semantic-report.js';
import { measuredRate } from './wilson-interval.js';

/** Counters of a semantic cache. */
export interface SemanticCounts {
  lookups: number;
  skipped: number;
  embedCalls: number;
  embedFailures: number;
  compareFailures: number;
  embeddingCost: NanoUsd;
  hit(costNanoUsd: NanoUsd | null): void;
  shadowHit(costNanoUsd: NanoUsd | null): void;
  guard(name: GuardName): void;
  judge(isSame: boolean): void;
  report(mode: 'on' | 'shadow'): SemanticReport;
}

/** Starts at nothing. */
export function createSemanticCounts(): SemanticCounts {
  let hits = 0;
  let shadowHits = 0;
  let saved = 0;
  let missedSavings = 0;
  let compared = 0;
  let disagreed = 0;
  const guarded: Partial<Record<GuardName, number>> = {};

  const counts: SemanticCounts = {
    lookups: 0,
    skipped: 0,
    embedCalls: 0,
    embedFailures: 0,
    compareFailures: 0,
    embeddingCost: 0,
    hit(cost) {
      hits += 1;
      saved += cost ?? 0;
    },
    shadowHit(cost) {
      shadowHits += 1;
      missedSavings += cost ?? 0;
    },
    guard(name) {
      guarded[name] = (guarded[name] ?? 0) + 1;
    },
    judge(isSame) {
      compared += 1;
      if (!isSame) disagreed += 1;
    },
    report: (mode) => ({
      mode,
      lookups: counts.lookups,
      hits,
      shadowHits,
      falseHits: measuredRate(disagreed, compared),
      guarded: { ...guarded },
      skipped: counts.skipped,
      embedCalls: counts.embedCalls,
      embedFailures: counts.embedFailures,
      compareFailures: counts.compareFailures,
      savedNanoUsd: saved,
      missedSavingsNanoUsd: missedSavings,
      embeddingCostNanoUsd: counts.embeddingCost,
      netSavedNanoUsd: saved - counts.embeddingCost,
    }),
  };
  return counts;
}
