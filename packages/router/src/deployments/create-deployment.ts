import { Secret } from '@discord-intelligence/config';

import type { DeploymentConfig } from '../config/deployment-config.js';
import { PROVIDER_BASE_URLS } from '../config/providers.js';
import type { Permits } from '../limits/permits.js';

import type { Deployment } from './deployment.js';
import { createHistogram } from './histogram.js';
import { createKeyRing, type DeploymentKey } from './key-ring.js';
import { createLatencyRecord } from './latency-record.js';

/** What a deployment needs besides its configuration. */
export interface CreateDeploymentOptions {
  readonly now: () => number;
  /** Samples that latency-based routing remembers. */
  readonly latencyWindow: number;
  /** Makes the limit of requests at a time. */
  readonly permits: (maxParallel: number) => Permits;
}

const NO_KEY: DeploymentKey = { id: 'none' };

/** Makes a deployment that was not used yet. */
export function createDeployment(id: string, config: DeploymentConfig, { now, latencyWindow, permits }: CreateDeploymentOptions): Deployment {
  const keys = (config.keys ?? []).flatMap((entry, index): DeploymentKey[] => {
    const { key, id: keyId = `k${index + 1}`, deny = [] } = typeof entry === 'object' && 'key' in entry ? entry : { key: entry };
    return deny.includes(config.model) ? [] : [{ id: keyId, secret: Secret.is(key) ? key : new Secret(key) }];
  });
  return {
    id,
    config,
    baseURL: config.baseURL ?? PROVIDER_BASE_URLS[config.provider] ?? '',
    keys: createKeyRing(keys.length > 0 || (config.keys?.length ?? 0) > 0 ? keys : [NO_KEY], now),
    permits: config.maxParallel === undefined ? undefined : permits(config.maxParallel),
    latency: createLatencyRecord(latencyWindow, now),
    durations: createHistogram(),
    firstTokens: createHistogram(),
    priceQuery: { deployment: id, provider: config.provider, model: config.model },
    counts: { requests: 0, failures: 0 },
    inFlight: 0,
  };
}
