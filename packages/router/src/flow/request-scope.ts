import type { Clock, TimerHandle } from '../clock.js';
import type { Failure, TimeLimit } from '../errors/failure.js';
import type { StopSignal } from '../stop-signal.js';

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
  readonly signal: StopSignal | undefined;
  readonly totalMs: number;
  readonly limit: TimeLimit;
}

/**
 * Opens a scope. One listener on the caller's signal and one timer, however many attempts follow:
 * `AbortSignal.any` over a long-lived signal leaks on Node 20.
 */
export function openScope(options: RequestScopeOptions): RequestScope {
  return new Scope(options);
}

/** The failure of a request whose caller left. */
export function cancelled(cause?: unknown): Failure {
  return { class: 'cancelled', message: 'The caller has aborted the request.', ...(cause !== undefined && { cause }) };
}

/** A class, because getters in a literal would make a hidden class for each request. */
class Scope implements RequestScope {
  readonly #clock: Clock;
  readonly #callers: StopSignal | undefined;
  readonly #totalMs: number;
  readonly #startedAt: number;
  readonly #timer: TimerHandle;
  readonly #onAbort = (): void => { this.stop(cancelled(this.#callers!.reason)); };
  #listeners: ((failure: Failure) => void)[] = [];
  #stopped: Failure | undefined;
  #isDisposed = false;
  #controller: AbortController | undefined;

  constructor({ clock, signal, totalMs, limit }: RequestScopeOptions) {
    this.#clock = clock;
    this.#callers = signal;
    this.#totalMs = totalMs;
    this.#startedAt = clock.monotonic();
    this.#timer = clock.setTimeout(() => { this.stop({ class: 'timeout', limit, message: `The request took longer than ${limit} (${totalMs} ms).` }); }, totalMs);
    // A stream that nobody reads to its end must not keep the process alive.
    (this.#timer as { unref?: () => void }).unref?.();
    if (signal?.aborted) this.stop(cancelled(signal.reason));
    else signal?.addEventListener('abort', this.#onAbort);
  }

  get stopped(): Failure | undefined {
    return this.#stopped;
  }

  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.#stopped) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  remainingMs(): number {
    return Math.max(0, this.#totalMs - (this.#clock.monotonic() - this.#startedAt));
  }

  onStop(listener: (failure: Failure) => void): () => void {
    this.#listeners.push(listener);
    return () => {
      const place = this.#listeners.indexOf(listener);
      if (place !== -1) this.#listeners.splice(place, 1);
    };
  }

  stop(failure: Failure): void {
    if (this.#stopped) return;
    this.#stopped = failure;
    this.dispose();
    for (const listener of [...this.#listeners]) listener(failure);
    this.#controller?.abort();
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#clock.clearTimeout(this.#timer);
    this.#callers?.removeEventListener('abort', this.#onAbort);
  }
}
