const MARK: unique symbol = Symbol.for('@discord-intelligence/router/RedisUnavailableError') as never;

/**
 * Why a command got no answer: the breaker is open, there is no connection, the answer was late,
 * the connection broke under way, or the server refused it (loading, read-only, out of memory).
 */
export type RedisFailure = 'breaker-open' | 'not-connected' | 'timeout' | 'connection-lost' | 'refused' | 'closed';

/** Redis did not do what was asked. Holds no key, value or password. */
export class RedisUnavailableError extends Error {
  static {
    // On the prototype, where printing an error does not show it.
    Object.defineProperty(this.prototype, MARK, { value: true });
  }

  override readonly name = 'RedisUnavailableError';
  readonly code = 'REDIS_UNAVAILABLE';
  readonly reason: RedisFailure;
  /** Whether the server may have carried it out all the same. */
  readonly mayHaveRun: boolean;

  constructor(reason: RedisFailure, detail?: string) {
    super(`Redis is unavailable (${reason}${detail === undefined ? '' : `: ${detail}`}). Check the server and LITELLM_REDIS_URL.`);
    this.reason = reason;
    this.mayHaveRun = reason === 'timeout' || reason === 'connection-lost';
  }

  /** Whether `value` is this error, made by this copy of the package or another one. */
  static is(value: unknown): value is RedisUnavailableError {
    return typeof value === 'object' && value !== null && (value as { [MARK]?: unknown })[MARK] === true;
  }
}
