import type { StopSignal } from '../../stop-signal.js';

import { reasonOf } from './wait-for.js';

/** A pause that a message can cut short. */
export interface WakeUp {
  /** Ends the pause under way; without one, the next is skipped. */
  readonly wake: () => void;
  /** @throws The reason of the signal. */
  wait(ms: number, signal: StopSignal | undefined): Promise<void>;
}

/** Makes a pause for one who waits. */
export function createWakeUp(): WakeUp {
  let isDue = false;
  let end: (() => void) | undefined;
  return {
    wake() {
      isDue = true;
      end?.();
    },
    wait: (ms, signal) =>
      new Promise<void>((resolve, reject) => {
        const finish = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', finish);
          end = undefined;
          isDue = false;
          if (signal?.aborted) reject(reasonOf(signal));
          else resolve();
        };
        const timer = setTimeout(finish, ms);
        end = finish;
        signal?.addEventListener('abort', finish);
        if (isDue || signal?.aborted) finish();
      }),
  };
}
