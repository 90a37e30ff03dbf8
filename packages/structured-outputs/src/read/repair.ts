/** How much may be mended in an answer before the model is asked again. */
export type RepairPolicy = 'off' | 'safe' | 'full';

/**
 * Everything that can be mended, and from which policy on.
 *
 * `off` is no repair but the protocol: JSON has no dates, and strict schemas
 * say `null` for what is absent. `safe` changes how an answer is written and
 * loses nothing. `full` adds what is certain in context only: each such step
 * must still satisfy the schema.
 */
export const REPAIRS = {
  'surrounding-text': 'safe',
  'several-candidates': 'safe',
  'bare-root': 'safe',
  'arguments-object': 'safe',
  'text-in-place-of-tool': 'safe',
  'other-tool-name': 'full',
  'trailing-comma': 'safe',
  comment: 'safe',
  'odd-space': 'safe',
  'quote-style': 'safe',
  'unquoted-key': 'safe',
  'literal-spelling': 'safe',
  'raw-control-character': 'safe',
  'equals-for-colon': 'safe',
  'number-spelling': 'safe',
  'missing-comma': 'full',
  'bad-escape': 'full',
  'inner-quotes': 'full',
  'unquoted-value': 'full',
  'thousands-separators': 'full',
  'extra-closer': 'full',
  'joined-rows': 'full',
  'prototype-key': 'safe',
  'null-for-optional': 'safe',
  'extra-keys': 'safe',
  'wrapper-key': 'full',
  'json-in-string': 'full',
  'string-to-number': 'full',
  'string-to-boolean': 'full',
  'string-to-date': 'off',
  'integer-to-bigint': 'off',
  'number-to-string': 'full',
  'single-to-array': 'full',
  'array-to-single': 'full',
  'enum-spelling': 'full',
  'key-spelling': 'full',
  'merge-patch': 'safe',
} as const satisfies Record<string, RepairPolicy>;
export type RepairCode = keyof typeof REPAIRS;

/** One thing that was mended. Holds no text of the answer. */
export interface Repair {
  readonly code: RepairCode;
  /** Where in the data; absent when it concerns the text as a whole. */
  readonly path?: readonly (string | number)[];
}

const RANK = { off: 0, safe: 1, full: 2 } as const satisfies Record<RepairPolicy, number>;

/** Whether a policy lets an answer pass that needed this. */
export function allows(policy: RepairPolicy, { code }: Repair): boolean {
  return RANK[REPAIRS[code]] <= RANK[policy];
}
