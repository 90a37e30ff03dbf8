import type { NanoUsd } from '../budget/nano-usd.js';

import type { CacheStatistics } from './cache-statistics.js';
import type { CacheSource } from './response-cache.js';

/** Counters of where answers came from. */
export interface CacheCounts {
  lookup(): void;
  /** Counts an answer by its source; savings that are known now are added. */
  answered(status: CacheSource<unknown>['status'], savedNanoUsd?: NanoUsd | null): void;
  saved(nanoUsd: NanoUsd): void;
  read(): Pick<CacheStatistics, 'lookups' | 'hits' | 'semanticHits' | 'shared' | 'misses' | 'off' | 'savedNanoUsd'>;
}

/** Starts at nothing. */
export function createCacheCounts(): CacheCounts {
  const answered: Record<CacheSource<unknown>['status'], number> = { off: 0, miss: 0, shared: 0, hit: 0, semantic: 0 };
  let lookups = 0;
  let savedNanoUsd = 0;
  return {
    lookup() {
      lookups += 1;
    },
    answered(status, saved) {
      answered[status] += 1;
      savedNanoUsd += saved ?? 0;
    },
    saved(nanoUsd) {
      savedNanoUsd += nanoUsd;
    },
    read: () => ({ lookups, hits: answered.hit, semanticHits: answered.semantic, shared: answered.shared, misses: answered.miss, off: answered.off, savedNanoUsd }),
  };
}
