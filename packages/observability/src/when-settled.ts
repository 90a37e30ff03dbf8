/**
 * Tells when a result is there: at once, or when its promise has settled. Gives
 * the result back with its own value and its own error.
 */
export function whenSettled<T>(result: T, onEnd: () => void, onFail: (error: unknown) => void): T {
  if (!isThenable(result)) {
    onEnd();
    return result;
  }
  return Promise.resolve(result).then(
    (value) => {
      onEnd();
      return value;
    },
    (error: unknown) => {
      onFail(error);
      throw error;
    },
  ) as T;
}

/** Whether a value settles later, as a promise does. Never throws. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  try {
    return typeof (value as { then?: unknown }).then === 'function';
  } catch {
    return false; // a getter that refuses: then it is no promise either
  }
}
