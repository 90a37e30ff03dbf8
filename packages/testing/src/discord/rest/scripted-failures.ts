import type { Json } from '../json.js';

/** A failure that Discord is to answer with, whatever was asked. */
export interface ScriptedFailure {
  /** HTTP status, such as 429, 500 or 403. */
  readonly status: number;
  /** Seconds a client is asked to wait; for 429 only. */
  readonly retryAfter?: number;
  /**
   * Whether a 429 is the global limit.
   * @default false
   */
  readonly isGlobal?: boolean;
  /** Discord's error code, such as 50013. */
  readonly code?: number;
  /** Discord's error message. */
  readonly message?: string;
  /** Only requests with this method. */
  readonly method?: string;
  /** Only requests whose path (below `/api/v10`) matches: a part of it, or an expression. */
  readonly path?: string | RegExp;
  /**
   * How many requests fail.
   * @default 1
   */
  readonly times?: number;
}

/** Failures waiting for a request that they fit. */
export interface ScriptedFailures {
  add(failure: ScriptedFailure): void;
  /** Takes the failure for a request, if there is one. */
  take(method: string, path: string): ScriptedFailure | undefined;
  readonly pending: readonly ScriptedFailure[];
}

/** Makes an empty script. */
export function createScriptedFailures(): ScriptedFailures {
  const pending: ScriptedFailure[] = [];
  return {
    pending,
    add(failure) {
      for (let count = 0; count < (failure.times ?? 1); count += 1) pending.push(failure);
    },
    take(method, path) {
      const index = pending.findIndex(
        (failure) => (failure.method === undefined || failure.method === method) && fits(failure.path, path),
      );
      return index === -1 ? undefined : pending.splice(index, 1)[0];
    },
  };
}

/** Body and headers of a scripted failure, in Discord's words. */
export function toFailureReply({ status, retryAfter = 1, isGlobal = false, code = 0, message }: ScriptedFailure): {
  readonly body: Json;
  readonly headers: Readonly<Record<string, string>>;
} {
  if (status !== 429) return { body: { message: message ?? `${status}: scripted failure`, code }, headers: {} };
  return {
    body: { message: message ?? 'You are being rate limited.', retry_after: retryAfter, global: isGlobal, code },
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-scope': isGlobal ? 'global' : 'user',
      ...(isGlobal && { 'x-ratelimit-global': 'true' }),
    },
  };
}

function fits(wanted: string | RegExp | undefined, path: string): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? path.includes(wanted) : wanted.test(path);
}
