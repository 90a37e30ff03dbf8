/** One thing that is wrong with an answer. */
export interface AnswerIssue {
  /**
   * Where: keys of the schema and indexes. A key that the model made up
   * stands as `*`.
   */
  readonly path: readonly (string | number)[];
  /** Zod's code, such as `invalid_type`, or `check` for a rule of yours. */
  readonly code: string;
  /** What is wrong, without a word of the answer. */
  readonly message: string;
}
