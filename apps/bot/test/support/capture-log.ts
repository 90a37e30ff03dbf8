import { createLogger, type BotLogger } from '../../src/logger.js';

/** One line of the log. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** A log to look into. */
export interface CapturedLog {
  readonly logger: BotLogger;
  /** All that was written, as text. */
  readonly text: string;
  readonly lines: readonly LogLine[];
  /** Waits for a line about an interaction. */
  whenLogged(interactionId: string): Promise<LogLine>;
}

/** The bot's real logger, at its most talkative, writing to memory. */
export function captureLog(): CapturedLog {
  let text = '';
  const lines: LogLine[] = [];
  const waiting = new Set<() => void>();
  return {
    logger: createLogger({
      level: 'trace',
      destination: {
        write(line) {
          text += line;
          lines.push(JSON.parse(line) as LogLine);
          for (const look of waiting) look();
        },
      },
    }),
    get text() {
      return text;
    },
    lines,

    whenLogged: (interactionId) =>
      new Promise((resolve) => {
        const look = () => {
          const line = lines.find((candidate) => candidate.interactionId === interactionId);
          if (!line) return;
          waiting.delete(look);
          resolve(line);
        };
        waiting.add(look);
        look();
      }),
  };
}
