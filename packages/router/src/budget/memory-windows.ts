import type { BudgetCounters, BudgetLine } from './budget-store.js';
import type { NanoUsd } from './nano-usd.js';

/** Counters of one account in one window. */
export interface MemoryWindow {
  readonly index: number;
  spent: NanoUsd;
  reserved: NanoUsd;
  carried: NanoUsd;
  limit: NanoUsd;
  expiresAt: number;
  readonly alerted: Set<number>;
}

/** Windows by account and label. */
export interface MemoryWindows {
  /** Whether the lines fit, after windows that nobody needs any more were forgotten. */
  hasRoomFor(tenant: string, lines: readonly BudgetLine[]): boolean;
  /** The window of a line, made when it is new, with the debt it has to pay for. */
  turnTo(tenant: string, line: BudgetLine): MemoryWindow;
  /** The window of a line, made when it is new, without turning the account to it. */
  touch(tenant: string, line: BudgetLine): MemoryWindow;
  /** Counters of a line, without a change. */
  peek(tenant: string, line: BudgetLine): BudgetCounters;
}

interface Account {
  current: MemoryWindow;
  previous: MemoryWindow | undefined;
  expiresAt: number;
}

/** Milliseconds between two looks for windows that are over. */
const CLEAN_EVERY_MS = 60_000;

/** Makes an empty set of windows. */
export function createMemoryWindows({ now, maxWindows }: { readonly now: () => number; readonly maxWindows: number }): MemoryWindows {
  const windows = new Map<string, MemoryWindow>();
  const accounts = new Map<string, Account>();
  const keysOf = createLineKeys();
  let cleanAt = 0;

  const clean = () => {
    const time = now();
    cleanAt = time + CLEAN_EVERY_MS;
    for (const [key, { expiresAt, reserved }] of windows) if (expiresAt <= time && reserved === 0) windows.delete(key);
    for (const [key, { expiresAt }] of accounts) if (expiresAt <= time) accounts.delete(key);
  };
  const touch = (tenant: string, line: BudgetLine) => {
    const key = keysOf(tenant, line).window;
    let window = windows.get(key);
    if (!window) {
      if (now() >= cleanAt) clean();
      window = { index: line.index, spent: 0, reserved: 0, carried: 0, limit: line.limitNano, expiresAt: 0, alerted: new Set() };
      windows.set(key, window);
    }
    window.expiresAt = now() + line.keepMs;
    return window;
  };

  return {
    hasRoomFor(tenant, lines) {
      const isFull = () => windows.size + lines.length > maxWindows && lines.some((line) => !windows.has(keysOf(tenant, line).window));
      if (isFull()) clean();
      return !isFull();
    },
    touch,
    turnTo(tenant, line) {
      const window = touch(tenant, line);
      const key = keysOf(tenant, line).account;
      const account = accounts.get(key);
      if (!account) accounts.set(key, { current: window, previous: undefined, expiresAt: window.expiresAt });
      else {
        if (line.index > account.current.index) {
          account.previous = account.current;
          account.current = window;
        }
        account.expiresAt = window.expiresAt;
        if (account.current === window) window.carried = debtOf(account.previous, line.index);
      }
      window.limit = line.limitNano;
      return window;
    },
    peek(tenant, line) {
      const window = windows.get(keysOf(tenant, line).window);
      const account = accounts.get(keysOf(tenant, line).account);
      let carriedNano = window?.carried ?? 0;
      if (account !== undefined && line.index > account.current.index) carriedNano = debtOf(account.current, line.index);
      else if (account?.current.index === line.index) carriedNano = debtOf(account.previous, line.index);
      return { spentNano: window?.spent ?? 0, reservedNano: window?.reserved ?? 0, carriedNano, crossed: [] };
    },
  };
}

/** Overspending of the window before, less the allowance of windows in which nothing happened. */
function debtOf(before: MemoryWindow | undefined, index: number): NanoUsd {
  if (!before) return 0;
  const { spent, carried, limit } = before;
  return Math.max(0, spent + carried - limit - (index - before.index - 1) * limit);
}

/** Names of a line's window and account. */
interface LineKeys {
  readonly tenant: string;
  readonly window: string;
  readonly account: string;
}

/** Names are asked for on every command, and lines are the same objects for as long as their window lasts. */
function createLineKeys(): (tenant: string, line: BudgetLine) => LineKeys {
  const known = new WeakMap<BudgetLine, LineKeys>();
  return (tenant, line) => {
    let keys = known.get(line);
    if (keys?.tenant !== tenant) {
      const account = `${encodeURIComponent(tenant)}:${line.account}`;
      keys = { tenant, account, window: `${account}:${line.label}` };
      known.set(line, keys);
    }
    return keys;
  };
}
