import type { Transport } from '../attempt/transport.js';
import type { Clock } from '../clock.js';
import type { RouterConfig } from '../config/router-config.js';
import type { Stores } from '../create-stores.js';
import type { Deployment } from '../deployments/deployment.js';
import type { PendingWork } from '../pending-work.js';
import type { StrategyFunction } from '../strategies/strategy.js';
import type { HookRunner } from '../trace/hooks.js';
import type { Warnings } from '../trace/warnings.js';

import type { Divert } from './compile-conditions.js';
import type { HedgeBucket } from './hedge-bucket.js';
import type { RequestRules } from './request-rules.js';
import type { RequestScope } from './request-scope.js';
import type { RetryBudget } from './retry-budget.js';

/** Deployments of one order level. */
export interface Group {
  readonly name: string;
  readonly members: readonly Deployment[];
  /** The members, lowest `order` first. */
  readonly levels: readonly (readonly Deployment[])[];
}

/** A configuration made ready to serve. Replaced as a whole by `reload`. */
export interface Plan {
  readonly config: RouterConfig;
  readonly deployments: ReadonlyMap<string, Deployment>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly rules: RequestRules;
  readonly useCaseRules: ReadonlyMap<string, RequestRules>;
  /** Absent without conditions. */
  readonly divert: Divert | undefined;
  readonly allowedBaseURLs: ReadonlySet<string>;
  readonly fallbackOnStatus: ReadonlySet<number> | undefined;
  /** Requests that still run on this plan. */
  inFlight: number;
}

/** What every part of the flow works with. */
export interface Runtime {
  readonly plan: Plan;
  readonly stores: Stores;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: () => number;
  readonly strategies: ReadonlyMap<string, StrategyFunction>;
  readonly hooks: HookRunner;
  readonly warnings: Warnings;
  readonly retryBudget: RetryBudget;
  readonly hedgeBucket: HedgeBucket;
  /** Requests under way, so that `close()` can stop them. */
  readonly live: Set<RequestScope>;
  /** Settlements on their way to the budgets. */
  readonly settling: PendingWork;
  /** Keeps what else goes on behind the answers, for `close()`. */
  readonly track: (work: PromiseLike<unknown>) => void;
}
