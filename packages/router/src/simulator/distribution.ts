import * as z from 'zod';

import { once } from '../once.js';

const ms = once(() => z.number().min(0).max(86_400_000));

/** How long something takes, in milliseconds. */
export const distribution = once(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), ms: ms() }),
  z.strictObject({ kind: z.literal('uniform'), minMs: ms(), maxMs: ms() }).refine(({ minMs, maxMs }) => minMs <= maxMs, 'minMs must not be above maxMs'),
  /** Long tail to the right, as answers of models have it; given by two points of it. */
  z.strictObject({ kind: z.literal('lognormal'), medianMs: ms().min(0.001), p95Ms: ms().min(0.001) }).refine(({ medianMs, p95Ms }) => medianMs <= p95Ms, 'medianMs must not be above p95Ms'),
  /** Drawn from what was measured, each equally likely. */
  z.strictObject({ kind: z.literal('samples'), ms: z.array(ms()).min(1).max(100_000) }),
]));

/** {@link distribution} as read. */
export type Distribution = z.infer<ReturnType<typeof distribution>>;

/** 95th percentile of the standard normal distribution. */
const Z95 = 1.644_853_626_951_472;

/** Draws one duration in milliseconds. Takes the same number of random numbers every time, so that what follows does not shift. */
export function draw(drawn: Distribution, random: () => number): number {
  const first = random();
  const second = random();
  switch (drawn.kind) {
    case 'fixed':
      return drawn.ms;
    case 'uniform':
      return drawn.minMs + (drawn.maxMs - drawn.minMs) * first;
    case 'lognormal': {
      const { medianMs, p95Ms } = drawn;
      // Box-Muller; 1 - first is never 0.
      const normal = Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
      return medianMs * Math.exp((Math.log(p95Ms / medianMs) / Z95) * normal);
    }
    case 'samples':
      return drawn.ms[Math.floor(first * drawn.ms.length)] ?? 0;
  }
}
