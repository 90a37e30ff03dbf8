const MARK = Symbol.for('@discord-intelligence/bot/BotError');

/**
 * What went wrong.
 *
 * - `token_invalid`, `intents_refused`, `gateway_refused`: Discord will not have this bot as it is set up
 * - `discord_unreachable`: no answer that the bot could start with
 * - `registration_refused`: the commands cannot be registered as they are set up
 * - `analysis_timeout`, `shutting_down`: why an analysis was ended
 * - `analysis_failed`: no analysis has a result
 */
export type BotErrorCode =
  | 'token_invalid'
  | 'intents_refused'
  | 'gateway_refused'
  | 'discord_unreachable'
  | 'registration_refused'
  | 'analysis_timeout'
  | 'shutting_down'
  | 'analysis_failed';

/** An error whose message is meant for the person who runs the bot. Holds no token and no text of a user. */
export class BotError extends Error {
  override readonly name = 'BotError';
  readonly code: BotErrorCode;
  readonly [MARK] = true;

  constructor(code: BotErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Whether a value is a BotError. */
  static is(value: unknown): value is BotError {
    return typeof value === 'object' && value !== null && MARK in value;
  }
}
