import type { StopSignal } from '../../stop-signal.js';

/**
 * Waits for a promise as long as a signal allows, and takes its listener off the signal either way:
 * a caller's signal may live for the whole program. What the promise brings later is ignored.
 *
 * @throws The signal's reason, or what the promise rejects with.
 */
export function waitFor<T>(pending: Promise<T>, signal: StopSignal | undefined, onAbort?: () => void): Promise<T> {
  if (!signal) return pending;
  return new Promise<T>((resolve, reject) => {
    const abort = () => {
      signal.removeEventListener('abort', abort);
      onAbort?.();
      reject(reasonOf(signal));
    };
    pending.then(
      (value) => {
        signal.removeEventListener('abort', abort);
        resolve(value);
      },
      (error: unknown) => {
        signal.removeEventListener('abort', abort);
        // Passed on as it came: it is the failure of the shared work.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(error);
      },
    );
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
}

/** The reason of an ended signal as an error, whatever the caller gave. */
export function reasonOf(signal: StopSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('The operation was aborted', 'AbortError');
}
