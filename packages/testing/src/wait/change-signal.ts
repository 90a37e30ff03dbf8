/** How long a wait may last and who may end it early. */
export interface WaitOptions {
  /**
   * Milliseconds until the wait gives up with an error.
   * @default 10000
   */
  readonly timeoutMs?: number;
  /** Ends the wait early, with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Lets tests wait for a state of a fake instead of sleeping. */
export interface ChangeSignal {
  /** Says that something changed: every open wait looks again. */
  readonly notify: () => void;
  /**
   * Resolves with the first value that is not `undefined`.
   * @throws When the time is up; the message holds `what` and the explanation of the fake.
   */
  readonly waitFor: <T>(what: string, find: () => T | undefined, options?: WaitOptions) => Promise<T>;
}

/** Milliseconds that a wait lasts when nothing else is said: long enough for a machine that does much else. */
export const DEFAULT_WAIT_MS = 10_000;

/**
 * Makes the signal of one fake.
 *
 * @param explain What the fake saw so far, added to the error of a wait in vain.
 */
export function createChangeSignal(explain: () => string, timeoutMs = DEFAULT_WAIT_MS): ChangeSignal {
  const waiting = new Set<() => void>();

  return {
    notify() {
      for (const look of [...waiting]) look();
    },

    waitFor<T>(what: string, find: () => T | undefined, options: WaitOptions = {}): Promise<T> {
      const limitMs = options.timeoutMs ?? timeoutMs;
      return new Promise<T>((resolve, reject) => {
        const settle = (finish: () => void) => {
          waiting.delete(look);
          clearTimeout(timer);
          options.signal?.removeEventListener('abort', abort);
          finish();
        };
        const look = () => {
          try {
            const found = find();
            if (found !== undefined) settle(() => { resolve(found); });
          } catch (error) {
            settle(() => { reject(toError(error)); });
          }
        };
        const abort = () => {
          settle(() => { reject(toError(options.signal?.reason)); });
        };
        const timer = setTimeout(() => {
          settle(() => { reject(new Error(`Waited ${limitMs} ms in vain for ${what}.\n${explain()}`)); });
        }, limitMs);

        waiting.add(look);
        if (options.signal?.aborted) abort();
        else {
          options.signal?.addEventListener('abort', abort, { once: true });
          look();
        }
      });
    },
  };
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
