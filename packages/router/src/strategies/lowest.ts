import type { Deployment } from '../deployments/deployment.js';

/** One of the candidates with the lowest value, drawn among equals. Values that are no number count as infinite. */
export function lowest(candidates: readonly Deployment[], valueOf: (deployment: Deployment) => number, random: () => number): Deployment {
  let best = candidates[0]!;
  let bestValue = Number.POSITIVE_INFINITY;
  let equals = 0;
  for (const candidate of candidates) {
    const raw = valueOf(candidate);
    const value = Number.isNaN(raw) ? Number.POSITIVE_INFINITY : raw;
    if (value < bestValue) {
      best = candidate;
      bestValue = value;
      equals = 1;
    } else if (value === bestValue) {
      equals += 1;
      // The n-th equal replaces the earlier ones with chance 1/n, so that all have the same.
      if (random() * equals < 1) best = candidate;
    }
  }
  return best;
}
