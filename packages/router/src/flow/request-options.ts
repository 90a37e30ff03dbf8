import type { CacheControls } from '../cache/cache-controls.js';
import type { FailureClass } from '../errors/failure-class.js';

/** A group to fall back to, with parameters to change there. */
export type FallbackTarget = string | ({ readonly model: string } & Readonly<Record<string, unknown>>);

/** Ways to make a request fail on purpose; refused unless the configuration has `allowTestHooks`. */
export interface TestHooks {
  /** The first group fails with this class, and no provider is asked. */
  readonly failPrimary?: FailureClass;
}

/** What a single request may ask for, besides its parameters. */
export interface RequestOptions {
  /** Ends the request wherever it is. The router adds one listener and takes it away. */
  readonly signal?: AbortSignal;
  /** Milliseconds for everything together; beats `timeouts.total`. */
  readonly timeoutMs?: number;
  /** Keeps caches and budgets apart. @default 'default' */
  readonly tenant?: string;
  /** Labels for budgets and the ledger: `{ user: 'u1', team: 't1' }`. */
  readonly scope?: Readonly<Record<string, string>>;
  /** Tags that the deployment must have one of; `!x` excludes, `&x` requires. */
  readonly tags?: readonly string[];
  /** Only deployments whose `region` is this one. */
  readonly region?: string;
  /** Requests of a session stay with one deployment, with `sticky`. */
  readonly session?: string;
  /** Chooses chain and rules; the `model` of the parameters may name it as well. */
  readonly useCase?: string;
  /** Experiment to take part in; its arm is the group. */
  readonly experiment?: string;
  /** Who or what is assigned to an arm. @default session, else the label `user` */
  readonly unit?: string;
  readonly strategy?: string;
  /** Replaces the configured lists. */
  readonly fallbacks?: readonly FallbackTarget[];
  readonly disableFallbacks?: boolean;
  /** Retries in each group; beats `retry.max`. */
  readonly retries?: number;
  readonly cache?: CacheControls;
  /** @default 'interactive' */
  readonly lane?: 'interactive' | 'background';
  /** An address instead of the deployment's; must be in `allowedBaseURLs`. */
  readonly baseURL?: string;
  /** Sent along to the provider. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly testHooks?: TestHooks;
}
