import type { Deployment } from '../deployments/deployment.js';
import type { RateUsage } from '../limits/rate-limit-store.js';
import type { Price } from '../prices/price-book.js';

/** What a strategy chooses from, and by. */
export interface StrategyChoice {
  /** Deployments that may be used now: none that cools, has failed in this request, or is over its limits. Never empty. */
  readonly candidates: readonly Deployment[];
  readonly group: string;
  /** Counts the router's requests from 0. */
  readonly requestIndex: number;
  /** Counts the choices of this request from 0. */
  readonly attemptIndex: number;
  readonly isStream: boolean;
  /** Estimated input tokens; counted when first asked for. */
  readonly promptTokens: () => number;
  /** Most output tokens, as far as the request says. */
  readonly maxOutputTokens: number | undefined;
  /** Requests and tokens of the last minute. */
  readonly usage: (deployment: Deployment) => RateUsage;
  /** `undefined` while nobody knows. */
  readonly price: (deployment: Deployment) => Price | undefined;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly warn: (warning: string) => void;
}

/** Chooses a deployment: itself or its id. `undefined`, or one that is no candidate, leaves the choice to the first candidate. */
export type StrategyFunction = (choice: StrategyChoice) => Deployment | string | undefined;
