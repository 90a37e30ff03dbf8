import type { ProblemField } from './problem.js';
import { PROBLEM_KINDS, type ProblemKind } from './problem-kinds.js';

const MARK = Symbol.for('@discord-intelligence/api/ApiError');

/** What an {@link ApiError} may carry beside its kind. */
export interface ApiErrorOptions extends ErrorOptions {
  /** What happened this time; sent to the caller, so it holds no text of the request. */
  readonly detail?: string;
  /** Each thing that is wrong with the request. */
  readonly fields?: readonly ProblemField[];
  /** Headers of the answer, such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error that the caller is told about. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** The same as `kind`. */
  readonly code: ProblemKind;
  readonly kind: ProblemKind;
  readonly detail: string | undefined;
  readonly fields: readonly ProblemField[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly [MARK] = true;

  constructor(kind: ProblemKind, { detail, fields, headers = {}, cause }: ApiErrorOptions = {}) {
    super(detail ?? PROBLEM_KINDS[kind].title, cause === undefined ? undefined : { cause });
    this.code = kind;
    this.kind = kind;
    this.detail = detail;
    this.fields = fields;
    this.headers = headers;
  }

  /** Whether a value is an ApiError. */
  static is(value: unknown): value is ApiError {
    return typeof value === 'object' && value !== null && MARK in value;
  }
}
