/** A signal that a caller or a clock aborts. */
export interface Deadline extends Disposable {
  readonly signal: AbortSignal;
  /** Whether the clock did it. */
  readonly isOver: boolean;
}

// setTimeout fires at once beyond this.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Makes one. The listener on the caller's signal goes with it: such a signal may
 * live as long as the process, and `AbortSignal.any` would hold on to it.
 *
 * @param milliseconds - 0 is no limit.
 */
export function createDeadline(milliseconds: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let isOver = false;
  const onAbort = () => { controller.abort(caller?.reason); };
  caller?.addEventListener('abort', onAbort, { once: true });
  if (caller?.aborted) onAbort();
  const timer =
    milliseconds === 0
      ? undefined
      : setTimeout(() => {
          isOver = true;
          controller.abort(new DOMException('the time for the language model is over', 'TimeoutError'));
        }, Math.min(milliseconds, LONGEST_TIMER_MS));
  return {
    signal: controller.signal,
    get isOver() {
      return isOver;
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onAbort);
    },
  };
}
