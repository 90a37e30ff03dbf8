import type { RequestKind } from '../attempt/transport.js';
import type { Deployment } from '../deployments/deployment.js';
import type { AttemptRecord } from '../trace/attempt-record.js';
import type { CacheMeta, TraceEvent } from '../trace/result-meta.js';
import type { RequestTelemetry } from '../trace/telemetry.js';

import type { RequestOptions } from './request-options.js';
import type { RequestRules } from './request-rules.js';
import type { RequestScope } from './request-scope.js';

/** One request under way and what has happened to it. */
export interface FlowRequest {
  readonly id: string;
  /** Counts the router's requests from 0. */
  readonly index: number;
  readonly kind: RequestKind;
  readonly params: Readonly<Record<string, unknown>>;
  readonly options: RequestOptions;
  readonly isStream: boolean;
  readonly rules: RequestRules;
  readonly scope: RequestScope;
  /** Monotonic milliseconds. */
  readonly startedAt: number;
  readonly labels: Readonly<Record<string, string | undefined>>;
  /** Input tokens, counted when first asked for. */
  promptTokens(): number;
  readonly records: AttemptRecord[];
  readonly trace: TraceEvent[];
  /** Absent while telemetry is off. */
  readonly telemetry: RequestTelemetry | undefined;
  /** Choices made so far. */
  picks: number;
  /** Attempts begun so far. */
  attempts: number;
  fallbacks: number;
  /** Whether a budget that is nearly used up has sent it to a cheaper group. */
  isRedirected: boolean;
  /** Deployments that broke off in the middle of this answer. */
  excluded: Set<Deployment> | undefined;
  servedBy: string | null;
  group: string | null;
  cache: CacheMeta;
  degraded: boolean;
  experiment: { readonly name: string; readonly arm: string } | undefined;
}
