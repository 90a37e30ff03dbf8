import type * as z from 'zod';

const MARK: unique symbol = Symbol.for('@discord-intelligence/router/RouterConfigError') as never;

/** One thing that is wrong in a configuration. */
export interface RouterConfigIssue {
  /** Where, such as `fallbacks.g[0]`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

/** A configuration that cannot be used. Its message names all that is wrong, and no key. */
export class RouterConfigError extends Error {
  static {
    Object.defineProperty(this.prototype, MARK, { value: true });
  }

  override readonly name = 'RouterConfigError';
  readonly code = 'ROUTER_CONFIG_INVALID';
  readonly issues: readonly RouterConfigIssue[];

  constructor(issues: readonly RouterConfigIssue[], cause?: unknown) {
    super(`The router configuration cannot be used:\n${issues.map(({ path, message }) => `- ${path === '' ? '' : `${path}: `}${message}`).join('\n')}`, cause === undefined ? undefined : { cause });
    this.issues = issues;
  }

  /** Whether `value` is such an error, made by this copy of the package or another one. */
  static is(value: unknown): value is RouterConfigError {
    return typeof value === 'object' && value !== null && (value as { [MARK]?: unknown })[MARK] === true;
  }
}

/** What a schema found, with readable paths. Values are left out: one of them could be a key. */
export function issuesOf(error: z.ZodError): RouterConfigIssue[] {
  return error.issues.map(({ path, message }) => ({ path: pathText(path), message }));
}

/** `['fallbacks', 'g', 0]` as `fallbacks.g[0]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`), '');
}
