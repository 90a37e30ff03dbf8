import { RedisUnavailableError } from '../redis/errors.js';
import type { RedisConnection } from '../redis/redis-connection.js';
import type { RedisKeys } from '../redis/redis-keys.js';

import { createMemoryRateLimitStore } from './memory-rate-limit-store.js';
import type { RateGrant, RateLimits, RateLimitStore, RateOutcome, RateRefusal, RateRequest, RateUsage } from './rate-limit-store.js';
import { ACQUIRE } from './scripts/acquire.js';
import { CORRECT } from './scripts/correct.js';
import { USAGE } from './scripts/usage.js';
import { BUCKET_MS, WINDOW_MS } from './sliding-window.js';

/** How requests of all processes are counted together. */
export interface RedisRateLimitStoreOptions {
  readonly connection: RedisConnection;
  readonly keys: RedisKeys;
  /**
   * How many processes share the limits: while Redis is away each keeps within this fraction.
   * @default 1
   */
  readonly expectedProcesses?: number;
  /** @default Date.now */
  readonly now?: () => number;
}

/** Where Redis counted a request, and with how many tokens. */
interface Counted {
  readonly bucket: string;
  readonly tokens: number;
}

interface Known extends RateUsage {
  readonly at: number;
}

/** Milliseconds that a known use is fresh. */
const FRESH_MS = 250;

/** Deployments whose use is known at most. */
const MAX_KNOWN = 1_000;

const NO_LIMIT = -1;

/** Counts in Redis by its own clock, and in this process as well, which goes on alone while Redis is away. */
export function createRedisRateLimitStore(options: RedisRateLimitStoreOptions): RateLimitStore {
  const { connection, keys, expectedProcesses = 1, now = Date.now } = options;
  const local = createMemoryRateLimitStore({ now });
  const known = new Map<string, Known>();
  const refreshing = new Set<string>();
  const pending = new Set<Promise<unknown>>();

  const remember = (key: string, requests: number, tokens: number) => {
    if (known.size >= MAX_KNOWN && !known.has(key)) known.clear();
    known.set(key, { requests, tokens, at: now() });
  };
  const inBackground = (work: Promise<unknown>) => {
    const done = work.catch(() => undefined).finally(() => pending.delete(done));
    pending.add(done);
  };
  const count = async ({ key, rpm = NO_LIMIT, tpm = NO_LIMIT, tokens }: RateRequest): Promise<Counted | RateRefusal> => {
    const [isTaken, where, number, requests, used] = (await connection.script(ACQUIRE, [keys.limit(key)], [rpm, tpm, Math.ceil(tokens), WINDOW_MS, BUCKET_MS])) as [number, string, number, number, number];
    remember(key, requests, used);
    return isTaken === 1 ? { bucket: where, tokens: number } : { limit: where as 'rpm' | 'tpm', retryAfterMs: number };
  };
  const correct = async (key: string, counted: Promise<Counted>, change: (tokens: number) => [requests: number, tokens: number]) => {
    const { bucket, tokens } = await counted;
    const [moreRequests, moreTokens] = change(tokens);
    const before = known.get(key);
    if (before) known.set(key, { ...before, requests: before.requests + moreRequests, tokens: before.tokens + moreTokens });
    if (moreRequests !== 0 || moreTokens !== 0) await connection.script(CORRECT, [keys.limit(key)], [bucket, moreRequests, moreTokens]);
  };
  /** A grant that is counted here and there. */
  const grantOf = ({ key, tokens }: RateRequest, counted: Promise<Counted>): RateGrant => {
    const here = local.acquire({ key, tokens }) as RateOutcome & { readonly ok: true };
    let isEnded = false;
    const end = (change: (tokens: number) => [requests: number, tokens: number]) => {
      if (!isEnded) inBackground(correct(key, counted, change));
      isEnded = true;
    };
    return {
      settle(actualTokens) {
        here.grant.settle(actualTokens);
        end((held) => [0, Math.ceil(actualTokens) - held]);
      },
      cancel() {
        here.grant.cancel();
        end((held) => [-1, -held]);
      },
    };
  };
  const acquireWithin = async (request: RateRequest): Promise<RateOutcome> => {
    try {
      const counted = await count(request);
      return 'limit' in counted ? { ok: false, ...counted } : { ok: true, grant: grantOf(request, Promise.resolve(counted)) };
    } catch (error) {
      if (!RedisUnavailableError.is(error)) throw error;
      return local.acquire({ ...request, ...shareOf(request, expectedProcesses) });
    }
  };

  return {
    acquire(request) {
      if (request.rpm !== undefined || request.tpm !== undefined) return acquireWithin(request);
      const counted = count(request) as Promise<Counted>;
      inBackground(counted);
      return { ok: true, grant: grantOf(request, counted) };
    },
    usage(key) {
      if (connection.isDegraded) return local.usage(key);
      const last = known.get(key);
      if ((!last || now() - last.at >= FRESH_MS) && !refreshing.has(key)) {
        refreshing.add(key);
        inBackground(connection.script(USAGE, [keys.limit(key)], [WINDOW_MS]).then((reply) => {
          const [requests, tokens] = reply as [number, number];
          remember(key, requests, tokens);
        }).finally(() => refreshing.delete(key)));
      }
      return last ? { requests: last.requests, tokens: last.tokens } : local.usage(key);
    },
    get isDegraded() {
      return connection.isDegraded;
    },
    async close() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

/** A limit above zero leaves every process at least one request or token. */
function shareOf({ rpm, tpm }: RateLimits, processes: number): RateLimits {
  const share = (limit: number) => (limit === 0 ? 0 : Math.max(1, Math.floor(limit / processes)));
  return { ...(rpm !== undefined && { rpm: share(rpm) }), ...(tpm !== undefined && { tpm: share(tpm) }) };
}
