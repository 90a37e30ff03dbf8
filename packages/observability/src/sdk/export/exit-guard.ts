import { isMainThread } from 'node:worker_threads';

/** What is done when the process ends. */
export interface ExitGuardOptions {
  /** Whether something is undelivered that is worth an attempt. */
  readonly hasUndelivered: () => boolean;
  /** Delivers while the event loop still runs. Never rejects. */
  readonly flush: () => Promise<unknown>;
  /** Delivers when it does not. Never throws. */
  readonly deliverNow: () => void;
  /** Called before the last delivery: spans that are still open end now. */
  readonly endOpen: () => void;
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Watches for the end of the process: the loop running empty, `process.exit`, a crash, SIGTERM and SIGINT. It has no
 * listener for uncaught errors and unhandled rejections, which would change what they do; exit codes stay as they are.
 *
 * @returns Stops watching.
 */
export function guardExit({ hasUndelivered, flush, deliverNow, endOpen }: ExitGuardOptions): () => void {
  let isEnding = false;

  const onBeforeExit = () => {
    // A delivery keeps the loop running and this event comes again; `hasUndelivered` says when it is enough.
    if (hasUndelivered()) void flush();
  };
  const onExit = () => {
    endOpen();
    deliverNow();
  };
  const onSignal = (signal: NodeJS.Signals) => {
    // The app handles the signal itself: it decides when to end, and how.
    if (process.listenerCount(signal) > 1) {
      void flush();
      return;
    }
    if (isEnding) return;
    isEnding = true;
    endOpen();
    void flush().then(() => {
      process.off(signal, onSignal);
      // A listener that came in the meantime wants to live on.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
      isEnding = false;
    });
  };

  process.on('beforeExit', onBeforeExit);
  process.on('exit', onExit);
  // First in line: a `once` listener of the app's would be gone from the count when ours came after it.
  if (isMainThread) for (const signal of SIGNALS) process.prependListener(signal, onSignal);

  return () => {
    process.off('beforeExit', onBeforeExit);
    process.off('exit', onExit);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}
