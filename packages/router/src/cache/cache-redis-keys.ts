/** Every key and channel of the cache in Redis. Keys hold hashes only, no text of a user. */
export interface CacheRedisKeys {
  /** A kept answer. */
  answer(key: string): string;
  /** Who is working on an answer, or the answer itself for a moment. */
  flight(key: string): string;
  /** Told when a flight has landed. */
  flightChannel(key: string): string;
  /** Semantic entries of a scope; the tag keeps both keys of a scope in one slot. */
  semantic(scope: string): { readonly entries: string; readonly order: string };
}

/** Key names under a prefix, so that several programs can share a server. */
export function createCacheRedisKeys(prefix = 'di:router'): CacheRedisKeys {
  return {
    answer: (key) => `${prefix}:cache:answer:${key}`,
    flight: (key) => `${prefix}:cache:flight:${key}`,
    flightChannel: (key) => `${prefix}:cache:landed:${key}`,
    semantic(scope) {
      const tag = `{${prefix}:cache:semantic:${scope}}`;
      return { entries: `${tag}:entries`, order: `${tag}:order` };
    },
  };
}
