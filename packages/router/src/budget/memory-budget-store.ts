import type { BudgetCounters, BudgetLine, BudgetStore, SettleCommand, SettleKind } from './budget-store.js';
import { checkReserve, checkSettle, DEFAULT_KEEP_CLOSED_MS, DEFAULT_SWEEP_LIMIT } from './check-command.js';
import { createClosedReservations } from './closed-reservations.js';
import { createMemoryWindows, type MemoryWindow } from './memory-windows.js';
import type { NanoUsd } from './nano-usd.js';

/** How budgets are kept in this process. */
export interface MemoryBudgetStoreOptions {
  /** @default Date.now */
  readonly now?: () => number;
  /**
   * Milliseconds that a closed reservation is remembered.
   * @default 3_600_000 (1 hour)
   */
  readonly keepClosedMs?: number;
  /**
   * Closed reservations that are remembered at most; the oldest are forgotten first.
   * @default 100_000
   */
  readonly maxClosed?: number;
  /**
   * Windows of subjects at most. When so many are in use, new subjects get `unavailable`: forgetting
   * one in use would forgive its spending.
   * @default 100_000
   */
  readonly maxWindows?: number;
}

interface OpenReservation {
  readonly amount: NanoUsd;
  readonly windows: readonly MemoryWindow[];
  leaseEndsAt: number;
  isSent: boolean;
}

/** Budgets of this process alone, with the semantics of the Redis store. Every answer is there at once. */
export function createMemoryBudgetStore(options: MemoryBudgetStoreOptions = {}): BudgetStore {
  const { now = Date.now, keepClosedMs = DEFAULT_KEEP_CLOSED_MS, maxClosed = 100_000, maxWindows = 100_000 } = options;
  const windows = createMemoryWindows({ now, maxWindows });
  const open = new Map<string, OpenReservation>();
  const closed = createClosedReservations({ now, keepMs: keepClosedMs, maxEntries: maxClosed });
  /** No lease ends before it; cheaper than a look at every reservation. */
  let earliestLease = Infinity;

  const sweep = (limit: number) => {
    const outcome = { charged: 0, released: 0 };
    const time = now();
    earliestLease = Infinity;
    for (const [key, reservation] of open) {
      if (reservation.leaseEndsAt > time || outcome.charged + outcome.released >= limit) {
        earliestLease = Math.min(earliestLease, reservation.leaseEndsAt);
        continue;
      }
      for (const window of reservation.windows) {
        window.reserved -= reservation.amount;
        if (reservation.isSent) window.spent += reservation.amount;
      }
      if (reservation.isSent) outcome.charged += 1;
      else outcome.released += 1;
      open.delete(key);
      closed.add(key, reservation.isSent ? reservation.amount : 0);
    }
    return outcome;
  };
  const settle = (command: SettleCommand) => {
    checkSettle(command);
    const key = keyOf(command);
    const reservation = open.get(key);
    const swept = reservation ? undefined : closed.get(key);
    const kind: SettleKind = reservation ? 'settled' : swept === undefined ? 'late' : swept === 'done' ? 'duplicate' : 'corrected';
    const counters = command.lines.map((line) => {
      const window = windows.touch(command.tenant, line);
      if (kind !== 'duplicate') {
        if (reservation) window.reserved = Math.max(0, window.reserved - reservation.amount);
        window.spent += command.actualNano - (typeof swept === 'number' ? swept : 0);
      }
      return countersOf(window, line);
    });
    open.delete(key);
    if (kind !== 'duplicate') closed.add(key, 'done');
    return { kind, counters };
  };

  return {
    reserve(command) {
      checkReserve(command);
      const { tenant, amountNano, lines, leaseMs } = command;
      const key = keyOf(command);
      if (earliestLease <= now()) sweep(DEFAULT_SWEEP_LIMIT);
      const isReplay = open.has(key) || closed.get(key) !== undefined;
      if (!windows.hasRoomFor(tenant, lines)) return { ok: false, reason: 'unavailable' };
      const held = lines.map((line) => windows.turnTo(tenant, line));
      const answer = () => held.map((window, index) => countersOf(window, lines[index]!));
      if (isReplay) return { ok: true, isReplay, counters: answer() };
      const refusing = held.findIndex((window, index) => isOver(window, lines[index]!, amountNano));
      if (refusing !== -1) return { ok: false, reason: 'exceeded', line: refusing, counters: answer() };
      for (const window of held) window.reserved += amountNano;
      const leaseEndsAt = now() + leaseMs;
      earliestLease = Math.min(earliestLease, leaseEndsAt);
      open.set(key, { amount: amountNano, windows: held, leaseEndsAt, isSent: false });
      return { ok: true, isReplay, counters: answer() };
    },
    markSent(ref) {
      const reservation = open.get(keyOf(ref));
      if (reservation) reservation.isSent = true;
      return reservation !== undefined;
    },
    renew(command) {
      const reservation = open.get(keyOf(command));
      if (reservation) reservation.leaseEndsAt = now() + command.leaseMs;
      return reservation !== undefined;
    },
    settle,
    release: (command) => settle({ ...command, actualNano: 0 }),
    sweep: ({ limit = DEFAULT_SWEEP_LIMIT }) => sweep(limit),
    read: ({ tenant, lines }) => lines.map((line) => windows.peek(tenant, line)),
  };
}

function keyOf({ tenant, id }: { readonly tenant: string; readonly id: string }): string {
  return `${encodeURIComponent(tenant)}:${id}`;
}

function isOver(window: MemoryWindow, { limitNano }: BudgetLine, amount: NanoUsd): boolean {
  return limitNano === 0 || window.carried + window.spent + window.reserved + amount > limitNano;
}

function countersOf(window: MemoryWindow, { alerts, limitNano }: BudgetLine): BudgetCounters {
  const used = window.spent + window.carried;
  const crossed = limitNano === 0 ? [] : alerts.filter((percent) => !window.alerted.has(percent) && used >= Math.ceil((limitNano / 100) * percent));
  for (const percent of crossed) window.alerted.add(percent);
  return { spentNano: window.spent, reservedNano: window.reserved, carriedNano: window.carried, crossed };
}
