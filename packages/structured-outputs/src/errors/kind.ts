/**
 * Why a structured call failed, or why one attempt of it did.
 *
 * Asked again while retries are left: `validation`, `unparseable`, `no_output`,
 * `elided`, and `truncated` when only the text shows it. All others end the call.
 */
export const ERROR_KINDS = [
  'validation',
  'unparseable',
  'no_output',
  'truncated',
  'elided',
  'refusal',
  'content_filter',
  'timeout',
  'deadline',
  'aborted',
  'transport',
  'budget',
  'schema',
  'engine',
  'disabled',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** Kinds that the model itself can mend when it is told what was wrong. */
export type SoftKind = Extract<ErrorKind, 'validation' | 'unparseable' | 'no_output' | 'truncated' | 'elided'>;
