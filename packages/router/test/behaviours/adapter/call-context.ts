import { AsyncLocalStorage } from 'node:async_hooks';

/** What injected parts must know about the call that they work for. */
export interface CallContext {
  /** What the token estimator reports for it. */
  readonly promptTokens: number;
  /** What the embedder answers for it. */
  readonly embedding: readonly number[] | undefined;
  readonly settleTimes: number;
  /** Milliseconds of waits that the router chose for it. */
  waitedMs: number;
}

/** Follows a call through the router without the router's help. */
export type CallContexts = AsyncLocalStorage<CallContext>;

/** Makes the store of contexts of one subject. */
export function createCallContexts(): CallContexts {
  return new AsyncLocalStorage<CallContext>();
}
