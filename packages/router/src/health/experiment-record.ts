import type { ResultMeta } from '../trace/result-meta.js';

/** A mean and the half width of its 95 % confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly plusMinus: number;
}

/** What one arm of an experiment has shown. */
export interface ArmReport {
  readonly requests: number;
  readonly failures: number;
  /** 95 % interval of the share of failures (Wilson score). */
  readonly failureRate: { readonly low: number; readonly high: number };
  readonly durationMs: Estimate;
  readonly costUsd: Estimate;
}

/** Gathers what the arms of all experiments show. */
export interface ExperimentRecord {
  add(meta: ResultMeta, isFailure: boolean): void;
  report(): Readonly<Record<string, Readonly<Record<string, ArmReport>>>>;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.96;

interface Arm {
  requests: number;
  failures: number;
  readonly duration: Moments;
  readonly cost: Moments;
}

/** Makes an empty record. Its size is bounded by the configured arms. */
export function createExperimentRecord(): ExperimentRecord {
  const experiments = new Map<string, Map<string, Arm>>();
  return {
    add({ experiment, durationMs, costUsd }, isFailure) {
      if (!experiment) return;
      const arms = experiments.get(experiment.name) ?? new Map<string, Arm>();
      experiments.set(experiment.name, arms);
      const arm = arms.get(experiment.arm) ?? { requests: 0, failures: 0, duration: createMoments(), cost: createMoments() };
      arms.set(experiment.arm, arm);
      arm.requests += 1;
      if (isFailure) arm.failures += 1;
      arm.duration.add(durationMs);
      if (costUsd !== null) arm.cost.add(costUsd);
    },
    report: () =>
      Object.fromEntries(
        [...experiments].map(([name, arms]) => [
          name,
          Object.fromEntries(
            [...arms].map(([arm, { requests, failures, duration, cost }]) => [arm, { requests, failures, failureRate: wilson(failures, requests), durationMs: duration.estimate(), costUsd: cost.estimate() }]),
          ),
        ]),
      ),
  };
}

interface Moments {
  add(value: number): void;
  estimate(): Estimate;
}

/** Mean and variance in one pass (Welford). */
function createMoments(): Moments {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value) {
      count += 1;
      const before = value - mean;
      mean += before / count;
      squares += before * (value - mean);
    },
    estimate: () => ({ mean, plusMinus: count < 2 ? Number.POSITIVE_INFINITY : Z * Math.sqrt(squares / (count - 1) / count) }),
  };
}

function wilson(hits: number, total: number): { readonly low: number; readonly high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const share = hits / total;
  const centre = share + Z ** 2 / (2 * total);
  const spread = Z * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2));
  const scale = 1 + Z ** 2 / total;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
