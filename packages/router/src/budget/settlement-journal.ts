import type { SettleCommand } from './budget-store.js';

/** A settlement that Redis has not confirmed. */
export interface JournalEntry {
  readonly command: SettleCommand;
  /** Whether Redis may have applied it already: then only its memory of closed reservations tells. */
  readonly mayHaveRun: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Settlements that wait for Redis, each once by its id. */
export interface SettlementJournal {
  add(entry: JournalEntry): void;
  /** Sends everything in order; stops at the first that fails, and keeps it. */
  replay(settle: (command: SettleCommand) => Promise<unknown>): Promise<void>;
  readonly size: number;
  /**
   * Entries given up: the journal was full, or Redis may have applied them and has forgotten by now.
   * A reservation of theirs is swept at its estimate.
   */
  readonly dropped: number;
}

/** How a journal is bounded. */
export interface SettlementJournalOptions {
  readonly now: () => number;
  readonly maxEntries: number;
  /** Milliseconds that Redis remembers closed reservations. */
  readonly keepClosedMs: number;
}

/** Settlements sent at a time while Redis recovers. */
const BATCH = 50;

/** Makes an empty journal. It is in memory: what a process that dies had not replayed is swept at its estimate. */
export function createSettlementJournal({ now, maxEntries, keepClosedMs }: SettlementJournalOptions): SettlementJournal {
  const entries = new Map<string, JournalEntry>();
  let dropped = 0;
  let replaying: Promise<void> | undefined;

  const replayAll = async (settle: (command: SettleCommand) => Promise<unknown>) => {
    while (entries.size > 0) {
      const batch = [...entries].slice(0, BATCH);
      const results = await Promise.allSettled(batch.map(async ([key, entry]) => {
        if (entry.mayHaveRun && now() - entry.at >= keepClosedMs) dropped += 1;
        else await settle(entry.command);
        if (entries.get(key) === entry) entries.delete(key);
      }));
      if (results.some(({ status }) => status === 'rejected')) return;
    }
  };

  return {
    add(entry) {
      const key = `${entry.command.tenant}\n${entry.command.id}`;
      // The first settlement of an id is the one that counts, as in the store.
      if (entries.has(key)) return;
      if (entries.size >= maxEntries) {
        dropped += 1;
        const [oldest] = entries.keys();
        if (oldest !== undefined) entries.delete(oldest);
      }
      entries.set(key, entry);
    },
    replay(settle) {
      replaying ??= replayAll(settle).finally(() => { replaying = undefined; });
      return replaying;
    },
    get size() {
      return entries.size;
    },
    get dropped() {
      return dropped;
    },
  };
}
