/** A share of every answer that does not grow with its length, in tokens. Keeps short answers comparable with long ones, and empty ones finite. */
const FIXED_TOKENS = 20;

/** Without news for so long, a deployment counts as unknown again. */
const FORGET_MS = 3_600_000;

/** How fast a deployment has been lately. */
export interface LatencyRecord {
  /** Notes a whole answer. */
  answered(durationMs: number, completionTokens: number): void;
  /** Notes the first content of a stream. */
  started(ttftMs: number): void;
  /** Notes an attempt that was given up after `elapsedMs`: it would have taken at least that. */
  gaveUp(elapsedMs: number): void;
  /** Smoothed milliseconds per token, or to the first content of streams; `undefined` while unknown. */
  value(isStream: boolean): number | undefined;
}

/**
 * Makes a record that weighs samples exponentially, like a mean over the last `window` of them.
 * The smoothing factor 2/(n+1) is the usual one for an exponential mean over n samples.
 */
export function createLatencyRecord(window: number, now: () => number): LatencyRecord {
  const alpha = 2 / (window + 1);
  const perToken = createMean();
  const toFirst = createMean();

  return {
    answered(durationMs, completionTokens) {
      perToken.add(durationMs / (completionTokens + FIXED_TOKENS));
    },
    started(ttftMs) {
      toFirst.add(ttftMs);
    },
    gaveUp(elapsedMs) {
      perToken.raise(elapsedMs / FIXED_TOKENS);
      toFirst.raise(elapsedMs);
    },
    value: (isStream) => (isStream ? toFirst : perToken).read(),
  };

  function createMean() {
    let mean: number | undefined;
    let at = 0;
    const add = (sample: number): void => {
      mean = mean === undefined || now() - at > FORGET_MS ? sample : mean + alpha * (sample - mean);
      at = now();
    };
    return {
      add,
      raise(sample: number) {
        if (mean === undefined || sample > mean) add(sample);
      },
      read: () => (mean !== undefined && now() - at <= FORGET_MS ? mean : undefined),
    };
  }
}
