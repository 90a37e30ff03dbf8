import { setTimeout as delay } from 'node:timers/promises';

/** A timer that can be cleared. */
export type TimerHandle = unknown;

/** All that the router knows about time. Tests and simulations bring their own. */
export interface Clock {
  /** Milliseconds since 1970: calendar windows, cooldowns, expiry. */
  now(): number;
  /** Milliseconds that never go back: durations. */
  monotonic(): number;
  /** Waits that the router chooses, such as a back-off. Ends at once, without an error, when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Watchdogs: time limits and hedges. */
  setTimeout(run: () => void, ms: number): TimerHandle;
  clearTimeout(handle: TimerHandle): void;
}

/** A clock out of parts; with `now` and without `monotonic`, durations follow `now`. */
export function completeClock(own: Partial<Clock> = {}): Clock {
  const monotonic = own.monotonic ?? (own.now ? () => own.now!() : SYSTEM_CLOCK.monotonic.bind(SYSTEM_CLOCK));
  return { ...SYSTEM_CLOCK, ...own, monotonic };
}

/** The time of this machine. */
export const SYSTEM_CLOCK: Clock = {
  now: Date.now,
  monotonic: () => performance.now(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, { signal }).catch(() => undefined);
  },
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle) => { clearTimeout(handle as NodeJS.Timeout); },
};
