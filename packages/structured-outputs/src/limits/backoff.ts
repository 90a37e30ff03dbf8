/** Retries of requests that the provider failed. All times in milliseconds. */
export interface Backoff {
  /** Extra requests for one attempt. */
  readonly maxRetries: number;
  /** Before the first retry; doubles with each. */
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  /** A longer `Retry-After` of the provider is not waited for: the call fails. */
  readonly maxRetryAfterMs: number;
}

/** For clients that retry themselves. */
export const NO_BACKOFF: Backoff = { maxRetries: 0, baseDelayMs: 500, maxDelayMs: 8_000, maxRetryAfterMs: 20_000 };

/** Statuses after which the same request may succeed. */
const RETRYABLE = new Set([408, 409, 429]);

/** HTTP status of a client's error, if it has one. */
export function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** Whether the same request may succeed later: no status means that no answer came. */
export function isRetryableStatus(status: number | undefined): boolean {
  return status === undefined || RETRYABLE.has(status) || status >= 500;
}

/**
 * How long to wait before a retry, with jitter; `undefined` when the provider
 * asks for more patience than allowed.
 */
export function delayBefore(retry: number, error: unknown, { baseDelayMs, maxDelayMs, maxRetryAfterMs }: Backoff, random: () => number): number | undefined {
  const asked = retryAfterMs(error);
  if (asked !== undefined) return asked <= maxRetryAfterMs ? asked : undefined;
  const longest = Math.min(maxDelayMs, baseDelayMs * 2 ** (retry - 1));
  return longest * (0.5 + random() / 2);
}

function retryAfterMs(error: unknown): number | undefined {
  const headers = typeof error === 'object' && error !== null && 'headers' in error ? error.headers : undefined;
  if (typeof headers !== 'object' || headers === null) return undefined;
  const read = (name: string): unknown => (headers instanceof Headers ? headers.get(name) : (headers as Record<string, unknown>)[name]);
  const precise = Number(read('retry-after-ms') ?? Number.NaN);
  if (precise >= 0) return precise;
  const value = read('retry-after');
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const wait = Number(value) >= 0 ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
