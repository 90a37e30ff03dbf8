/** Times of one subject, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p99: number;
}

/** Something to be timed. */
export interface Subject {
  readonly name: string;
  readonly run: () => unknown;
}

/**
 * Times subjects in turn, A B C A B C …, so that a machine that slows down slows
 * all of them alike. The first rounds warm up and do not count.
 */
export async function measure(subjects: readonly Subject[], { rounds, warmUps }: { readonly rounds: number; readonly warmUps: number }): Promise<Map<string, Timing>> {
  const times = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { name, run } of subjects) {
      const startedAt = performance.now();
      await run();
      if (round >= 0) times.get(name)?.push(performance.now() - startedAt);
    }
  }
  return new Map([...times].map(([name, samples]) => [name, summarize(samples)]));
}

/** Median and 99th percentile of samples, by nearest rank. */
export function summarize(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((one, other) => one - other);
  const rank = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { median: rank(0.5), p99: rank(0.99) };
}
