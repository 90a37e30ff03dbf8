import type { Deployment } from '../deployments/deployment.js';
import type { Plan, Runtime } from '../flow/runtime.js';

/** Where a deployment stands. */
export interface DeploymentHealth {
  readonly state: 'closed' | 'cooling' | 'half-open' | 'ramping';
  /** Class of the failure that it cools for. */
  readonly errorClass?: string;
  /** Milliseconds left, not the configured length. */
  readonly cooldownRemainingMs: number;
  readonly inFlight: number;
  /** Requests that wait for a place. */
  readonly waiting: number;
  readonly requests: number;
  readonly failures: number;
  /** Requests of the last minute. */
  readonly rpmUsed: number;
  /** Tokens of the last minute. */
  readonly tpmUsed: number;
  /** Milliseconds of whole answers; `null` without any. */
  readonly latencyMs: Quantiles | null;
  /** Milliseconds to the first content of streams; `null` without any. */
  readonly ttftMs: Quantiles | null;
  /** Keys that are out, by id, and for how many milliseconds more. */
  readonly keysOut: Readonly<Record<string, number>>;
}

/** Quantiles of durations in milliseconds, right within 6 %. */
export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Where the router stands. */
export interface HealthReport {
  readonly deployments: Readonly<Record<string, DeploymentHealth>>;
  /** Requests under way. */
  readonly inFlight: number;
  /** Whether Redis is configured and away, so that state is local. */
  readonly degraded: boolean;
  /** Things that an operator should know, such as `unknown_price:a`. */
  readonly warnings: readonly string[];
}

/** Reads where everything stands now. */
export function healthOf(runtime: Pick<Runtime, 'stores' | 'warnings'>, { deployments, inFlight }: Plan): HealthReport {
  return {
    deployments: Object.fromEntries([...deployments.values()].map((deployment) => [deployment.id, deploymentHealth(runtime, deployment)])),
    inFlight,
    degraded: runtime.stores.isDegraded,
    warnings: runtime.warnings.list(),
  };
}

function deploymentHealth({ stores }: Pick<Runtime, 'stores'>, { id, inFlight, permits, counts, durations, firstTokens, keys }: Deployment): DeploymentHealth {
  const phase = stores.cooldowns.phase(id);
  const { requests: rpmUsed, tokens: tpmUsed } = stores.limits.usage(id);
  return {
    state: phase.phase,
    ...(phase.phase !== 'closed' && { errorClass: phase.errorClass }),
    cooldownRemainingMs: phase.phase === 'cooling' ? phase.remainingMs : 0,
    inFlight,
    waiting: permits?.waiting ?? 0,
    requests: counts.requests,
    failures: counts.failures,
    rpmUsed,
    tpmUsed,
    latencyMs: quantiles(durations),
    ttftMs: quantiles(firstTokens),
    keysOut: keys.out(),
  };
}

function quantiles(histogram: Deployment['durations']): Quantiles | null {
  if (histogram.count === 0) return null;
  return { p50: histogram.quantile(0.5)!, p95: histogram.quantile(0.95)!, p99: histogram.quantile(0.99)! };
}
