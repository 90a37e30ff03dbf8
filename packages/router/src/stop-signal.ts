/**
 * What is used of an `AbortSignal`; each of those is one. On the way of every request the router uses its own,
 * because making an `AbortController` and collecting it costs more than the rest of an attempt's bookkeeping.
 */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Who ends the wait of those who have the signal. */
export interface StopSource {
  readonly signal: StopSignal;
  /** Later calls change nothing. */
  abort(reason?: unknown): void;
}

/** Makes a source that has not ended. Each listener is called once at most. */
export function createStopSource(): StopSource {
  return new Stop();
}

/** A real signal that ends with the given one, for those outside who want one. */
export function abortSignalOf(stop: StopSignal): AbortSignal {
  const controller = new AbortController();
  if (stop.aborted) controller.abort(stop.reason);
  else stop.addEventListener('abort', () => { controller.abort(stop.reason); }, { once: true });
  return controller.signal;
}

/** Source and signal in one small object: two of them are made for each request. */
class Stop implements StopSource, StopSignal {
  aborted = false;
  reason: unknown = undefined;
  #listeners: (() => void)[] | undefined;

  get signal(): StopSignal {
    return this;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.aborted) (this.#listeners ??= []).push(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    const place = this.#listeners?.indexOf(listener) ?? -1;
    if (place !== -1) this.#listeners?.splice(place, 1);
  }

  abort(reason?: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const called = this.#listeners;
    this.#listeners = undefined;
    for (const listener of called ?? []) listener();
  }
}
