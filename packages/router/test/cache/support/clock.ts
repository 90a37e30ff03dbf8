/** A clock that stands still until it is moved. */
export interface Clock {
  readonly now: () => number;
  advance(ms: number): void;
}

/** Starts at a fixed moment. */
export function createClock(start = 1_800_000_000_000): Clock {
  let time = start;
  return {
    now: () => time,
    advance(ms) {
      time += ms;
    },
  };
}
