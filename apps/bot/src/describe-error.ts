import { DiscordAPIError } from 'discord.js';

import { BotError } from './errors.js';

/** An error as it may be logged. */
export interface ErrorDescription {
  readonly name: string;
  readonly code?: string | number;
  /** HTTP status of Discord's answer. */
  readonly status?: number;
  /** Fields that Discord refused, with the name of the rule: `data.content BASE_TYPE_MAX_LENGTH`. */
  readonly refused?: readonly string[];
  readonly message?: string;
  readonly stack?: readonly string[];
  readonly cause?: ErrorDescription;
}

const STACK_LINES = 8;

/**
 * Describes an error without what it may carry. A message may quote the text at
 * hand, and errors of discord.js hold whole requests and URLs with tokens, so of
 * foreign errors only the name, the codes and the places in the code are told.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  return {
    name: error.name,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(error instanceof DiscordAPIError && { status: error.status, refused: refusedFields(error.rawError) }),
    ...(BotError.is(error) && { message: error.message }),
    stack: stackOf(error),
    ...(cause instanceof Error && depth < 3 && { cause: describeError(cause, depth + 1) }),
  };
}

/** The frames alone: a stack begins with the message. */
function stackOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, STACK_LINES)
    .map((line) => line.trim());
}

/** Paths and rules out of Discord's nested error report, without its sentences, which may quote values. */
function refusedFields(rawError: unknown): string[] {
  const found: string[] = [];
  const visit = (node: unknown, path: readonly string[]): void => {
    if (typeof node !== 'object' || node === null || path.length > 12) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === '_errors' && Array.isArray(value)) {
        for (const { code } of value as readonly { readonly code?: unknown }[]) found.push(`${path.join('.')} ${String(code)}`);
      } else visit(value, [...path, key]);
    }
  };
  visit((rawError as { readonly errors?: unknown } | null | undefined)?.errors, []);
  return found.slice(0, 10);
}
