import type { RateGrant, RateLimitStore } from './rate-limit-store.js';
import { createSlidingWindow, type SlidingWindow } from './sliding-window.js';

/** How requests are counted in this process. */
export interface MemoryRateLimitStoreOptions {
  /** @default Date.now */
  readonly now?: () => number;
}

/** Deployments counted at most before idle ones are forgotten; a reload brings new ones. */
const MAX_KEYS = 1_000;

/** Counts in this process alone; every answer is there at once. */
export function createMemoryRateLimitStore({ now = Date.now }: MemoryRateLimitStoreOptions = {}): RateLimitStore {
  const windows = new Map<string, SlidingWindow>();
  const windowOf = (key: string) => {
    let window = windows.get(key);
    if (!window) {
      if (windows.size >= MAX_KEYS) for (const [idle, { usage }] of windows) if (usage().requests === 0) windows.delete(idle);
      window = createSlidingWindow(now);
      windows.set(key, window);
    }
    return window;
  };

  return {
    acquire({ key, tokens, ...limits }) {
      const window = windowOf(key);
      const taken = window.take(limits, tokens);
      if ('limit' in taken) return { ok: false, ...taken };
      let isEnded = false;
      const end = (requests: number, moreTokens: number) => {
        if (!isEnded) window.correct(taken.bucket, requests, moreTokens);
        isEnded = true;
      };
      const grant: RateGrant = {
        settle(actualTokens) { end(0, actualTokens - taken.tokens); },
        cancel() { end(-1, -taken.tokens); },
      };
      return { ok: true, grant };
    },
    usage: (key) => windows.get(key)?.usage() ?? { requests: 0, tokens: 0 },
    isDegraded: false,
    close: () => Promise.resolve(),
  };
}
