import { RedisUnavailableError } from '../redis/errors.js';
import type { RedisConnection } from '../redis/redis-connection.js';

import type { BudgetCounters, BudgetLine, BudgetStore, ReserveCommand, ReserveOutcome, SettleCommand } from './budget-store.js';
import { DEFAULT_KEEP_CLOSED_MS } from './check-command.js';
import { createLastSeen } from './last-seen.js';
import { createMemoryBudgetStore } from './memory-budget-store.js';
import { createSettlementJournal } from './settlement-journal.js';

/** What happens to requests while Redis is away: refused, or served within a share of the limits. */
export type BudgetFailMode = 'open' | 'closed';

/** How an absence of Redis is bridged. */
export interface FailoverBudgetStoreOptions {
  /** The store that may be away. */
  readonly shared: BudgetStore;
  readonly connection: Pick<RedisConnection, 'isDegraded' | 'onRestored'>;
  /** @default 'closed' */
  readonly mode?: BudgetFailMode;
  /**
   * How many processes share the budgets: each may spend this fraction of what was left when Redis was last seen.
   * @default 1
   */
  readonly expectedProcesses?: number;
  /**
   * Settlements kept for later; beyond it the oldest are given up.
   * @default 10_000
   */
  readonly maxJournal?: number;
  /** @default 3_600_000 (1 hour), as the shared store's */
  readonly keepClosedMs?: number;
  /** @default Date.now */
  readonly now?: () => number;
}

/** A store that always answers, and what it still owes to Redis. */
export interface FailoverBudgetStore extends BudgetStore {
  /** Settlements that wait for Redis. */
  readonly pending: number;
  /** Settlements given up: see {@link SettlementJournal.dropped}. */
  readonly dropped: number;
  /** Tries once more to deliver what waits. */
  close(): Promise<void>;
}

/** Milliseconds between two tries to deliver what one late answer left behind. */
const RETRY_MS = 200;

/** Nothing of other processes' reservations is known while Redis is away, so that holds are limited by count as well. */
const MAX_LOCAL_HOLDS = 100_000;

/**
 * Puts a fail mode around a shared store. Settlements are never lost to a short absence: they wait
 * in a bounded journal and are replayed by their ids, which makes a repetition harmless.
 */
