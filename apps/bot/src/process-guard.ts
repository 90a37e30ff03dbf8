import { describeError } from './describe-error.js';
import type { BotLogger } from './logger.js';

/** What a process tells of errors that nobody caught. */
export interface ErrorSource {
  on(event: 'unhandledRejection' | 'uncaughtException', listener: (error: unknown) => void): unknown;
  off(event: 'unhandledRejection' | 'uncaughtException', listener: (error: unknown) => void): unknown;
}

/**
 * Decides about errors that nobody caught.
 *
 * A rejected promise that nobody awaits has ended one piece of work: it is
 * logged, and the bot goes on with the others. After an uncaught exception no
 * state can be trusted: the returned promise settles, and the process is to
 * close what it can and end with a failure, for its supervisor to start again.
 */
export function guardProcess(source: ErrorSource, logger: BotLogger): { readonly crash: Promise<unknown>; release(): void } {
  let onException!: (error: unknown) => void;
  const crash = new Promise((resolve) => {
    onException = (error) => {
      logger.fatal({ error: describeError(error) }, 'an exception was not caught: the bot ends');
      resolve(error);
    };
  });
  const onRejection = (error: unknown): void => {
    logger.error({ error: describeError(error) }, 'a rejection was not handled: the bot goes on');
  };
  source.on('uncaughtException', onException);
  source.on('unhandledRejection', onRejection);
  return {
    crash,
    release() {
      source.off('uncaughtException', onException);
      source.off('unhandledRejection', onRejection);
    },
  };
}
