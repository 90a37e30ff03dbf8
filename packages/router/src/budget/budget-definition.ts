import type { NanoUsd } from './nano-usd.js';

/** Calendar windows that a budget can have; weeks begin on Monday (ISO 8601). */
export const BUDGET_WINDOWS = ['hour', 'day', 'week', 'month'] as const;

/** One of {@link BUDGET_WINDOWS}. */
export type BudgetWindowKind = (typeof BUDGET_WINDOWS)[number];

/** What a request is about: `user`, `guild`, `tenant`, `useCase`, `deployment`, `model`, … */
export type BudgetLabels = Readonly<Record<string, string | undefined>>;

/** A limit that holds for some time only, on top of the ordinary one. */
export interface BudgetIncrease {
  /** Nano-USD added to the limit. */
  readonly amountNano: NanoUsd;
  /** Milliseconds since 1970 at which it ends. */
  readonly untilMs: number;
  /**
   * The one subject that it is for, as a status shows it (`user=u1`).
   * @default every subject of the budget
   */
  readonly subject?: string;
}

/** One budget: a selector and a limit. Budgets are data; there is one code path for all of them. */
export interface BudgetDefinition {
  /** Name in refusals, alerts and keys. */
  readonly id: string;
  /**
   * Labels that a request must carry: a value, or `'*'` for a budget of its own for each value.
   * Without any entry the budget covers every request.
   */
  readonly scope?: Readonly<Record<string, string>>;
  /** Nano-USD in each window. 0 refuses everything. */
  readonly limitNano: NanoUsd;
  /** @default 'month' */
  readonly window?: BudgetWindowKind;
  /**
   * IANA time zone of the calendar.
   * @default 'UTC'
   */
  readonly timeZone?: string;
  /** Share of the limit (over 0 to 1) from which {@link BudgetHold.soft} asks for a cheaper chain. */
  readonly softAt?: number;
  /**
   * Percentages of the limit that raise an alert, each once in a window across all processes.
   * @default [50, 80, 95, 100]
   */
  readonly alerts?: readonly number[];
  /** Increases that end by themselves. */
  readonly increases?: readonly BudgetIncrease[];
}

/** Alerts when a definition names none. */
export const DEFAULT_ALERTS: readonly number[] = [50, 80, 95, 100];
