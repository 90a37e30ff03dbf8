import type { Deployment } from '../deployments/deployment.js';

/**
 * Whether a request that was too long for one deployment may fit another one: its window is known to be
 * larger, or is not known and it is not the same model at the same provider.
 */
export function hasLargerWindow({ config: candidate }: Deployment, { config: refused }: Deployment): boolean {
  if (candidate.maxInputTokens !== undefined && refused.maxInputTokens !== undefined) return candidate.maxInputTokens > refused.maxInputTokens;
  return candidate.model !== refused.model || candidate.provider !== refused.provider;
}
