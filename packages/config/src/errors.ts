const MARK: unique symbol = Symbol.for('@discord-intelligence/config/ConfigError') as never;

/** What went wrong: values of variables, or the `.env` file itself. */
export type ConfigErrorCode = 'CONFIG_INVALID' | 'DOTENV_UNREADABLE';

/** One variable that cannot be used. No field ever holds a secret. */
export interface ConfigIssue {
  /** The name of the variable. */
  readonly variable: string;
  /** Where its value was found. */
  readonly source: 'environment' | '.env';
  /** The value, quoted and cut, or `[redacted]`. */
  readonly found: string;
  /** Why it was refused. */
  readonly reason: string;
  /** What may be written. */
  readonly allowed: string;
  /** What to do about it. */
  readonly action: string;
}

/** What a {@link ConfigError} carries. */
export interface ConfigErrorOptions {
  readonly code: ConfigErrorCode;
  readonly message: string;
  readonly issues?: readonly ConfigIssue[];
  readonly warnings?: readonly string[];
  readonly cause?: unknown;
}

/** Settings that cannot be used. Its message names all of them and is meant for the person who starts the program. */
export class ConfigError extends Error {
  static {
    // On the prototype, where printing an error does not show it.
    Object.defineProperty(this.prototype, MARK, { value: true });
  }

  override readonly name = 'ConfigError';
  readonly code: ConfigErrorCode;
  /** Every bad variable; empty when the `.env` file could not be read. */
  readonly issues: readonly ConfigIssue[];
  /** What else was odd, such as unknown names, which may explain the issues. */
  readonly warnings: readonly string[];

  constructor({ code, message, issues = [], warnings = [], cause }: ConfigErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.issues = Object.freeze(issues.map((issue) => Object.freeze({ ...issue })));
    this.warnings = Object.freeze([...warnings]);
  }

  /** Whether `value` is a config error, made by this copy of the package or another one. */
  static is(value: unknown): value is ConfigError {
    return typeof value === 'object' && value !== null && (value as { [MARK]?: unknown })[MARK] === true;
  }
}
