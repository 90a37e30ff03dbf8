/** How a reservation ended: settled, or swept at so many nano-USD. */
export type ClosedState = 'done' | number;

/** Remembers for a while how reservations ended, so that what comes late or twice is recognised. */
export interface ClosedReservations {
  get(key: string): ClosedState | undefined;
  add(key: string, state: ClosedState): void;
}

/**
 * A memory of two generations: entries live at least `keepMs` and at most twice as long, unless
 * more than `maxEntries` come, in which case the older half is forgotten. Dropping a whole
 * generation costs nothing; deleting the oldest entries of one large Map one by one is slow.
 */
export function createClosedReservations({ now, keepMs, maxEntries }: { readonly now: () => number; readonly keepMs: number; readonly maxEntries: number }): ClosedReservations {
  let young = new Map<string, ClosedState>();
  let old = new Map<string, ClosedState>();
  let turnAt = now() + keepMs;

  const turn = () => {
    const time = now();
    if (time < turnAt && young.size < maxEntries / 2) return;
    old = time < turnAt + keepMs ? young : new Map<string, ClosedState>();
    young = new Map();
    turnAt = time + keepMs;
  };

  return {
    get(key) {
      turn();
      return young.get(key) ?? old.get(key);
    },
    add(key, state) {
      turn();
      young.set(key, state);
    },
  };
}
