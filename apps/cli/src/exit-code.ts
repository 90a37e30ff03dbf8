/** What the command tells the shell. */
export const EXIT_CODE = {
  ok: 0,
  /** A fallacy at least as severe as `--fail-on` asks for was found. */
  findings: 1,
  /** The command line or the settings cannot be used. */
  usage: 2,
  /** An input cannot be read as text. */
  input: 3,
  /** An analysis failed, or its result could not be written. */
  analysis: 4,
  /** A defect of this program (EX_SOFTWARE of BSD's sysexits). */
  internal: 70,
  /** Ended by Ctrl-C (128 + SIGINT, as shells count). */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];
