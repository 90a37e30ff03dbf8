/** What a check gets beside the data. */
export interface CheckContext {
  /** The `context` of the call's options. */
  readonly context: unknown;
  /** Aborts when the call ends early. */
  readonly signal: AbortSignal;
}

/** One thing that a check found; a text alone concerns the whole. */
export type CheckFinding = string | { readonly path: readonly (string | number)[]; readonly message: string };

/**
 * A rule that needs more than the schema: the source text, a database, another
 * model. Findings are told to the model; a check that throws ends the call.
 */
export type Check<Data> = (data: Data, context: CheckContext) => readonly CheckFinding[] | Promise<readonly CheckFinding[]>;
