/** Durations in milliseconds, by nearest rank: each is one that was measured. */
export interface Percentiles {
  readonly count: number;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** Percentiles of durations; `undefined` without any. */
export function percentilesOf(durationsMs: readonly number[]): Percentiles | undefined {
  if (durationsMs.length === 0) return undefined;
  const sorted = Float64Array.from(durationsMs).sort();
  const rank = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return {
    count: sorted.length,
    meanMs: sorted.reduce((sum, duration) => sum + duration, 0) / sorted.length,
    p50Ms: rank(0.5),
    p95Ms: rank(0.95),
    p99Ms: rank(0.99),
    maxMs: rank(1),
  };
}
