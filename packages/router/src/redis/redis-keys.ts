/**
 * Every key and channel that the router uses in Redis, declared once. The part in braces is the
 * hash tag: it puts keys that one script touches into one slot of a Redis Cluster.
 */
export interface RedisKeys {
  /** Everything about the money of a tenant begins like this. */
  budget(tenant: string): BudgetKeys;
  /** Buckets of the last minute of a deployment. */
  limit(deployment: string): string;
  /** Hash: deployment -> JSON of its cooldown. */
  readonly cooldowns: string;
  /** Held by the one process that probes. */
  probe(deployment: string): string;
  /** Changes of cooldowns, as JSON. */
  readonly cooldownChannel: string;
  readonly cache: CacheRedisKeys;
}

/** Keys of one tenant's budgets. */
export interface BudgetKeys {
  /** Sorted set: reservation id by the end of its lease. */
  readonly leases: string;
  /** Prefix of the keys below, for the sweep, which finds reservations by their ids. */
  readonly prefix: string;
  reservation(id: string): string;
  /** Counters of one account in one window. */
  window(account: string, label: string): string;
  /** Which windows of an account were used last. */
  account(account: string): string;
}

/** Keys and channels of the cache. They hold hashes only, no text of a user. */
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

/** Begin of every key where nothing else is asked for. */
const DEFAULT_PREFIX = 'di:router';

/** Key names under a prefix, so that several programs can share a server. */
export function createRedisKeys(prefix = DEFAULT_PREFIX): RedisKeys {
  return {
    budget(tenant) {
      const base = `{${prefix}:budget:${encodeURIComponent(tenant)}}:`;
      return {
        prefix: base,
        leases: `${base}leases`,
        reservation: (id) => `${base}res:${id}`,
        window: (account, label) => `${base}win:${account}:${label}`,
        account: (account) => `${base}acct:${account}`,
      };
    },
    limit: (deployment) => `{${prefix}:limit:${encodeURIComponent(deployment)}}`,
    cooldowns: `{${prefix}:cooldown}:all`,
    probe: (deployment) => `{${prefix}:cooldown}:probe:${encodeURIComponent(deployment)}`,
    cooldownChannel: `{${prefix}:cooldown}:changes`,
    cache: createCacheRedisKeys(prefix),
  };
}

/** The part of {@link createRedisKeys} that a cache without a router needs. */
export function createCacheRedisKeys(prefix = DEFAULT_PREFIX): CacheRedisKeys {
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
