/** What a log may hold of an error. */
export interface ErrorDescription {
  readonly name: string;
  readonly code?: string;
  /** Where it was thrown, innermost call first. */
  readonly frames: readonly string[];
}

/** Longest list of calls that is kept. */
const MAX_FRAMES = 12;

/**
 * Describes an error without its message: messages of parsers, validators and
 * tools quote what they were given, and people's texts do not belong in a log.
 */
export function describeError(thrown: unknown): ErrorDescription {
  if (!(thrown instanceof Error)) return { name: typeof thrown, frames: [] };
  const { code } = thrown as { readonly code?: unknown };
  return {
    name: thrown.name,
    ...(typeof code === 'string' && { code }),
    frames: framesOf(thrown),
  };
}

function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, MAX_FRAMES);
}
