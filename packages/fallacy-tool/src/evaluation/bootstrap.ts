/** A figure with the interval that it would mostly fall in if other texts of the kind had been drawn. */
export interface Figure {
  readonly value: number;
  /** 2.5 % and 97.5 % points of the bootstrap; absent when none was made. */
  readonly low?: number;
  readonly high?: number;
}

/** How intervals are made. */
export interface BootstrapOptions {
  /** Samples drawn; 0 makes no intervals. @default 0 */
  readonly rounds?: number;
  /** The same seed draws the same samples. @default 42 */
  readonly seed?: number;
}

/** Indices of the members of a sample, some of them more than once. */
export type Sample = readonly number[] | Int32Array;

/**
 * Computes figures of a population, with percentile intervals from samples drawn
 * with replacement. A figure that cannot be computed, NaN, is undefined.
 *
 * @param size - How many members the population has.
 * @param figuresOf - The figures of a sample, given as the indices of its members.
 */
export function bootstrap(size: number, figuresOf: (sample: Sample) => readonly number[], { rounds = 0, seed = 42 }: BootstrapOptions = {}): (Figure | undefined)[] {
  const values = figuresOf(Array.from({ length: size }, (_, index) => index));
  if (rounds === 0 || size === 0) return values.map((value) => (Number.isNaN(value) ? undefined : { value }));
  const drawn = values.map(() => new Float64Array(rounds));
  const random = createGenerator(seed);
  const sample = new Int32Array(size);
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < size; at += 1) sample[at] = Math.floor(random() * size);
    for (const [index, value] of figuresOf(sample).entries()) drawn[index]![round] = value;
  }
  return values.map((value, index) => {
    const sorted = drawn[index]!.filter((one) => !Number.isNaN(one)).sort();
    if (Number.isNaN(value)) return undefined;
    return { value, low: sorted[Math.floor(0.025 * sorted.length)]!, high: sorted[Math.min(sorted.length - 1, Math.floor(0.975 * sorted.length))]! };
  });
}

/** Numbers from 0 to 1: the generator known as mulberry32, by Tommy Ettinger (public domain). */
function createGenerator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
