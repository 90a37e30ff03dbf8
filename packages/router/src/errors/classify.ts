import type { Failure } from './failure.js';
import type { FailureClass } from './failure-class.js';
import { redactKeys } from './redact.js';
import { type HeaderSource, retryAfterMs } from './retry-after.js';
import { classOfWording } from './wording.js';

/** Statuses below 500 that ask for a second try. */
const TRANSIENT: ReadonlySet<number> = new Set([408, 425]);

/** Statuses by which a provider refuses the request itself. */
const CALLER_FAULT: ReadonlySet<number> = new Set([400, 405, 406, 409, 411, 413, 414, 415, 422]);

/** Causes that undici and Node give a broken connection. */
const CONNECTION_CODES = /^(?:UND_ERR_|ECONN|ENOTFOUND$|EAI_|ETIMEDOUT$|EPIPE$|EHOSTUNREACH$|ENETUNREACH$|EPROTO$|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/u;

const MAX_CAUSES = 5;
const MAX_MESSAGE = 500;

/** The parts of an SDK error that matter here; the SDK itself is not loaded for them. */
interface ErrorLike {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly type?: unknown;
  readonly headers?: unknown;
  readonly error?: unknown;
  readonly cause?: unknown;
}

/**
 * Says what an error thrown by the SDK or by `fetch` means. Aborts and own
 * time limits are not for it: whoever aborted knows why.
 *
 * @param key - The key that was sent, which providers like to quote.
 */
export function classify(error: unknown, now: number, key?: string): Failure {
  if (typeof error !== 'object' || error === null) return { class: 'unknown', message: 'The provider failed in an unknown way.', cause: error };
  const fields = error as ErrorLike;
  // An error event inside a stream has no status; some providers put it into the code.
  const status = numeric(fields.status) ?? numeric(fields.code);
  const headers = isHeaderSource(fields.headers) ? fields.headers : undefined;
  const failureClass = classOf(fields, status);
  const wait = failureClass === 'rate_limit' || failureClass === 'transient' || failureClass === 'quota' ? retryAfterMs(headers, now) : undefined;
  const words = typeof fields.message === 'string' && fields.message !== '' ? fields.message : 'The provider failed without a message.';
  // Before it is cut: half a key would not be known as one.
  const redacted = redactKeys(words, key);
  return {
    class: failureClass,
    message: redacted.slice(0, MAX_MESSAGE),
    // The SDK's error repeats the provider's words wherever it is printed, all of them.
    ...(redacted === words && !quotesKeys(fields.error, key) && { cause: error }),
    ...(status !== undefined && { status }),
    ...(wait !== undefined && { retryAfterMs: wait }),
  };
}

/** Whether the body of an error, which the SDK keeps beside its message, has keys in it. */
function quotesKeys(body: unknown, key: string | undefined): boolean {
  if (typeof body !== 'object' || body === null) return false;
  try {
    const text = JSON.stringify(body);
    return redactKeys(text, key) !== text;
  } catch {
    // No body of a provider: what cannot be read is not passed on.
    return true;
  }
}

function classOf(fields: ErrorLike, status: number | undefined): FailureClass {
  const body = typeof fields.error === 'object' && fields.error !== null ? (fields.error as ErrorLike) : undefined;
  const wording = classOfWording([fields.code, fields.type, fields.message, body?.code, body?.type]);
  if (status === undefined) return wording ?? (isConnection(fields) ? 'connection' : 'unknown');
  if (status === 402) return 'quota';
  if (status === 429) return wording === 'quota' ? 'quota' : 'rate_limit';
  if (status === 410) return 'model_gone';
  if (status >= 500 || TRANSIENT.has(status)) return wording === 'quota' || wording === 'rate_limit' ? wording : 'transient';
  if (wording) return wording;
  if (status === 401) return 'credential';
  if (status === 403 || status === 404) return 'model_access';
  return CALLER_FAULT.has(status) ? 'caller_fault' : 'unknown';
}

/** A reset in mid-body arrives as a bare `TypeError: terminated` whose cause tells. */
function isConnection(fields: ErrorLike): boolean {
  let current: ErrorLike | undefined = fields;
  for (let depth = 0; current && depth < MAX_CAUSES; depth += 1) {
    if (typeof current.code === 'string' && CONNECTION_CODES.test(current.code)) return true;
    if (current.message === 'terminated' || current.message === 'fetch failed' || current.message === 'Connection error.') return true;
    if (typeof current.name === 'string' && current.name.startsWith('APIConnection')) return true;
    current = typeof current.cause === 'object' && current.cause !== null ? (current.cause) : undefined;
  }
  return false;
}

function numeric(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{3}$/u.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= 400 && number <= 599 ? number : undefined;
}

function isHeaderSource(value: unknown): value is HeaderSource {
  return typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function';
}
