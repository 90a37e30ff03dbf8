import type { Awaitable } from '../budget/awaitable.js';

/** Limits of one deployment; a missing one is no limit, 0 lets nothing through. */
export interface RateLimits {
  /** Requests in any 60 seconds. */
  readonly rpm?: number;
  /** Tokens, input and output together, in any 60 seconds. */
  readonly tpm?: number;
}

/** A wish to send one request. */
export interface RateRequest extends RateLimits {
  /** Deployment id. */
  readonly key: string;
  /** Estimated tokens of the request, held against `tpm`. One that is larger than `tpm` passes alone. */
  readonly tokens: number;
}

/** A place inside the limits. */
export interface RateGrant {
  /** Replaces the estimate by the real number, once; later calls change nothing. Never throws. */
  settle(actualTokens: number): void;
  /** Gives request and tokens back, because nothing was sent. */
  cancel(): void;
}

/** Which limit refused, and when it is worth another try. */
export interface RateRefusal {
  readonly limit: 'rpm' | 'tpm';
  /** Milliseconds until there is room for this request; 60,000 when the limit is 0. */
  readonly retryAfterMs: number;
}

/** Answer to a {@link RateRequest}. */
export type RateOutcome = { readonly ok: true; readonly grant: RateGrant } | ({ readonly ok: false } & RateRefusal);

/** Use of a deployment in the last 60 seconds. */
export interface RateUsage {
  readonly requests: number;
  readonly tokens: number;
}

/**
 * rpm and tpm over a sliding window: in no span of 60 seconds does more than the limit get through.
 *
 * Every request is counted, with limits or without, because usage-based routing reads the counters.
 */
export interface RateLimitStore {
  /** Takes a place or says which limit refuses. Never rejects: without Redis it counts in this process. */
  acquire(request: RateRequest): Awaitable<RateOutcome>;
  /** Last known use, at once. Over Redis it is as of the last answer, refreshed in the background every 250 ms. */
  usage(key: string): RateUsage;
  /** Whether counting is local because Redis is away. */
  readonly isDegraded: boolean;
  /** Waits for corrections on their way. */
  close(): Promise<void>;
}
