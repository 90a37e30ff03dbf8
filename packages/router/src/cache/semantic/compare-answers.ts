/**
 * Whether a kept answer says the same as the true one: the judge of shadow mode. It may ask a
 * model; it runs behind the response.
 */
export type CompareAnswers = (kept: string, fresh: string, options: { readonly signal: AbortSignal; readonly question: string }) => boolean | Promise<boolean>;
