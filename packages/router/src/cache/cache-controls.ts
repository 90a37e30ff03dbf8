/** What one request says about caching; whatever is left out follows the configuration. */
export interface CacheControls {
  /**
   * `false` takes no part: no read, no write, no sharing with others who ask the same.
   * @default true
   */
  readonly enabled?: boolean;
  /** Milliseconds that the answer of this request is kept, from 1. */
  readonly ttlMs?: number;
  /** Age in milliseconds up to which a kept answer is accepted, from 0. */
  readonly sMaxageMs?: number;
  /**
   * Asks the provider and replaces what is kept.
   * @default false
   */
  readonly noCache?: boolean;
  /**
   * Accepts a kept answer but keeps none.
   * @default false
   */
  readonly noStore?: boolean;
  /** A compartment of its own, inside the tenant's or inside the shared one; up to 200 characters. */
  readonly namespace?: string;
  /**
   * `true` reads and writes the compartment that all tenants share. Only for requests that hold
   * nothing of a tenant: whoever asks the same gets the answer.
   * @default false
   */
  readonly isShared?: boolean;
  /**
   * Keeps the answer in spite of a temperature above the configured limit.
   * @default false
   */
  readonly anyTemperature?: boolean;
  /**
   * `false` never waits for, or serves, somebody who asks the same at the same moment: for requests
   * whose tool calls are to be carried out once for each who asked.
   * @default true
   */
  readonly singleFlight?: boolean;
  /** The semantic cache for this request. */
  readonly semantic?: 'on' | 'shadow' | 'off';
}
