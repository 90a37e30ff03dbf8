import { setImmediate } from 'node:timers/promises';

import { ApiError } from '../problems/api-error.js';

/** Limits of an {@link AnalysisGate}. */
export interface AnalysisGateOptions {
  /** Most analyses at work at a time. */
  readonly maxRunning: number;
  /** Most requests that were let in and are not answered, running ones included. */
  readonly maxPending: number;
}

/** Keeps the number of analyses, and so the memory they take, within bounds. */
export interface AnalysisGate {
  /**
   * Lets a request in before its body is read. Call what it returns when the request is over.
   * @throws ApiError `overloaded` when there are too many.
   */
  enter(): () => void;
  /**
   * Runs a task when its turn comes, in the order of the calls.
   * @throws the reason of the signal when it aborts before that.
   */
  run<Result>(task: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
}

/** Seconds after which a refused caller may come back. */
const RETRY_AFTER_S = 2;

/** Makes a gate. */
export function createAnalysisGate({ maxRunning, maxPending }: AnalysisGateOptions): AnalysisGate {
  let pending = 0;
  let running = 0;
  let lastStart = Promise.resolve();
  const waiting = new Set<() => void>();

  const turn = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (running < maxRunning) {
        running += 1;
        resolve();
        return;
      }
      const start = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.delete(start);
        reject(signal.reason as Error);
      };
      waiting.add(start);
      signal.addEventListener('abort', leave, { once: true });
    });

  const handOver = () => {
    const [next] = waiting;
    if (next === undefined) {
      running -= 1;
      return;
    }
    waiting.delete(next);
    next();
  };

  return {
    enter() {
      if (pending >= maxPending) {
        throw new ApiError('overloaded', {
          detail: `${maxPending} requests are being worked on.`,
          headers: { 'retry-after': String(RETRY_AFTER_S) },
        });
      }
      pending += 1;
      let isInside = true;
      return () => {
        if (isInside) pending -= 1;
        isInside = false;
      };
    },

    async run(task, signal) {
      signal.throwIfAborted();
      await turn(signal);
      try {
        // An offline analysis holds the event loop. Between any two of them the loop
        // gets one full turn: health checks are answered, callers that left are noticed.
        lastStart = lastStart.then(() => setImmediate());
        await lastStart;
        signal.throwIfAborted();
        return await task();
      } finally {
        handOver();
      }
    },
  };
}
