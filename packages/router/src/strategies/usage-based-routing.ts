import { lowest } from './lowest.js';
import type { StrategyFunction } from './strategy.js';

/** The deployment with the fewest tokens in the last minute; where all have a `tpm`, the one that has used the smallest part of it. */
export const usageBasedRouting: StrategyFunction = ({ candidates, usage, random }) => {
  const byShare = candidates.every(({ config }) => (config.tpm ?? 0) > 0);
  return lowest(candidates, (deployment) => usage(deployment).tokens / (byShare ? deployment.config.tpm! : 1), random);
};
