import { LRUCache } from 'lru-cache';

import { nearest } from './nearest.js';
import type { SemanticEntry, SemanticIndex } from './semantic-index.js';

/** How many questions are kept. */
export interface SemanticIndexOptions {
  /**
   * Questions in a scope; the oldest give way. From 1 to 100000.
   * @default 1000, or `maxEntries` if that is less
   */
  readonly maxEntriesPerScope?: number;
  /**
   * Questions of all scopes in this process; the scopes that were used last stay.
   * @default 20000
   */
  readonly maxEntries?: number;
  /** @default Date.now */
  readonly now?: () => number;
}

/** Defaults of every index. */
const INDEX_DEFAULTS = { maxEntriesPerScope: 1_000, maxEntries: 20_000, now: Date.now } as const satisfies Required<SemanticIndexOptions>;

/**
 * Keeps questions in this process.
 * @throws RangeError When an option is out of range.
 */
export function createMemoryIndex(options: SemanticIndexOptions = {}): SemanticIndex {
  const { maxEntriesPerScope, maxEntries, now } = checkedIndexOptions(options);
  const scopes = new LRUCache<string, Map<string, SemanticEntry>>({ maxSize: maxEntries, sizeCalculation: (entries) => Math.max(1, entries.size) });

  return {
    search(scope, vector, limit) {
      return nearest(scopes.get(scope)?.values() ?? [], vector, limit, now());
    },
    put(scope, entry) {
      const entries = new Map(scopes.get(scope));
      const known = entries.get(entry.key);
      entries.delete(entry.key);
      entries.set(entry.key, known ? { ...entry, threshold: Math.max(known.threshold, entry.threshold) } : entry);
      dropSurplus(entries, maxEntriesPerScope, now());
      scopes.set(scope, entries);
    },
    remove(scope, key) {
      const entries = scopes.get(scope);
      if (!entries?.delete(key)) return;
      if (entries.size === 0) scopes.delete(scope);
      else scopes.set(scope, new Map(entries));
    },
  };
}

/** Takes out what has expired, and if that is not enough, the oldest. */
export function dropSurplus(entries: Map<string, SemanticEntry>, limit: number, now: number): void {
  if (entries.size <= limit) return;
  for (const [key, { expiresAt }] of entries) if (expiresAt <= now) entries.delete(key);
  for (const key of entries.keys()) {
    if (entries.size <= limit) return;
    entries.delete(key);
  }
}

/** Fills in the defaults. */
export function checkedIndexOptions(options: SemanticIndexOptions): Required<SemanticIndexOptions> {
  const { maxEntries = INDEX_DEFAULTS.maxEntries, now = INDEX_DEFAULTS.now } = options;
  const { maxEntriesPerScope = Math.min(INDEX_DEFAULTS.maxEntriesPerScope, maxEntries) } = options;
  if (!Number.isSafeInteger(maxEntriesPerScope) || maxEntriesPerScope < 1 || maxEntriesPerScope > 100_000) {
    throw new RangeError(`maxEntriesPerScope must be a whole number from 1 to 100000, got ${maxEntriesPerScope}`);
  }
  if (!Number.isSafeInteger(maxEntries) || maxEntries < maxEntriesPerScope) {
    throw new RangeError(`maxEntries must be a whole number, at least maxEntriesPerScope (${maxEntriesPerScope}), got ${maxEntries}`);
  }
  return { maxEntriesPerScope, maxEntries, now };
}
