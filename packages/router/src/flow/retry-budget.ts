/** Limits how much an outage multiplies the load: repetitions as a share of requests. */
export interface RetryBudget {
  request(): void;
  /** Takes a repetition if there is room for one. */
  tryRetry(): boolean;
}

/** Window over which requests and repetitions are compared. */
const WINDOW_MS = 10_000;

/** Makes the budget: `min` repetitions in each window are always allowed, above them a share `ratio` of requests. */
export function createRetryBudget({ ratio, min, now }: { readonly ratio: number; readonly min: number; readonly now: () => number }): RetryBudget {
  let windowStart = 0;
  let requests = 0;
  let retries = 0;
  const turn = (): void => {
    const at = now();
    if (at - windowStart < WINDOW_MS && at >= windowStart) return;
    windowStart = at;
    requests = 0;
    retries = 0;
  };
  return {
    request() {
      turn();
      requests += 1;
    },
    tryRetry() {
      turn();
      if (retries >= Math.max(min, requests * ratio)) return false;
      retries += 1;
      return true;
    },
  };
}
