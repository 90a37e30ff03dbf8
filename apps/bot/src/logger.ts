import { pinoMixin } from '@discord-intelligence/observability';
import pino, { type DestinationStream, type Logger } from 'pino';

/** What the bot writes its log to; pino's logger fits. */
export type BotLogger = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** Settings of {@link createLogger}. */
export interface LoggerOptions {
  /** The least important line that is written. @default 'info' */
  readonly level?: string;
  /** Where the lines go, one JSON object each. @default standard output */
  readonly destination?: DestinationStream;
}

/**
 * The bot's log. What may stand in it is decided where it is written: ids of
 * interactions and messages, never a text, a user's name or a token.
 */
export function createLogger({ level = 'info', destination }: LoggerOptions = {}): BotLogger {
  // Host name and process id are the supervisor's to add.
  const options = { level, base: null, mixin: pinoMixin() };
  return destination ? pino(options, destination) : pino(options);
}
