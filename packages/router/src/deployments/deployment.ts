import type { DeploymentConfig } from '../config/deployment-config.js';
import type { Permits } from '../limits/permits.js';
import type { PriceQuery } from '../prices/price-book.js';

import type { Histogram } from './histogram.js';
import type { KeyRing } from './key-ring.js';
import type { LatencyRecord } from './latency-record.js';

/** Counts since the deployment was configured. */
export interface DeploymentCounts {
  requests: number;
  failures: number;
}

/** One model at one provider, with what the router knows about it. */
export interface Deployment {
  readonly id: string;
  readonly config: DeploymentConfig;
  readonly baseURL: string;
  readonly keys: KeyRing;
  /** Absent without `maxParallel`. */
  readonly permits: Permits | undefined;
  readonly latency: LatencyRecord;
  /** Durations of whole answers. */
  readonly durations: Histogram;
  /** Times to the first content of streams. */
  readonly firstTokens: Histogram;
  readonly priceQuery: PriceQuery;
  readonly counts: DeploymentCounts;
  /** Requests chosen for it and not yet over. */
  inFlight: number;
}
