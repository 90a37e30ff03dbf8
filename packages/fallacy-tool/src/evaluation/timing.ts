/** How long texts took, each by itself, in milliseconds. */
export interface Timing {
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly longestMs: number;
  /** How many texts took how long; each bin is twice as wide as the one before. */
  readonly bins: readonly TimingBin[];
}

/** Texts that took about as long. */
export interface TimingBin {
  readonly fromMs: number;
  readonly toMs: number;
  readonly count: number;
}

/** Most bins that a picture shows. */
const MOST_BINS = 24;

/** Sums up durations; undefined when there are none. Percentiles are by nearest rank. */
export function timingOf(durationsMs: readonly number[]): Timing | undefined {
  if (durationsMs.length === 0) return undefined;
  const sorted = Float64Array.from(durationsMs).sort();
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  const longest = sorted.at(-1)!;
  // A clock that is coarser than the work shows zero.
  const least = Math.max(sorted[0]!, longest / 2 ** (MOST_BINS - 1), 1e-4);
  const first = Math.floor(Math.log2(least));
  const counts = new Map<number, number>();
  for (const duration of sorted) {
    const bin = Math.max(first, Math.floor(Math.log2(Math.max(duration, least))));
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const last = Math.max(...counts.keys());
  const bins = Array.from({ length: last - first + 1 }, (_, index) => ({ fromMs: 2 ** (first + index), toMs: 2 ** (first + index + 1), count: counts.get(first + index) ?? 0 }));
  return { count: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), longestMs: longest, bins };
}
