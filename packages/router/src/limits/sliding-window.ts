import type { RateLimits, RateRefusal, RateUsage } from './rate-limit-store.js';

/** Milliseconds that a request counts: providers limit by the minute. */
export const WINDOW_MS = 60_000;

/**
 * Milliseconds of a bucket. A bucket counts until its last request is a window old, so that the
 * limit holds in every span of 60 seconds; a place comes free at most this much late.
 */
export const BUCKET_MS = 2_000;

/** Requests of a short time. */
export interface RateBucket {
  readonly index: number;
  requests: number;
  tokens: number;
  /** Milliseconds since 1970 of the last request. */
  lastAt: number;
  /** Whether it still counts. */
  isCounted: boolean;
}

/** The last 60 seconds of one deployment. */
export interface SlidingWindow {
  /** Counts a request, or says which limit refuses it. Tokens beyond the whole limit are cut to it, so that a huge request passes alone. */
  take(limits: RateLimits, tokens: number): { readonly bucket: RateBucket; readonly tokens: number } | RateRefusal;
  /** Changes what was counted, if it still counts. */
  correct(bucket: RateBucket, requests: number, tokens: number): void;
  readonly usage: () => RateUsage;
}

/** Makes an empty window. */
export function createSlidingWindow(now: () => number): SlidingWindow {
  let buckets: RateBucket[] = [];
  let requests = 0;
  let tokens = 0;

  const expire = (time: number) => {
    const [first] = buckets;
    if (!first || first.lastAt + WINDOW_MS > time) return;
    const gone = buckets.findIndex(({ lastAt }) => lastAt + WINDOW_MS > time);
    const expired = buckets.slice(0, gone === -1 ? buckets.length : gone);
    buckets = buckets.slice(expired.length);
    for (const bucket of expired) {
      bucket.isCounted = false;
      requests -= bucket.requests;
      tokens -= bucket.tokens;
    }
  };
  /** Milliseconds until so much of what is counted has expired. */
  const waitFor = (excess: number, part: 'requests' | 'tokens', time: number) => {
    let freed = 0;
    for (const bucket of buckets) {
      freed += bucket[part];
      if (freed >= excess) return bucket.lastAt + WINDOW_MS - time;
    }
    return WINDOW_MS;
  };

  return {
    take({ rpm, tpm }, wanted) {
      const time = now();
      expire(time);
      const held = tpm === undefined ? wanted : Math.min(wanted, tpm);
      if (rpm !== undefined && requests + 1 > rpm) return { limit: 'rpm', retryAfterMs: waitFor(requests + 1 - rpm, 'requests', time) };
      if (tpm !== undefined && (tokens + held > tpm || tpm === 0)) return { limit: 'tpm', retryAfterMs: waitFor(tokens + held - tpm, 'tokens', time) };
      const index = Math.floor(time / BUCKET_MS);
      let bucket = buckets.at(-1);
      // A clock that was set back must not open a bucket before the last one.
      if (!bucket || bucket.index < index) {
        bucket = { index, requests: 0, tokens: 0, lastAt: time, isCounted: true };
        buckets.push(bucket);
      }
      bucket.lastAt = Math.max(bucket.lastAt, time);
      this.correct(bucket, 1, held);
      return { bucket, tokens: held };
    },
    correct(bucket, moreRequests, moreTokens) {
      if (!bucket.isCounted) return;
      const addedRequests = Math.max(moreRequests, -bucket.requests);
      const addedTokens = Math.max(moreTokens, -bucket.tokens);
      bucket.requests += addedRequests;
      bucket.tokens += addedTokens;
      requests += addedRequests;
      tokens += addedTokens;
    },
    usage() {
      expire(now());
      return { requests, tokens };
    },
  };
}
