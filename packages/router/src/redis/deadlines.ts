import { RedisUnavailableError } from './errors.js';

/** Time limits for replies that arrive through this event loop. */
export interface Deadlines {
  /**
   * Gives a command so many milliseconds. What comes later is ignored, never thrown.
   *
   * @throws RedisUnavailableError With the reason `timeout`.
   */
  readonly within: <T>(pending: Promise<T>, timeoutMs: number) => Promise<T>;
}

interface Wait {
  /** On the clock below, not the wall's. */
  readonly endsAt: number;
  readonly expire: () => void;
}

/** Milliseconds between two looks at what is due. */
const STEP_MS = 10;

/** What one turn of the loop counts at most, in milliseconds: a look that comes later was kept from coming. */
const LONGEST_TURN_MS = 2 * STEP_MS;

/**
 * Makes time limits that measure the server, not ourselves. While our own code keeps the loop busy, commands are
 * not even written (they leave together, at the end of a turn) and replies lie unread in the socket. A limit by the
 * wall clock would then blame a healthy server, and for all commands at once. So time is counted in small
 * steps, each only after the sockets were read, and a step that took too long counts as a short one.
 *
 * On an idle loop a limit fires at most some 10 ms late. On a busy one it grows with the turns: it ends
 * after `timeoutMs / 20` turns at the latest, so that no command waits for ever.
 */
export function createDeadlines(now: () => number = () => performance.now()): Deadlines {
  const waits = new Set<Wait>();
  /** Milliseconds in which the loop has listened. */
  let listened = 0;
  let lookedAt = 0;
  let isWatching = false;

  const turnLength = (): number => Math.min(Math.max(0, now() - lookedAt), LONGEST_TURN_MS);
  const watch = (): void => {
    lookedAt = now();
    // The timers come before the sockets in a turn of the loop, immediates after them.
    setTimeout(() => setImmediate(look), STEP_MS);
  };
  const look = (): void => {
    listened += turnLength();
    for (const wait of waits) if (wait.endsAt <= listened) wait.expire();
    isWatching = waits.size > 0;
    if (isWatching) watch();
  };

  return {
    within: (pending, timeoutMs) => new Promise((resolve, reject) => {
      if (!isWatching) {
        isWatching = true;
        watch();
      }
      const wait: Wait = {
        endsAt: listened + turnLength() + timeoutMs,
        expire() {
          waits.delete(wait);
          reject(new RedisUnavailableError('timeout'));
        },
      };
      waits.add(wait);
      pending.then(
        (value) => {
          waits.delete(wait);
          resolve(value);
        },
        (error: unknown) => {
          waits.delete(wait);
          reject(error instanceof Error ? error : new RedisUnavailableError('connection-lost'));
        },
      );
    }),
  };
}