export function createFailoverBudgetStore(options: FailoverBudgetStoreOptions): FailoverBudgetStore {
  const { shared, connection, mode = 'closed', expectedProcesses = 1, maxJournal = 10_000, keepClosedMs = DEFAULT_KEEP_CLOSED_MS, now = Date.now } = options;
  const journal = createSettlementJournal({ now, maxEntries: maxJournal, keepClosedMs });
  const lastSeen = createLastSeen();
  let isEnded = false;
  /** The limiter of this absence; a new one begins with what was last seen. */
  let local: BudgetStore | undefined;
  /** Reservations that were made without Redis, and where. */
  const holds = new Map<string, BudgetStore>();

  const share = (tenant: string, line: BudgetLine): BudgetLine => {
    const { spentNano, reservedNano, carriedNano } = lastSeen.get(tenant, line);
    const left = Math.max(0, line.limitNano - spentNano - reservedNano - carriedNano);
    // Alerts compare with the whole limit, which nobody knows the use of now.
    return { ...line, limitNano: Math.floor(left / expectedProcesses), alerts: [] };
  };
  const withLastSeen = (tenant: string, lines: readonly BudgetLine[], counters: readonly BudgetCounters[]): readonly BudgetCounters[] =>
    counters.map((own, index) => {
      const seen = lastSeen.get(tenant, lines[index]!);
      return { spentNano: seen.spentNano + own.spentNano, reservedNano: seen.reservedNano + own.reservedNano, carriedNano: seen.carriedNano, crossed: [] };
    });
  const reserveLocally = async (command: ReserveCommand): Promise<ReserveOutcome> => {
    if (holds.size >= MAX_LOCAL_HOLDS) return { ok: false, reason: 'unavailable' };
    local ??= createMemoryBudgetStore({ now, keepClosedMs });
    const lines = command.lines.map((line) => share(command.tenant, line));
    const outcome = await local.reserve({ ...command, lines });
    if (outcome.ok) holds.set(keyOf(command), local);
    return 'counters' in outcome ? { ...outcome, counters: withLastSeen(command.tenant, command.lines, outcome.counters) } : outcome;
  };
  const settleShared = async (command: SettleCommand) => {
    const outcome = await shared.settle(command);
    lastSeen.set(command.tenant, command.lines, outcome.counters);
    return outcome;
  };
  const settle = async (command: SettleCommand) => {
    const hold = holds.get(keyOf(command));
    if (hold) {
      holds.delete(keyOf(command));
      await hold.settle({ ...command, lines: command.lines.map((line) => share(command.tenant, line)) });
    }
    try {
      return await settleShared(command);
    } catch (error) {
      keep(command, mayHaveRun(error));
      return { kind: 'deferred' as const, counters: [] };
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const replay = async () => {
    await journal.replay(settleShared);
    if (journal.size === 0 && !connection.isDegraded) local = undefined;
  };
  /** Tries at once, and again while the line is up: one late answer is no absence, and nobody announces its end. */
  const keep = (command: SettleCommand, isUncertain: boolean) => {
    journal.add({ command, mayHaveRun: isUncertain, at: now() });
    if (isEnded) return;
    if (!connection.isDegraded) void replay();
    timer ??= setInterval(() => {
      if (journal.size > 0) {
        if (!connection.isDegraded) void replay();
        return;
      }
      clearInterval(timer);
      timer = undefined;
    }, RETRY_MS).unref();
  };
  const stopListening = connection.onRestored(() => void replay());

  return {
    async reserve(command) {
      // A local hold replayed after Redis came back must not be held twice.
      if (holds.has(keyOf(command))) return reserveLocally(command);
      try {
        const outcome = await shared.reserve(command);
        if ('counters' in outcome) lastSeen.set(command.tenant, command.lines, outcome.counters);
        if (journal.size > 0) void replay();
        return outcome;
      } catch (error) {
        const isUncertain = mayHaveRun(error);
        if (mode === 'open') return reserveLocally(command);
        // It may still arrive: what is released before it is reserved stays released.
        if (isUncertain) keep({ ...command, actualNano: 0 }, true);
        return { ok: false, reason: 'unavailable' };
      }
    },
    async markSent(ref) {
      await holds.get(keyOf(ref))?.markSent(ref);
      return orElse(async () => shared.markSent(ref), holds.has(keyOf(ref)));
    },
    async renew(command) {
      await holds.get(keyOf(command))?.renew(command);
      return orElse(async () => shared.renew(command), holds.has(keyOf(command)));
    },
    settle,
    release: (command) => settle({ ...command, actualNano: 0 }),
    async sweep(command) {
      const nothing = { charged: 0, released: 0 };
      return orElse(async () => shared.sweep(command), nothing);
    },
    async read({ tenant, lines }) {
      const known = lines.map((line) => lastSeen.get(tenant, line));
      return orElse(async () => {
        const counters = await shared.read({ tenant, lines });
        lastSeen.set(tenant, lines, counters);
        return counters;
      }, local ? withLastSeen(tenant, lines, await local.read({ tenant, lines })) : known);
    },
    get pending() {
      return journal.size;
    },
    get dropped() {
      return journal.dropped;
    },
    async close() {
      isEnded = true;
      clearInterval(timer);
      stopListening();
      if (journal.size > 0 && !connection.isDegraded) await journal.replay(settleShared);
    },
  };
}

function keyOf({ tenant, id }: { readonly tenant: string; readonly id: string }): string {
  return `${encodeURIComponent(tenant)}:${id}`;
}

/** Whether a command that failed may have been carried out. Anything but an absence of Redis is thrown on. */
function mayHaveRun(error: unknown): boolean {
  if (!RedisUnavailableError.is(error)) throw error;
  return error.mayHaveRun;
}

async function orElse<T>(run: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await run();
  } catch (error) {
    mayHaveRun(error);
    return otherwise;
  }
}
