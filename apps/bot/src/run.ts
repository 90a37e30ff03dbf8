import { type Config, ConfigError, type Secret } from '@discord-intelligence/config';
import { setupLogfire, withoutTraceparent } from '@discord-intelligence/observability';
import { createLanguageModels, createTextAnalyzer, describePlan, planLanguageModels } from '@discord-intelligence/pipeline';

import { createBot } from './bot.js';
import { describeError } from './describe-error.js';
import { BotError } from './errors.js';
import { EXIT_CODES, type ExitCode } from './exit-code.js';
import { type BotLogger, createLogger } from './logger.js';
import { type ErrorSource, guardProcess } from './process-guard.js';
import { registerOnce } from './register-once.js';

/** What the program needs of its process. */
export interface RunOptions {
  /** Arguments after the program's name. */
  readonly args: readonly string[];
  /** Reads the settings. @throws ConfigError */
  readonly getConfig: () => Config;
  /** Takes the log, one JSON object a line. */
  readonly stdout: { write(text: string): unknown };
  /** Takes what a person who starts the program must read. */
  readonly stderr: { write(text: string): unknown };
  /** Tells of errors that nobody caught. */
  readonly errors: ErrorSource;
  /** Aborted when the program shall end. */
  readonly signal: AbortSignal;
}

const USAGE = `Usage: main.js [register]

Without an argument: runs the Discord bot until SIGTERM or SIGINT.
register: registers the commands at Discord and ends.

Needs DISCORD_BOT_TOKEN. Also reads DISCORD_APPLICATION_ID, DISCORD_GUILD_ID, DISCORD_API_URL, LOG_LEVEL,
ANALYSIS_MAX_CHARACTERS: see the README of this folder.
`;

/** Time for the last delivery of telemetry. */
const FLUSH_MS = 3_000;

/** Runs the program and resolves to what its process should end with. Never rejects. */
export async function run({ args, getConfig, stdout, stderr, errors, signal }: RunOptions): Promise<ExitCode> {
  const tell = (message: string) => stderr.write(`${message}\n`);
  const [command = 'run', ...rest] = args;
  if (command === '--help' || command === '-h') {
    stderr.write(USAGE);
    return EXIT_CODES.ok;
  }
  if (rest.length > 0 || (command !== 'run' && command !== 'register')) {
    stderr.write(`Unknown arguments.\n\n${USAGE}`);
    return EXIT_CODES.usage;
  }

  const config = readConfig(getConfig, tell);
  const token = config?.discord.botToken;
  if (!config) return EXIT_CODES.usage;
  for (const warning of config.warnings) tell(warning);
  if (!token) {
    tell(
      'DISCORD_BOT_TOKEN is not set. Set it to the token shown under "Bot" on the page of your application at ' +
        'https://discord.com/developers/applications, in the environment or in a file named .env.',
    );
    return EXIT_CODES.usage;
  }

  const logger = createLogger({ level: config.app.logLevel, destination: { write: (line) => void stdout.write(line) } });
  const guard = guardProcess(errors, logger);
  const telemetry = await setupLogfire({ config, warn: (message) => { logger.warn({}, message); } });
  try {
    if (command === 'register') await withoutTraceparent(() => registerOnce({ ...config.discord, token, logger }));
    else return await runBot({ config, token, logger, signal, crash: guard.crash });
    return EXIT_CODES.ok;
  } catch (error) {
    // By name: the router is loaded only where it is on.
    if (error instanceof Error && error.name === 'RouterConfigError') {
      tell(error.message);
      return EXIT_CODES.usage;
    }
    if (!BotError.is(error)) {
      logger.fatal({ error: describeError(error) }, 'the bot could not be run');
      tell('The bot stopped because of a defect; the log has the details.');
      return EXIT_CODES.crashed;
    }
    logger.fatal({ error: describeError(error) }, 'the bot cannot go on');
    tell(error.message);
    return EXIT_CODES.discord;
  } finally {
    await telemetry.shutdown(FLUSH_MS);
    guard.release();
  }
}

interface RunBotOptions {
  readonly config: Config;
  readonly token: Secret;
  readonly logger: BotLogger;
  readonly signal: AbortSignal;
  readonly crash: Promise<unknown>;
}

/** @throws BotError when Discord will not have the bot. */
async function runBot({ config, token, logger, signal, crash }: RunBotOptions): Promise<ExitCode> {
  const { discord, analysis } = config;
  const plan = planLanguageModels(config);
  logger.info(describePlan(plan), plan.provider === 'none' ? 'analyses are made offline' : 'analyses ask a language model');
  await using languageModels = (await createLanguageModels(config, { plan })) ?? null;
  await using bot = createBot({
    ...discord,
    token,
    analyze: createTextAnalyzer({ maxCharacters: analysis.maxCharacters, languageModels: languageModels ?? undefined }),
    logger,
  });
  const ended = Promise.race([
    bot.failure,
    crash.then(() => EXIT_CODES.crashed),
    untilAborted(signal).then(() => EXIT_CODES.ok),
  ]);
  // A signal to end counts from the first moment, not only once the bot is connected.
  const outcome = await Promise.race([ended, bot.start().then(() => ended)]);
  if (BotError.is(outcome)) throw outcome;
  return outcome;
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
}

function readConfig(getConfig: () => Config, tell: (message: string) => void): Config | undefined {
  try {
    return getConfig();
  } catch (error) {
    if (!ConfigError.is(error)) throw error;
    tell(error.message);
    return undefined;
  }
}
