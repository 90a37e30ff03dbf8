import { LRUCache } from 'lru-cache';

import type { CacheStore, StoredText } from '../cache-store.js';

/** How much a process keeps in memory. */
export interface MemoryStoreOptions {
  /**
   * Entries, from 1.
   * @default 10000
   */
  readonly maxEntries?: number;
  /**
   * Bytes of keys and values together, two for each UTF-16 code unit, from 1000.
   * @default 64 MiB
   */
  readonly maxBytes?: number;
  /** @default Date.now */
  readonly now?: () => number;
}

const DEFAULTS = { maxEntries: 10_000, maxBytes: 64 * 1_024 * 1_024, now: Date.now } as const satisfies Required<MemoryStoreOptions>;

/** What an entry weighs besides its texts: the object and its places in the lists, roughly. */
const ENTRY_BYTES = 100;

/**
 * Keeps the entries that were used last, bounded by count and bytes. An entry larger than a
 * quarter of the room is left out, so that one answer cannot empty the cache.
 *
 * @throws RangeError When an option is out of range.
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): CacheStore {
  const { maxEntries, maxBytes, now } = { ...DEFAULTS, ...options };
  check('maxEntries', maxEntries, 1);
  check('maxBytes', maxBytes, 1_000);
  const entries = new LRUCache<string, StoredText>({
    max: maxEntries,
    maxSize: maxBytes,
    maxEntrySize: Math.ceil(maxBytes / 4),
    sizeCalculation: ({ text }, key) => sizeOf(key, text),
  });

  return {
    get(key) {
      const found = entries.get(key);
      if (found === undefined || found.expiresAt > now()) return found;
      entries.delete(key);
      return undefined;
    },
    set(key, text, ttlMs) {
      if (!(ttlMs > 0) || sizeOf(key, text) > maxBytes / 4) {
        // What was there before is out of date all the same.
        entries.delete(key);
        return false;
      }
      entries.set(key, { text, expiresAt: now() + ttlMs });
      return true;
    },
    delete(key) {
      entries.delete(key);
    },
    get size() {
      return { entries: entries.size, bytes: entries.calculatedSize };
    },
  };
}

function sizeOf(key: string, text: string): number {
  return (key.length + text.length) * 2 + ENTRY_BYTES;
}

function check(name: string, value: number, minimum: number): void {
  if (!Number.isSafeInteger(value) || value < minimum) throw new RangeError(`${name} must be a whole number from ${minimum}, got ${value}`);
}
