/**
 * Money as whole nano-USD (1 USD = 1,000,000,000) in a plain number.
 *
 * A double holds every integer up to 2^53 exactly, which is 9,007,199 USD: no BigInt is
 * needed, and {@link assertNanoUsd} keeps anything larger out.
 */
export type NanoUsd = number;

/** Nano-USD in one USD. */
export const NANO_PER_USD = 1_000_000_000;

/** The largest amount that a double still counts one by one: 2^53 - 1 nano-USD, about 9 million USD. */
export const MAX_NANO_USD = Number.MAX_SAFE_INTEGER;

/**
 * Turns USD, as people write them in a configuration, into nano-USD, rounded to the nearest.
 * @throws RangeError When `usd` is negative, not finite, or beyond {@link MAX_NANO_USD}.
 */
export function usdToNano(usd: number): NanoUsd {
  const nano = Math.round(usd * NANO_PER_USD);
  assertNanoUsd(nano, 'USD amount');
  return nano;
}

/** Turns nano-USD into USD for people; a display value, never to be added up. */
export function nanoToUsd(nano: NanoUsd): number {
  return nano / NANO_PER_USD;
}

/**
 * Refuses what could not be added exactly.
 * @throws RangeError Naming `what` and the value.
 */
export function assertNanoUsd(nano: number, what: string): void {
  if (!Number.isSafeInteger(nano) || nano < 0) {
    throw new RangeError(`${what} must be a whole number of nano-USD from 0 to ${MAX_NANO_USD}, got ${nano}`);
  }
}
