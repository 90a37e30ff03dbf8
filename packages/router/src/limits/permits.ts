/** Who waits first: people before batches. */
export type AdmissionLane = 'interactive' | 'background';

/** How to wait for a permit. */
export interface PermitRequest {
  /** Ends the wait with `aborted`. */
  readonly signal?: AbortSignal;
  /** Milliseconds to wait at most; 0 does not wait. */
  readonly timeoutMs: number;
  /** @default 'interactive' */
  readonly lane?: AdmissionLane;
}

/** Answer to a {@link PermitRequest}. `release` is to be called once; later calls change nothing. */
export type PermitOutcome =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly reason: 'queue-full' | 'timeout' | 'aborted' };

/** At most so many requests at a time, in this process. */
export interface Permits {
  /** A permit at once, or `undefined` when none is free or somebody waits already. */
  tryAcquire(): (() => void) | undefined;
  /** A permit, in the order of asking within a lane. Never rejects. */
  acquire(request: PermitRequest): Promise<PermitOutcome>;
  /** Permits in use. */
  readonly active: number;
  /** Requests that wait. */
  readonly waiting: number;
}
