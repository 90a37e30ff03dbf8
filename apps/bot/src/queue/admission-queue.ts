import { BotError } from '../errors.js';

/** Limits of an {@link AdmissionQueue}. */
export interface AdmissionQueueOptions {
  /** Jobs that run at the same time. @default 2 */
  readonly concurrency?: number;
  /** Jobs that may wait beside them; more are turned away. @default 50 */
  readonly maxWaiting?: number;
  /** Longest run of one job in milliseconds, without the wait before it. @default 120_000 */
  readonly timeoutMs?: number;
}

/** One admitted job. */
export interface Ticket {
  /**
   * Waits for a free place and runs the task there.
   *
   * @throws what the task throws, or the reason of its signal as soon as that is aborted, whether the task heeds it or not.
   */
  run<Result>(task: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  /** Gives the place in the queue back. Must be called, and may be called twice. */
  release(): void;
}

/** Lets so many jobs in and runs so many of them at a time. */
export interface AdmissionQueue {
  /** A ticket at once, or undefined when the queue is full: nobody waits to be told so. */
  admit(): Ticket | undefined;
  /** Ends every admitted job, waiting or running, with `reason`. */
  abortAll(reason: Error): void;
}

/** @throws RangeError when a limit is no whole number or too small. */
export function createAdmissionQueue(options: AdmissionQueueOptions = {}): AdmissionQueue {
  const { concurrency, maxWaiting, timeoutMs } = { ...DEFAULTS, ...options };
  checkInteger('concurrency', concurrency, 1);
  checkInteger('maxWaiting', maxWaiting, 0);
  checkInteger('timeoutMs', timeoutMs, 1);

  const admitted = new Set<AbortController>();
  const waiting = new Set<() => void>();
  let running = 0;

  /** Resolves when a place is taken; it must then be left. */
  function takePlace(): { readonly taken: Promise<void>; leave(): void } {
    let hasPlace = false;
    const { promise, resolve } = deferred();
    const enter = () => {
      waiting.delete(enter);
      hasPlace = true;
      running += 1;
      resolve();
    };
    if (running < concurrency) enter();
    else waiting.add(enter);
    return {
      taken: promise,
      leave() {
        waiting.delete(enter);
        if (!hasPlace) return;
        running -= 1;
        const [next] = waiting;
        next?.();
      },
    };
  }

  async function run<Result>(controller: AbortController, task: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const { signal } = controller;
    const place = takePlace();
    let timer: NodeJS.Timeout | undefined;
    try {
      return await untilAborted(signal, async () => {
        await place.taken;
        signal.throwIfAborted();
        timer = setTimeout(() => {
          controller.abort(new BotError('analysis_timeout', `the analysis took longer than ${timeoutMs} ms and was ended`));
        }, timeoutMs);
        return task(signal);
      });
    } finally {
      clearTimeout(timer);
      place.leave();
    }
  }

  return {
    admit() {
      if (admitted.size >= concurrency + maxWaiting) return undefined;
      const controller = new AbortController();
      admitted.add(controller);
      return {
        run: (task) => run(controller, task),
        release: () => void admitted.delete(controller),
      };
    },

    abortAll(reason) {
      for (const controller of admitted) controller.abort(reason);
    },
  };
}

const DEFAULTS = { concurrency: 2, maxWaiting: 50, timeoutMs: 120_000 } as const satisfies Required<AdmissionQueueOptions>;

function checkInteger(option: string, value: number, min: number): void {
  if (!Number.isSafeInteger(value) || value < min) {
    throw new RangeError(`${option} must be a whole number of at least ${min}, got ${value}`);
  }
}

/** Settles as `work` does, or rejects with the signal's reason if that comes first. */
async function untilAborted<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = deferred<never>();
  const onAbort = () => {
    reject(signal.reason as Error);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function deferred<Value = void>() {
  let resolve!: (value: Value) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
