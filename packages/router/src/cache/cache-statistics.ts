import type { NanoUsd } from '../budget/nano-usd.js';

import type { UnstorableReason } from './exact/unstorable-reason.js';
import type { SemanticReport } from './semantic/semantic-report.js';

/** What the cache of this process did since it was made. */
export interface CacheStatistics {
  /** Requests that looked for an answer. */
  readonly lookups: number;
  readonly hits: number;
  readonly semanticHits: number;
  /** Requests that got the answer of somebody who asked the same at the same moment. */
  readonly shared: number;
  readonly misses: number;
  /** Requests that took no part. */
  readonly off: number;
  readonly writes: number;
  /** Answers that were not kept, by reason. */
  readonly refused: Readonly<Partial<Record<UnstorableReason, number>>>;
  /** Entries that could not be read, and counted as absent. */
  readonly broken: number;
  /** What hits and shared answers would have cost; the semantic part is gross, see {@link SemanticReport.netSavedNanoUsd}. */
  readonly savedNanoUsd: NanoUsd;
  /** In this process's memory. */
  readonly entries: number;
  readonly bytes: number;
  /** Shared requests under way in this process. */
  readonly flights: number;
  /** Absent when the semantic cache is off. */
  readonly semantic?: SemanticReport;
}
