import type { AdmissionLane, PermitOutcome, PermitRequest, Permits } from './permits.js';

/** How many may run and wait. */
export interface PermitsOptions {
  /** Requests at a time. */
  readonly maxParallel: number;
  /**
   * Requests that may wait; the next one is turned away at once.
   * @default 1000
   */
  readonly maxQueue?: number;
  /** Calls back after so many milliseconds unless the returned function is called before. @default setTimeout */
  readonly setTimer?: (callback: () => void, ms: number) => () => void;
}

interface Waiter {
  readonly give: (outcome: PermitOutcome) => void;
}

/** While people wait, every so manyth permit goes to the background, so that it never starves. */
const BACKGROUND_SHARE = 5;

const DEFAULT_MAX_QUEUE = 1_000;

/**
 * Makes the permits of one deployment.
 * @throws RangeError When a number cannot be used.
 */
export function createPermits({ maxParallel, maxQueue = DEFAULT_MAX_QUEUE, setTimer = startTimer }: PermitsOptions): Permits {
  if (!Number.isInteger(maxParallel) || maxParallel < 1) throw new RangeError(`maxParallel must be a whole number above 0, got ${maxParallel}`);
  if (!Number.isInteger(maxQueue) || maxQueue < 0) throw new RangeError(`maxQueue must be a whole number, 0 or more, got ${maxQueue}`);
  // Sets keep the order of asking and let a waiter leave from the middle at once.
  const lanes: Readonly<Record<AdmissionLane, Set<Waiter>>> = { interactive: new Set(), background: new Set() };
  let active = 0;
  let granted = 0;

  const waiting = () => lanes.interactive.size + lanes.background.size;
  const permit = () => {
    active += 1;
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      active -= 1;
      wake();
    };
  };
  const nextLane = () => {
    if (lanes.interactive.size === 0) return lanes.background;
    return lanes.background.size > 0 && granted % BACKGROUND_SHARE === BACKGROUND_SHARE - 1 ? lanes.background : lanes.interactive;
  };
  const wake = () => {
    if (active >= maxParallel) return;
    const [first] = nextLane();
    if (!first) return;
    granted += 1;
    first.give({ ok: true, release: permit() });
  };
  const isFree = () => active < maxParallel && waiting() === 0;

  return {
    tryAcquire: () => (isFree() ? permit() : undefined),
    acquire({ signal, timeoutMs, lane = 'interactive' }: PermitRequest) {
      if (signal?.aborted) return Promise.resolve({ ok: false, reason: 'aborted' });
      if (isFree()) return Promise.resolve({ ok: true, release: permit() });
      if (waiting() >= maxQueue) return Promise.resolve({ ok: false, reason: 'queue-full' });
      if (timeoutMs <= 0) return Promise.resolve({ ok: false, reason: 'timeout' });
      return new Promise<PermitOutcome>((resolve) => {
        const waiter: Waiter = {
          give(outcome) {
            lanes[lane].delete(waiter);
            stopTimer();
            signal?.removeEventListener('abort', abort);
            resolve(outcome);
          },
        };
        const abort = () => { waiter.give({ ok: false, reason: 'aborted' }); };
        const stopTimer = setTimer(() => { waiter.give({ ok: false, reason: 'timeout' }); }, timeoutMs);
        signal?.addEventListener('abort', abort, { once: true });
        lanes[lane].add(waiter);
      });
    },
    get active() {
      return active;
    },
    get waiting() {
      return waiting();
    },
  };
}

function startTimer(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms);
  return () => { clearTimeout(timer); };
}
