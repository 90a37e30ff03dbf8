import { RedisUnavailableError } from './errors.js';

/**
 * Gives a command so many milliseconds. What comes later is ignored, never thrown.
 *
 * A busy event loop fires a timer before it reads a reply that has long arrived; the time limit
 * therefore holds only after one more turn, in which the socket is read.
 *
 * @throws RedisUnavailableError With the reason `timeout`.
 */
export function withDeadline<T>(pending: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      setImmediate(() => { reject(new RedisUnavailableError('timeout')); });
    }, timeoutMs);
    pending.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new RedisUnavailableError('connection-lost'));
      },
    );
  });
}
