const MARK: unique symbol = Symbol.for('@discord-intelligence/router/StreamDetachedError') as never;

/**
 * A reader of a shared stream fell so far behind the others that its chunks were let go: it must
 * not hold up the rest, nor fill the memory. Asking again is the way out; by then the answer is
 * usually kept.
 */
export class StreamDetachedError extends Error {
  static {
    // On the prototype, where printing an error does not show it.
    Object.defineProperty(this.prototype, MARK, { value: true });
  }

  override readonly name = 'StreamDetachedError';
  readonly code = 'STREAM_DETACHED';
  /** Bytes that the shared stream holds for slow readers, at most. */
  readonly limitBytes: number;

  constructor(limitBytes: number) {
    super(`The reader of a shared stream was more than ${limitBytes} bytes behind the fastest one and was let go. Ask again, or read faster.`);
    this.limitBytes = limitBytes;
  }

  /** Whether `value` is this error, made by this copy of the package or another one. */
  static is(value: unknown): value is StreamDetachedError {
    return typeof value === 'object' && value !== null && (value as { [MARK]?: unknown })[MARK] === true;
  }
}
