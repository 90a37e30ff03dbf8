/** What can end a call from outside. */
export type StopKind = 'aborted' | 'deadline' | 'timeout';

/** Thrown out of whatever the call waits for when it is ended from outside. */
export class ScopeStop extends Error {
  /** What such errors are called elsewhere: telemetry knows them by it. */
  override readonly name: 'AbortError' | 'TimeoutError';
  readonly kind: StopKind;
  readonly reason: unknown;

  constructor(kind: StopKind, reason?: unknown) {
    super(kind);
    this.name = kind === 'aborted' ? 'AbortError' : 'TimeoutError';
    this.kind = kind;
    this.reason = reason;
  }
}

/** The time a call has: its signal, its deadline, and the clock of the present attempt. */
export interface Scope {
  /** For the wrapped client: aborts when the call is ended from outside. */
  readonly signal: AbortSignal;
  /** @throws {ScopeStop} When the call has been ended. */
  check(): void;
  /** Waits for a promise, or throws a {@link ScopeStop} as soon as the call is ended. */
  race<Value>(promise: PromiseLike<Value>): Promise<Value>;
  /** Waits; ends early with a {@link ScopeStop}. */
  sleep(ms: number): Promise<void>;
  /** Starts the clock of an attempt, or of the next chunk. */
  startClock(timeoutMs: number): void;
  stopClock(): void;
  /** Ends the call as if the caller had aborted: for consumers that leave a stream. */
  abort(reason?: unknown): void;
  /** Clears timers and listeners. */
  dispose(): void;
}

/**
 * Opens a scope. One controller and one listener serve the whole call, and
 * both are gone afterwards: nothing is left on a caller's long-lived signal.
 */
export function createScope(signal: AbortSignal | null | undefined, deadlineMs: number): Scope {
  // A controller costs more than the rest of a call in memory: made when first asked for.
  let controller: AbortController | undefined;
  let stop: ScopeStop | undefined;
  let onStop: ((stop: ScopeStop) => void) | undefined;
  let clock: NodeJS.Timeout | undefined;

  const end = (kind: StopKind, reason?: unknown) => {
    if (stop) return;
    stop = new ScopeStop(kind, reason);
    onStop?.(stop);
    controller?.abort(reason);
  };
  const onAbort = () => { end('aborted', signal?.reason); };
  if (signal?.aborted) onAbort();
  else signal?.addEventListener('abort', onAbort, { once: true });
  const deadline = deadlineMs > 0 && !stop ? setTimeout(end, deadlineMs, 'deadline') : undefined;

  const race = <Value>(promise: PromiseLike<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      if (stop) {
        // Whatever comes of it, nobody is left to hear.
        promise.then(undefined, () => undefined);
        reject(stop);
        return;
      }
      onStop = reject;
      promise.then(
        (value) => {
          onStop = undefined;
          resolve(value);
        },
        (error: unknown) => {
          onStop = undefined;
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- passed on as it is
          reject(stop ?? error);
        },
      );
    });

  return {
    get signal() {
      if (!controller) {
        controller = new AbortController();
        if (stop) controller.abort(stop.reason);
      }
      return controller.signal;
    },
    check() {
      if (stop) throw stop;
    },
    race,
    async sleep(ms) {
      let timer: NodeJS.Timeout | undefined;
      try {
        await race(new Promise<void>((resolve) => { timer = setTimeout(resolve, ms); }));
      } finally {
        clearTimeout(timer);
      }
    },
    startClock(timeoutMs) {
      if (timeoutMs <= 0 || stop) return;
      if (clock) clock.refresh();
      else clock = setTimeout(end, timeoutMs, 'timeout');
    },
    stopClock() {
      clearTimeout(clock);
      clock = undefined;
    },
    abort: (reason) => { end('aborted', reason); },
    dispose() {
      clearTimeout(clock);
      clearTimeout(deadline);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}
