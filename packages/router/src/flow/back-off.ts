import type { Failure } from '../errors/failure.js';

import type { RetryRules } from './request-rules.js';

/** A provider that asks for more is not waited for: its cooldown says the rest. */
const MAX_RETRY_AFTER_MS = 60_000;

/**
 * Milliseconds before the `nth` repetition (from 0): what the provider asks for, up
 * to a minute, else `base` doubled each time up to `cap`, less a random share of it.
 */
export function backOffMs(nth: number, { baseMs, capMs, jitter }: RetryRules, { retryAfterMs }: Failure, random: () => number): number {
  if (retryAfterMs !== undefined && retryAfterMs > 0 && retryAfterMs <= MAX_RETRY_AFTER_MS) return retryAfterMs;
  const whole = Math.min(capMs, baseMs * 2 ** Math.min(nth, 30));
  return whole * (1 - jitter * random());
}
