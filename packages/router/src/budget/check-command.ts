import type { ReserveCommand, SettleCommand } from './budget-store.js';
import { assertNanoUsd } from './nano-usd.js';

/** Milliseconds that a closed reservation is remembered: longer than any sensible deadline. */
export const DEFAULT_KEEP_CLOSED_MS = 3_600_000;

/** Reservations that one sweep closes at most, so that it never blocks a server for long. */
export const DEFAULT_SWEEP_LIMIT = 100;

/** Budgets that one request may have; a script's time grows with them. */
export const MAX_LINES = 32;

/**
 * Refuses what a store could not keep exactly.
 * @throws RangeError
 */
export function checkReserve({ amountNano, leaseMs, lines }: ReserveCommand): void {
  assertNanoUsd(amountNano, 'Amount to reserve');
  if (!Number.isInteger(leaseMs) || leaseMs <= 0) throw new RangeError(`leaseMs must be a whole number above 0, got ${leaseMs}`);
  if (lines.length > MAX_LINES) throw new RangeError(`A request can have ${MAX_LINES} budgets at most, got ${lines.length}`);
  for (const { account, limitNano } of lines) assertNanoUsd(limitNano, `Limit of budget ${account}`);
}

/**
 * Refuses what a store could not add exactly.
 * @throws RangeError
 */
export function checkSettle({ actualNano }: SettleCommand): void {
  assertNanoUsd(actualNano, 'Amount to settle');
}
