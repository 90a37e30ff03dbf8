import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Clock } from '../clock.js';

/** A clock that stands still until the simulation moves it to the next event. */
export interface VirtualClock extends Clock {
  /** Runs at a moment, counted in milliseconds from the beginning. */
  schedule(atMs: number, run: () => void): void;
  /**
   * Fires event after event until `isDone`, letting everything settle between two of them.
   * @throws When nothing is scheduled any more and it is not done.
   */
  run(isDone: () => boolean): Promise<void>;
}

interface Event {
  readonly atMs: number;
  /** Breaks ties: first scheduled, first run. */
  readonly order: number;
  readonly run: () => void;
  isCleared: boolean;
}

/** Turns of the event loop without an event after which nobody is going to schedule one. */
const PATIENCE_TURNS = 2_000;

/** Makes a clock that begins at `startMs` milliseconds since 1970. */
export function createVirtualClock(startMs: number): VirtualClock {
  const events = createQueue();
  let atMs = 0;
  let order = 0;
  const schedule = (dueMs: number, run: () => void): Event => {
    const event: Event = { atMs: Math.max(dueMs, atMs), order: order++, run, isCleared: false };
    events.push(event);
    return event;
  };
  const clear = (event: Event): void => {
    event.isCleared = true;
  };

  return {
    now: () => Math.floor(startMs + atMs),
    monotonic: () => atMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) {
          resolve();
          return;
        }
        const finish = (): void => {
          signal.removeEventListener('abort', finish);
          clear(event);
          resolve();
        };
        const event = schedule(atMs + ms, finish);
        signal.addEventListener('abort', finish);
      }),
    setTimeout: (run, ms) => schedule(atMs + ms, run),
    clearTimeout(handle) {
      if (handle !== undefined) clear(handle as Event);
    },
    schedule(dueMs, run) {
      schedule(dueMs, run);
    },
    async run(isDone) {
      let idleTurns = 0;
      for (;;) {
        // One turn of the loop empties all promises; what follows from the last event is decided before the next.
        await nextTurn();
        if (isDone()) return;
        const event = events.pop();
        if (!event) {
          // A lazily loaded module may still be on its way.
          if ((idleTurns += 1) > PATIENCE_TURNS) throw new Error('The simulation came to a halt: requests are open and nothing is going to happen.');
          continue;
        }
        idleTurns = 0;
        atMs = event.atMs;
        event.run();
      }
    },
  };
}

/** A binary heap of events; cleared ones are dropped when they come up. */
function createQueue() {
  const heap: Event[] = [];
  const isBefore = (one: Event, other: Event): boolean => one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);

  const take = (): Event | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isBefore(heap[child]!, last)) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = last;
    return top;
  };

  return {
    push(event: Event): void {
      let index = heap.length;
      heap.push(event);
      while (index > 0) {
        const parent = (index - 1) >> 1;
        if (!isBefore(event, heap[parent]!)) break;
        heap[index] = heap[parent]!;
        index = parent;
      }
      heap[index] = event;
    },
    pop(): Event | undefined {
      for (;;) {
        const event = take();
        if (!event?.isCleared) return event;
      }
    },
  };
}
