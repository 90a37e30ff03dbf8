import { DisabledError, type DisabledReason } from './errors.js';

const MESSAGES: Readonly<Record<DisabledReason, string>> = {
  flag_off: 'structured outputs are off (ENABLE_INSTRUCTOR)',
  key_missing: 'structured outputs have no API key for this provider',
  sdk_missing: 'structured outputs need the package openai, which is not installed',
  engine_failed: 'the retry engine of structured outputs did not load',
};

/** The error of every structured call of a disabled client. */
export function disabledError(reason: DisabledReason, cause?: unknown): DisabledError {
  return new DisabledError({ kind: 'disabled', reason, message: MESSAGES[reason], ...(cause !== undefined && { cause }) });
}
