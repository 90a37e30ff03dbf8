/** Twelve buckets for each doubling: a quantile is right within 6 %. */
const BUCKETS_PER_DOUBLING = 12;
/** From 1 ms to 2^22 ms, more than an hour. */
const DOUBLINGS = 22;
const SIZE = BUCKETS_PER_DOUBLING * DOUBLINGS + 1;

/** After so many values all counts are halved: what was measured lately weighs more. */
const HALVE_AT = 2_000;

/** Quantiles of durations, in constant memory, that forget the past slowly. */
export interface Histogram {
  record(ms: number): void;
  /** The duration that a share `q` (0 to 1) of the values does not exceed; `undefined` without values. */
  quantile(q: number): number | undefined;
  /** Values that still weigh. */
  readonly count: number;
}

/** Makes an empty histogram of 2 kB. */
export function createHistogram(): Histogram {
  const counts = new Float64Array(SIZE);
  let total = 0;

  return {
    get count() {
      return total;
    },
    record(ms) {
      const bucket = Math.min(SIZE - 1, Math.max(0, Math.ceil(Math.log2(Math.max(ms, 1)) * BUCKETS_PER_DOUBLING)));
      counts[bucket]! += 1;
      total += 1;
      if (total >= HALVE_AT) halve();
    },
    quantile(q) {
      if (total === 0) return undefined;
      let left = q * total;
      for (let bucket = 0; bucket < SIZE; bucket += 1) {
        left -= counts[bucket]!;
        if (left <= 0) return 2 ** (bucket / BUCKETS_PER_DOUBLING);
      }
      return 2 ** DOUBLINGS;
    },
  };

  function halve(): void {
    total = 0;
    for (let bucket = 0; bucket < SIZE; bucket += 1) total += counts[bucket]! /= 2;
  }
}
