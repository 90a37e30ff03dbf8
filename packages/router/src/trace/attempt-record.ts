import type { FailureClass } from '../errors/failure-class.js';
import type { TokenUsage } from '../prices/token-usage.js';

/** How an attempt ended. */
export type AttemptOutcome = 'ok' | 'failed' | 'aborted' | 'interrupted';

/** One request that was sent to a deployment, or that our own limits kept from being sent. */
export interface AttemptRecord {
  /** Id of the deployment. */
  readonly deployment: string;
  readonly group: string;
  /** Id of the key; never the key. */
  readonly keyId: string;
  readonly outcome: AttemptOutcome;
  /** Absent when the attempt succeeded. */
  readonly class?: FailureClass;
  /** Status of the provider's answer. */
  readonly status?: number;
  /** The provider's words about a failure, cut. */
  readonly message?: string;
  readonly durationMs: number;
  /** Milliseconds to the first content of a stream. */
  readonly ttftMs?: number;
  /** Whole nano-dollars; absent while the price is unknown. */
  readonly costNanoUsd?: number;
  /** Tokens, as far as known. */
  readonly usage?: TokenUsage;
  /** Whether the tokens were counted by us, because the provider did not say. */
  readonly usageEstimated?: boolean;
  readonly isHedge?: boolean;
  /** Whether the attempt went on with an answer that broke off elsewhere. */
  readonly isContinuation?: boolean;
}
