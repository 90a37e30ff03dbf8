/** What another name says the same as a class of ours. The left side is ours, the right side what cases say. */
const CLASS_ALIASES: Readonly<Record<string, readonly string[]>> = {
  credential: ['credential_or_forbidden'],
  model_access: ['credential_or_forbidden'],
  local_rate_limit: ['local.rate_limit', 'rate_limited_locally'],
  budget_exceeded: ['local.budget'],
  stream_interrupted: ['interrupted'],
  cancelled: ['aborted'],
};

const LIMIT_CLASSES: Readonly<Record<string, string>> = { 'timeouts.ttft': 'timeout.ttft', 'timeouts.idle': 'timeout.idle', 'timeouts.attempt': 'timeout.attempt', 'timeouts.total': 'timeout.total', 'deployment.timeout': 'timeout.attempt' };

/** Every neutral name of a failure class. */
export function classNames(failureClass: string, limit?: string): string[] {
  const byLimit = limit === undefined ? undefined : LIMIT_CLASSES[limit];
  return [failureClass, ...(CLASS_ALIASES[failureClass] ?? []), ...(byLimit === undefined ? [] : [byLimit])];
}

/** Every name by which a case may call an error of ours. */
export function errorNames(error: { readonly name: string; readonly code: string; readonly class: string; readonly limit?: string | undefined }): string[] {
  // A stream that broke is told by its code; what broke it is the class.
  const isEnding = error.code === 'stream_idle' || error.code === 'stream_interrupted';
  return [...new Set([error.code, ...(error.name === 'RouterError' ? [] : [error.name]), ...(isEnding ? [] : classNames(error.class, error.limit)), ...classNames(error.code, error.limit)])];
}

/** `deployment.timeout` is `deployment.timeoutMs` in a case, whose durations carry their unit. */
export function neutralLimit(limit: string): string {
  return limit.endsWith('Ms') ? limit : `${limit}Ms`;
}

/** Outcomes of ledger rows in the words of cases. */
export const LEDGER_OUTCOMES: Readonly<Record<string, string>> = { success: 'ok', failed: 'error', cancelled: 'aborted', interrupted: 'interrupted', abandoned: 'abandoned' };

/** Cache states in the words of cases. */
export const CACHE_STATUSES: Readonly<Record<string, string>> = { off: 'OFF', miss: 'MISS', hit: 'HIT', semantic: 'SEMANTIC', shared: 'SHARED' };
