import type { CacheStore } from '../cache-store.js';

/** A near store over a far one. */
export interface LayeredStoreOptions {
  /** Fast, in this process. */
  readonly near: CacheStore;
  /** Shared with other processes. */
  readonly far: CacheStore;
  /**
   * Milliseconds that an entry stays near, at most: how long a process may not see that another one
   * has replaced it.
   * @default 5000
   */
  readonly nearTtlMs?: number;
  /** @default Date.now */
  readonly now?: () => number;
}

const DEFAULTS = { nearTtlMs: 5_000, now: Date.now } as const;

/** Reads near, then far; writes both. The far store decides how long an entry lives. */
export function createLayeredStore({ near, far, ...options }: LayeredStoreOptions): CacheStore {
  const { nearTtlMs, now } = { ...DEFAULTS, ...options };
  // Counts writes and deletions, so that a slow read cannot put back what was replaced meanwhile.
  let changes = 0;

  const readFar = async (key: string) => {
    const before = changes;
    const found = await far.get(key);
    if (found && changes === before) await near.set(key, found.text, Math.min(nearTtlMs, found.expiresAt - now()));
    return found;
  };

  return {
    get(key) {
      const found = near.get(key);
      if (found instanceof Promise) return found.then((value) => value ?? readFar(key));
      return found ?? readFar(key);
    },
    async set(key, text, ttlMs) {
      changes += 1;
      // Near first and without waiting: the next caller of this process has it at once.
      const isNear = near.set(key, text, Math.min(nearTtlMs, ttlMs));
      const [nearKept, farKept] = await Promise.all([isNear, far.set(key, text, ttlMs)]);
      return nearKept || farKept;
    },
    async delete(key) {
      changes += 1;
      await Promise.all([near.delete(key), far.delete(key)]);
    },
    get size() {
      return near.size;
    },
  };
}
