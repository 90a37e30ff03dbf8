import type { Clock, TimerHandle } from '../clock.js';
import type { Failure, TimeLimit } from '../errors/failure.js';

/** The life of one request: ends by the caller's signal, by the total time limit, or when it is done. */
export interface RequestScope {
  /** Why it was stopped, once it was. */
  readonly stopped: Failure | undefined;
  /** For waits that take a signal; made when first asked for. */
  readonly signal: AbortSignal;
  /** Milliseconds left of the total limit. */
  remainingMs(): number;
  /** Calls `listener` when the request is stopped; returns how to take it back. */
  onStop(listener: (failure: Failure) => void): () => void;
  stop(failure: Failure): void;
  /** Takes timer and listener away. */
  dispose(): void;
}

/** What ends a request. */
export interface RequestScopeOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly totalMs: number;
  readonly limit: TimeLimit;
}

/**
 * Opens a scope. One listener on the caller's signal and one timer, however many attempts follow:
 * `AbortSignal.any` over a long-lived signal leaks on Node 20.
 */
export function openScope({ clock, signal: callers, totalMs, limit }: RequestScopeOptions): RequestScope {
  const startedAt = clock.monotonic();
  const listeners = new Set<(failure: Failure) => void>();
  let stopped: Failure | undefined;
  let isDisposed = false;
  let controller: AbortController | undefined;

  const stop = (failure: Failure): void => {
    if (stopped) return;
    stopped = failure;
    dispose();
    for (const listener of [...listeners]) listener(failure);
    controller?.abort();
  };
  const onAbort = (): void => { stop(cancelled(callers!.reason)); };
  const timer: TimerHandle = clock.setTimeout(() => { stop({ class: 'timeout', limit, message: `The request took longer than ${limit} (${totalMs} ms).` }); }, totalMs);
  // A stream that nobody reads to its end must not keep the process alive.
  (timer as { unref?: () => void }).unref?.();
  function dispose(): void {
    if (isDisposed) return;
    isDisposed = true;
    clock.clearTimeout(timer);
    callers?.removeEventListener('abort', onAbort);
  }

  if (callers?.aborted) stop(cancelled(callers.reason));
  else callers?.addEventListener('abort', onAbort);

  return {
    get stopped() {
      return stopped;
    },
    get signal() {
      if (!controller) {
        controller = new AbortController();
        if (stopped) controller.abort();
      }
      return controller.signal;
    },
    remainingMs: () => Math.max(0, totalMs - (clock.monotonic() - startedAt)),
    onStop(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop,
    dispose,
  };
}

/** The failure of a request whose caller left. */
export function cancelled(cause?: unknown): Failure {
  return { class: 'cancelled', message: 'The caller has aborted the request.', ...(cause !== undefined && { cause }) };
}
