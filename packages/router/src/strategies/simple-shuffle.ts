import type { Deployment } from '../deployments/deployment.js';

import type { StrategyFunction } from './strategy.js';

/** Draws by `weight`; without any weight by `rpm`, else `tpm`, else evenly. A missing number beside given ones counts as 0. */
export const simpleShuffle: StrategyFunction = ({ candidates, random }) => {
  if (candidates.length === 1) return candidates[0];
  for (const field of ['weight', 'rpm', 'tpm'] as const) {
    let total = 0;
    for (const { config } of candidates) total += config[field] ?? 0;
    if (total > 0) return draw(candidates, field, random() * total);
  }
  return candidates[Math.floor(random() * candidates.length)];
};

function draw(candidates: readonly Deployment[], field: 'weight' | 'rpm' | 'tpm', point: number): Deployment | undefined {
  let left = point;
  for (const candidate of candidates) {
    const share = candidate.config[field] ?? 0;
    left -= share;
    if (share > 0 && left < 0) return candidate;
  }
  return undefined;
}
