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

/** Key names under a prefix, so that several programs can share a server. */
export function createRedisKeys(prefix = 'di:router'): RedisKeys {
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
  };
}
