import type { STRATEGY_NAMES } from '../config/policy-config.js';

import { costBasedRouting } from './cost-based-routing.js';
import { latencyBasedRouting, type LatencyRoutingOptions } from './latency-based-routing.js';
import { leastBusy } from './least-busy.js';
import { simpleShuffle } from './simple-shuffle.js';
import type { StrategyFunction } from './strategy.js';
import { usageBasedRouting } from './usage-based-routing.js';

/** The strategies by the names that a configuration uses, and those of the caller beside them. */
export function strategiesByName(latency: LatencyRoutingOptions, own: Readonly<Record<string, StrategyFunction>> = {}): ReadonlyMap<string, StrategyFunction> {
  const builtIn: Readonly<Record<(typeof STRATEGY_NAMES)[number], StrategyFunction>> = {
    'simple-shuffle': simpleShuffle,
    'usage-based-routing': usageBasedRouting,
    'latency-based-routing': latencyBasedRouting(latency),
    'cost-based-routing': costBasedRouting,
    'least-busy': leastBusy,
  };
  return new Map([...Object.entries(builtIn), ...Object.entries(own)]);
}
