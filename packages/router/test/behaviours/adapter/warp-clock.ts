import type { Clock } from '../../../src/clock.js';

/** Milliseconds in which several sleepers are gathered before time jumps to the first of them. */
const GATHER_MS = 2;

/** A clock that runs with real time and can be moved forward. */
export interface WarpClock extends Clock {
  /** Moves it forward and fires the timers that became due. */
  advance(ms: number): void;
  /** Moves it to a moment, also backward for a look; timers are left alone then. */
  moveTo(epochMs: number): void;
  /** Runs `look` as if it were that moment. */
  at<T>(epochMs: number, look: () => T): T;
}

interface Timer {
  readonly dueAt: number;
  readonly run: () => void;
  handle: NodeJS.Timeout | undefined;
}

/**
 * Makes a clock for cases with `clock: fake`. Answers of a real HTTP server take
 * real time, so time runs; waits that the router chooses are jumped over at once.
 */
export function createWarpClock(startMs: number): WarpClock {
  const bornAt = performance.now();
  let shift = 0;
  const timers = new Set<Timer>();
  const sleepers = new Set<Timer>();
  let isGathering = false;
  const monotonic = () => performance.now() - bornAt + shift;
  let epochShift = startMs;
  const now = () => Math.floor(epochShift + monotonic());

  const arm = (timer: Timer): void => {
    timer.handle = setTimeout(() => {
      timers.delete(timer);
      timer.run();
    }, Math.max(0, timer.dueAt - monotonic()));
  };
  const advance = (ms: number): void => {
    shift += ms;
    for (const timer of [...timers].toSorted((one, other) => one.dueAt - other.dueAt)) {
      clearTimeout(timer.handle);
      if (timers.has(timer)) arm(timer);
    }
    wake();
  };
  const wake = (): void => {
    for (const sleeper of [...sleepers]) {
      if (sleeper.dueAt > monotonic()) continue;
      sleepers.delete(sleeper);
      sleeper.run();
    }
  };
  const gather = (): void => {
    if (isGathering || sleepers.size === 0) return;
    isGathering = true;
    setTimeout(() => {
      isGathering = false;
      const first = Math.min(...[...sleepers].map(({ dueAt }) => dueAt));
      if (Number.isFinite(first)) advance(Math.max(0, first - monotonic()));
      gather();
    }, GATHER_MS);
  };

  return {
    now,
    monotonic,
    advance,
    moveTo(epochMs) {
      const ms = epochMs - now();
      if (ms >= 0) advance(ms);
      else epochShift += ms;
    },
    at(epochMs, look) {
      const kept = epochShift;
      epochShift += epochMs - now();
      try {
        return look();
      } finally {
        epochShift = kept;
      }
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted || ms <= 0) {
          resolve();
          return;
        }
        const finish = (): void => {
          signal.removeEventListener('abort', finish);
          sleepers.delete(sleeper);
          resolve();
        };
        const sleeper: Timer = { dueAt: monotonic() + ms, run: finish, handle: undefined };
        sleepers.add(sleeper);
        signal.addEventListener('abort', finish);
        gather();
      }),
    setTimeout(run, ms) {
      const timer: Timer = { dueAt: monotonic() + ms, run, handle: undefined };
      timers.add(timer);
      arm(timer);
      return timer;
    },
    clearTimeout(handle) {
      const timer = handle as Timer | undefined;
      if (!timer) return;
      timers.delete(timer);
      clearTimeout(timer.handle);
    },
  };
}
