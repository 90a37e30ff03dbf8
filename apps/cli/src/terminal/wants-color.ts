/** What decides whether the result has colours. */
export interface ColorChoice {
  /** What `--color` or `--no-color` says; undefined without either. */
  readonly flag: boolean | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether the result goes to a terminal. */
  readonly isTty: boolean;
}

/**
 * Whether to use colours: the flag first, then `FORCE_COLOR`, then `NO_COLOR`
 * (the order of Node's own `hasColors`), then whether a terminal reads.
 */
export function wantsColor({ flag, environment, isTty }: ColorChoice): boolean {
  if (flag !== undefined) return flag;
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = environment;
  if (force !== undefined) return force !== '0' && force !== 'false';
  // Only a value that is not empty counts: https://no-color.org
  if (no !== undefined && no !== '') return false;
  return isTty && term !== 'dumb';
}
