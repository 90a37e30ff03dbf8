/** What the process ends with. */
export const EXIT_CODES = {
  /** Asked to end, and ended in order. */
  ok: 0,
  /** A defect: the log has it. Start again. */
  crashed: 1,
  /** Wrong arguments or settings: starting again does not help. */
  usage: 2,
  /** Discord refused the bot or was out of reach. */
  discord: 4,
} as const;
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];
