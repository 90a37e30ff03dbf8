import type { Awaitable } from './awaitable.js';
import type { NanoUsd } from './nano-usd.js';

/** One budget of one subject in one window: what a reservation is held against. */
export interface BudgetLine {
  /** Budget and subject, the same in every window. */
  readonly account: string;
  /** Number of the window, counted without gaps, so that a later one is larger. */
  readonly index: number;
  /** Name of the window, such as `2026-11`. */
  readonly label: string;
  /** Nano-USD in this window, temporary increases included. */
  readonly limitNano: NanoUsd;
  /** Percent of the limit at which alerts are due. */
  readonly alerts: readonly number[];
  /** Milliseconds that the window's counters are kept from now on: its rest and the time for an export. */
  readonly keepMs: number;
}

/** Counters of a line. What is left is `limit - carried - spent - reserved`, negative when in debt. */
export interface BudgetCounters {
  /** Settled in this window. */
  readonly spentNano: NanoUsd;
  /** Held by open reservations. */
  readonly reservedNano: NanoUsd;
  /** Overspending of earlier windows that this one has to pay for. */
  readonly carriedNano: NanoUsd;
  /** Alert percentages that this very command was the first to reach. */
  readonly crossed: readonly number[];
}

/** What identifies a reservation. */
export interface ReservationRef {
  /** All keys of one tenant are in one slot of a Redis Cluster. */
  readonly tenant: string;
  /** Unique for each attempt; a command with an id that was seen before changes nothing twice. */
  readonly id: string;
}

/** A wish to spend. */
export interface ReserveCommand extends ReservationRef {
  readonly amountNano: NanoUsd;
  /** Checked together: either all of them hold the amount or none does. */
  readonly lines: readonly BudgetLine[];
  /** Milliseconds until the owner counts as dead unless it renews. */
  readonly leaseMs: number;
}

/** Answer to a {@link ReserveCommand}. */
export type ReserveOutcome =
  | { readonly ok: true; readonly isReplay: boolean; readonly counters: readonly BudgetCounters[] }
  | { readonly ok: false; readonly reason: 'exceeded'; /** Index of the first line that refuses. */ readonly line: number; readonly counters: readonly BudgetCounters[] }
  | { readonly ok: false; readonly reason: 'unavailable' };

/** What an attempt has really cost. */
export interface SettleCommand extends ReservationRef {
  readonly actualNano: NanoUsd;
  /** The lines of the reservation again: a settlement must work after the store forgot it. */
  readonly lines: readonly BudgetLine[];
}

/**
 * How a settlement was applied: `settled` on an open reservation, `corrected` on a swept one,
 * `late` on one the store does not know (any more), `duplicate` and thus not at all,
 * `deferred` until Redis is back.
 */
export type SettleKind = 'settled' | 'corrected' | 'late' | 'duplicate' | 'deferred';

/** Answer to a {@link SettleCommand}. */
export interface SettleOutcome {
  readonly kind: SettleKind;
  /** One for each line; empty when `deferred`. */
  readonly counters: readonly BudgetCounters[];
}

/** What a sweep did with the reservations of dead owners. */
export interface SweepOutcome {
  /** Sent before their owner died: charged at the estimate. */
  readonly charged: number;
  /** Never sent: given back. */
  readonly released: number;
}

/**
 * Keeps money exact: reserve before, settle after. The memory and the Redis store share one contract suite.
 *
 * Promise: spent is at most the limit as long as no attempt costs more than it reserved; what
 * costs more is recorded in full, blocks, and is carried into the next windows until it is paid.
 *
 * Commands reject with a `RedisUnavailableError` when the store is away; the failover store turns
 * this into outcomes.
 */
export interface BudgetStore {
  /** Holds the amount against every line, or against none. */
  reserve(command: ReserveCommand): Awaitable<ReserveOutcome>;
  /** Notes that the request is about to leave: from here on a dead owner is charged. False when nothing is open. */
  markSent(ref: ReservationRef): Awaitable<boolean>;
  /** Extends the lease of an open reservation. False when nothing is open. */
  renew(ref: ReservationRef & { readonly leaseMs: number }): Awaitable<boolean>;
  /** Replaces the reservation by the real cost, once. */
  settle(command: SettleCommand): Awaitable<SettleOutcome>;
  /** Gives the reservation back: a settlement at 0. */
  release(command: Omit<SettleCommand, 'actualNano'>): Awaitable<SettleOutcome>;
  /** Closes reservations whose lease ran out, up to `limit` of them. */
  sweep(command: { readonly tenant: string; /** @default 100 */ readonly limit?: number }): Awaitable<SweepOutcome>;
  /** Counters of lines, without changing anything. */
  read(command: { readonly tenant: string; readonly lines: readonly BudgetLine[] }): Awaitable<readonly BudgetCounters[]>;
}
