import type { Awaitable } from '../budget/awaitable.js';

/** A kept text and how long it still lives. */
export interface StoredText {
  readonly text: string;
  /** Epoch milliseconds by the clock given to the store. */
  readonly expiresAt: number;
}

/**
 * Keeps texts for a time. No method rejects or hangs: a store that cannot be reached answers as an
 * empty one. One contract suite runs over every implementation.
 */
export interface CacheStore {
  get(key: string): Awaitable<StoredText | undefined>;
  /**
   * Keeps `text` for `ttlMs` milliseconds; what is too large is left out in silence.
   * Resolves with whether it was kept.
   */
  set(key: string, text: string, ttlMs: number): Awaitable<boolean>;
  delete(key: string): Awaitable<void>;
  /** What this process holds in memory. */
  readonly size: StoreSize;
}

/** How full a store is in this process; a remote one counts nothing. */
export interface StoreSize {
  readonly entries: number;
  /** Bytes of keys and values, two for each UTF-16 code unit. */
  readonly bytes: number;
}
