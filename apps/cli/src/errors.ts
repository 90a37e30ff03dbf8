import { EXIT_CODE, type ExitCode } from './exit-code.js';

const MARK = Symbol.for('@discord-intelligence/cli/CliError');

const EXIT_CODES = {
  usage: EXIT_CODE.usage,
  input_missing: EXIT_CODE.input,
  input_is_directory: EXIT_CODE.input,
  input_unreadable: EXIT_CODE.input,
  input_binary: EXIT_CODE.input,
  input_encoding: EXIT_CODE.input,
  input_too_long: EXIT_CODE.input,
  output_failed: EXIT_CODE.analysis,
  output_closed: EXIT_CODE.ok,
  interrupted: EXIT_CODE.interrupted,
} as const satisfies Record<string, ExitCode>;

/** What went wrong, for programs that read `--json` and `--jsonl`. */
export type CliErrorCode = keyof typeof EXIT_CODES;

/** Something the person at the command line can mend. Its message is written for that person and holds no text of the input. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: CliErrorCode;
  readonly [MARK] = true;

  constructor(code: CliErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** What the shell is told when this error ends the command. */
  get exitCode(): ExitCode {
    return EXIT_CODES[this.code];
  }

  /** Whether a value is a CliError. */
  static is(value: unknown): value is CliError {
    return typeof value === 'object' && value !== null && MARK in value;
  }
}
