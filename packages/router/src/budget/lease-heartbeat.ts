import type { BudgetStore, ReservationRef } from './budget-store.js';

/** Renews the leases of reservations whose owner is alive. */
export interface LeaseHeartbeat {
  /** Renews for so many milliseconds at most. Returns the way to stop. */
  add(ref: ReservationRef, maxHoldMs: number): () => void;
  close(): void;
}

/** Renewals in a lease: two may fail before it runs out. */
const BEATS_PER_LEASE = 3;

/** One timer for all reservations; it runs while there are any and does not keep the process alive. */
export function createLeaseHeartbeat({ store, leaseMs }: { readonly store: BudgetStore; readonly leaseMs: number }): LeaseHeartbeat {
  const everyMs = Math.max(1, Math.floor(leaseMs / BEATS_PER_LEASE));
  const holds = new Map<symbol, { readonly ref: ReservationRef; readonly beats: number; beat: number }>();
  let timer: NodeJS.Timeout | undefined;

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const beat = () => {
    if (holds.size === 0) stop();
    for (const [key, hold] of holds) {
      hold.beat += 1;
      if (hold.beat > hold.beats) holds.delete(key);
      // Younger than one interval: its lease is fresh.
      else if (hold.beat > 1) {
        const renewing = store.renew({ ...hold.ref, leaseMs });
        if (renewing instanceof Promise) renewing.catch(() => undefined);
      }
    }
  };

  return {
    add(ref, maxHoldMs) {
      const key = Symbol(ref.id);
      holds.set(key, { ref, beats: Math.ceil(maxHoldMs / everyMs), beat: 0 });
      timer ??= setInterval(beat, everyMs).unref();
      return () => holds.delete(key);
    },
    close() {
      stop();
      holds.clear();
    },
  };
}
