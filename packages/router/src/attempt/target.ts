import type { Deployment } from '../deployments/deployment.js';
import type { DeploymentKey } from '../deployments/key-ring.js';
import type { Failure } from '../errors/failure.js';

/** Why an attempt is made. */
export type AttemptReason = 'first' | 'retry' | 'sibling' | 'rotate-key' | 'fallback' | 'hedge' | 'continuation';

/** Two attempts of which one is to win. */
export interface Race {
  /** Calls `giveUp` when the attempt has lost; returns how to take it back. */
  onLost(giveUp: (failure: Failure) => void): () => void;
}

/** What ends an attempt that another one has overtaken. */
export const OVERTAKEN: Failure = { class: 'cancelled', message: 'Another attempt was faster.' };

/** Where an attempt goes. */
export interface Target {
  readonly deployment: Deployment;
  readonly key: DeploymentKey;
  readonly group: string;
  /** Whether the group has another deployment. */
  readonly hasSiblings: boolean;
  readonly reason: AttemptReason;
  /** Parameters to send, before the deployment's own model and limits. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Whether an answer stopped by a content filter counts as a failure, because there is a group to go to. */
  readonly isFilterFailure: boolean;
  readonly race?: Race;
}
