import type { Awaitable } from './awaitable.js';
import type { BudgetDefinition, BudgetLabels, BudgetWindowKind } from './budget-definition.js';
import type { SettleOutcome, SweepOutcome } from './budget-store.js';
import type { NanoUsd } from './nano-usd.js';

/** Where a budget stands for one subject now. */
export interface BudgetStatus {
  readonly budgetId: string;
  /** Whom it is for: `user=u1`, or `''` for everybody. */
  readonly subject: string;
  readonly window: BudgetWindowKind;
  /** Name of the window, such as `2026-11`. */
  readonly windowLabel: string;
  /** Nano-USD allowed in this window, temporary increases included. */
  readonly limitNano: NanoUsd;
  readonly spentNano: NanoUsd;
  readonly reservedNano: NanoUsd;
  /** Debt of earlier windows. */
  readonly carriedNano: NanoUsd;
  /** `limit - carried - spent - reserved`; negative when in debt. */
  readonly remainingNano: number;
  /** Milliseconds since 1970 at which the next window begins. */
  readonly resetAtMs: number;
  /** Milliseconds since 1970 at which the money will be gone at the speed of this window; absent when it lasts. */
  readonly exhaustedAtMs?: number;
  /** Whether the soft limit is reached. */
  readonly isSoft: boolean;
}

/** Why an attempt must not be sent. */
export type BudgetRefusal =
  | { readonly reason: 'exceeded'; readonly status: BudgetStatus; readonly requestedNano: NanoUsd }
  | { readonly reason: 'unavailable' };

/** An attempt's money. Exactly one of `settle` and `release` ends it; every later call changes nothing. */
export interface BudgetHold {
  readonly id: string;
  /** Nano-USD held. 0 when no budget applies. */
  readonly amountNano: NanoUsd;
  /** Budgets whose soft limit is reached: take a cheaper chain if there is one. */
  readonly soft: readonly BudgetStatus[];
  /** Where its budgets stood once the money was held. Worked out when asked for. */
  standing(): readonly BudgetStatus[];
  /** Call it right before the request leaves. Costs no waiting and never throws. */
  markSent(): void;
  /** Charges what it has really cost. Never rejects because Redis is away: it is then applied later. */
  settle(actualNano: NanoUsd): Awaitable<SettleOutcome>;
  /** Gives everything back: nothing was charged by the provider. */
  release(): Awaitable<SettleOutcome>;
}

/** A wish of one attempt. */
export interface HoldRequest {
  readonly labels: BudgetLabels;
  /** Upper estimate of the cost. */
  readonly amountNano: NanoUsd;
  /**
   * Unique id of the attempt.
   * @default a random UUID
   */
  readonly id?: string;
  /**
   * Milliseconds for which the lease is renewed at most; afterwards the hold counts as abandoned and is swept.
   * @default 1_800_000 (30 minutes)
   */
  readonly maxHoldMs?: number;
}

/** Answer to a {@link HoldRequest}. */
export type HoldOutcome = { readonly ok: true; readonly hold: BudgetHold } | { readonly ok: false; readonly refusal: BudgetRefusal };

/** A percentage of a budget was reached. Delivered once in a window across all processes. */
export interface BudgetAlert {
  readonly percent: number;
  readonly status: BudgetStatus;
}

/** The door to all budgets: selects them by labels, knows windows, leases, alerts and fail modes. */
export interface BudgetKeeper {
  /** Holds money for one attempt against every budget that its labels select. */
  reserve(request: HoldRequest): Awaitable<HoldOutcome>;
  /** Charges without a hold (seeding, reconciling). The id makes a repetition harmless. */
  charge(request: { readonly labels: BudgetLabels; readonly amountNano: NanoUsd; readonly id?: string }): Awaitable<SettleOutcome>;
  /** Where the budgets of these labels stand. As last known while Redis is away. */
  status(labels: BudgetLabels): Promise<readonly BudgetStatus[]>;
  /** The subjects seen lately (up to 1,000) and where they stand, for `usage()`. */
  recent(): Promise<readonly BudgetStatus[]>;
  /** Closes the reservations of dead processes; done by itself before a refusal and after a success. */
  sweep(tenant?: string): Awaitable<SweepOutcome>;
  /** Replaces the definitions; counters and open holds stay. @throws RangeError */
  redefine(definitions: readonly BudgetDefinition[]): void;
  /** Waits for settlements on their way and ends the heartbeat. */
  close(): Promise<void>;
}
