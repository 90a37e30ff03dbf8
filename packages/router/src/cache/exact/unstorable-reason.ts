/** Why an answer is not kept. */
export type UnstorableReason =
  /** Cut off by a limit of tokens. */
  | 'truncated'
  | 'content-filter'
  /** Ended without a finish reason, or left early by everybody. */
  | 'interrupted'
  /** A tool call whose arguments are not JSON, or one of a tool that was not offered. */
  | 'invalid-tool-call'
  /** No choices, or nothing in them. */
  | 'empty'
  /** Audio or images in the answer. */
  | 'non-text'
  /** Larger than the store takes, or the store is away. */
  | 'not-kept';
