import type { Deployment } from '../deployments/deployment.js';

import type { StrategyFunction } from './strategy.js';

/** How close counts as equal, and how often the others are looked at. */
export interface LatencyRoutingOptions {
  /** Share above the fastest that counts as equally fast. */
  readonly buffer: number;
  /** Share of requests that go to another one. */
  readonly explore: number;
}

/** Makes the strategy: unknown deployments first, then one of the fastest. */
export function latencyBasedRouting({ buffer, explore }: LatencyRoutingOptions): StrategyFunction {
  return ({ candidates, isStream, random }) => {
    if (candidates.length === 1) return candidates[0];
    const unknown = candidates.filter(({ latency, inFlight }) => latency.value(isStream) === undefined && inFlight === 0);
    if (unknown.length > 0) return any(unknown, random);
    if (explore > 0 && random() < explore) return any(candidates, random);
    let fastest = Number.POSITIVE_INFINITY;
    for (const { latency } of candidates) fastest = Math.min(fastest, latency.value(isStream) ?? Number.POSITIVE_INFINITY);
    const close = candidates.filter(({ latency }) => (latency.value(isStream) ?? Number.POSITIVE_INFINITY) <= fastest * (1 + buffer));
    return any(close.length > 0 ? close : candidates, random);
  };
}

function any(deployments: readonly Deployment[], random: () => number): Deployment | undefined {
  return deployments[Math.floor(random() * deployments.length)];
}
