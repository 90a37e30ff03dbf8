/** What stands for an error of which nothing is known (OpenTelemetry conventions, `error.type`). */
export const OTHER_ERROR = '_OTHER';

const NAME = /^[\w.$-]{1,96}$/;

/** A low-cardinality name of an error: its code when it has a textual one, its class otherwise. */
export function errorTypeOf(error: unknown): string {
  try {
    if (typeof error !== 'object' || error === null) return OTHER_ERROR;
    const { code, name } = error as { code?: unknown; name?: unknown };
    if (typeof code === 'string' && NAME.test(code)) return code;
    return typeof name === 'string' && NAME.test(name) ? name : OTHER_ERROR;
  } catch {
    return OTHER_ERROR;
  }
}

/** `error.type` of a call to a provider: its code, the HTTP status, `timeout`, `cancelled` or `_OTHER`. */
export function providerErrorTypeOf(error: unknown): string {
  try {
    if (typeof error !== 'object' || error === null) return OTHER_ERROR;
    const { name, status } = error as { name?: unknown; status?: unknown };
    if (name === 'AbortError' || name === 'APIUserAbortError') return 'cancelled';
    if (name === 'TimeoutError' || name === 'APIConnectionTimeoutError') return 'timeout';
    const type = errorTypeOf(error);
    const { code } = error as { code?: unknown };
    if (typeof code === 'string' && type === code) return type;
    return typeof status === 'number' ? String(status) : type === 'Error' ? OTHER_ERROR : type;
  } catch {
    return OTHER_ERROR;
  }
}
