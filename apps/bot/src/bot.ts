import type { Secret } from '@discord-intelligence/config';
import { withoutTraceparent } from '@discord-intelligence/observability';
import type { AnalyzeText } from '@discord-intelligence/pipeline';
import { type Client, Events, GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord.js';

import { ALL_COMMANDS } from './commands/all-commands.js';
import { describeError } from './describe-error.js';
import { connect } from './discord/connect.js';
import { createClient } from './discord/create-client.js';
import { gatewayFailure } from './discord/gateway-failure.js';
import { guardPackets } from './discord/guard-packets.js';
import { logClient } from './discord/log-client.js';
import { BotError } from './errors.js';
import { apologise } from './interactions/apologise.js';
import { createCommandHandler } from './interactions/handle-command.js';
import type { BotLogger } from './logger.js';
import { type AdmissionQueueOptions, createAdmissionQueue } from './queue/admission-queue.js';
import { registerCommands } from './registration/register-commands.js';
import { registrationFailure } from './registration/registration-failure.js';
import { createTaskSet } from './task-set.js';

/** What a bot is made of. */
export interface BotOptions {
  /** The token from the Discord Developer Portal. */
  readonly token: Secret;
  /** The application whose commands are registered. @default what Discord says belongs to the token */
  readonly applicationId?: string | undefined;
  /** The only server that gets the commands. @default everywhere */
  readonly guildId?: string | undefined;
  /** Base URL of Discord's HTTP API, without the version. @default 'https://discord.com/api' */
  readonly apiUrl?: string;
  /** Analyses a text, such as the pipeline's `createTextAnalyzer()`. */
  readonly analyze: AnalyzeText;
  readonly logger: BotLogger;
  /** How many analyses run, wait and how long they may take. */
  readonly queue?: AdmissionQueueOptions;
  /** Milliseconds that running analyses are given to finish when the bot closes. @default 10_000 */
  readonly drainMs?: number;
}

/** A Discord bot. */
export interface Bot extends AsyncDisposable {
  /**
   * Connects and registers the commands.
   *
   * @throws BotError when Discord will not have the bot or cannot be reached.
   */
  start(): Promise<void>;
  /** Settles, with the reason, if Discord ends the connection for good. */
  readonly failure: Promise<BotError>;
  /** Turns new commands away, lets running ones finish, and leaves. Never rejects; may be called twice. */
  close(): Promise<void>;
}

/** Time for the last edits after the analyses were ended. */
const LAST_WORDS_MS = 2_000;

/** Puts the parts of the bot together; nothing happens before `start()`. */
export function createBot(options: BotOptions): Bot {
  const { token, applicationId, guildId, apiUrl = 'https://discord.com/api', analyze, logger, drainMs = 10_000 } = options;
  const client = createClient({ apiUrl });
  const queue = createAdmissionQueue(options.queue);
  const running = createTaskSet();
  let closing: Promise<void> | undefined;

  const handleCommand = createCommandHandler({
    commands: ALL_COMMANDS,
    analyze,
    queue,
    logger,
    isClosing: () => closing !== undefined,
  });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isCommand()) running.add(handleCommand(interaction));
  });
  guardPackets(client, (error, packet) => {
    running.add(answerBadPacket(error, packet));
  });
  logClient(client, logger);
  const failure = new Promise<BotError>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      resolve(gatewayFailure(code));
    });
  });

  async function answerBadPacket(error: unknown, { t: event, d: payload }: GatewayDispatchPayload): Promise<void> {
    logger.error({ event, error: describeError(error) }, 'discord.js could not read an event');
    if (event !== GatewayDispatchEvents.InteractionCreate) return;
    await apologise(client.rest, payload).catch((second: unknown) => {
      logger.warn({ error: describeError(second) }, 'an unreadable command could not be answered');
    });
  }

  /** Commands that are registered already keep working, so a refusal is no reason to end. */
  async function register(ready: Client<true>): Promise<void> {
    try {
      const registration = await registerCommands({
        rest: client.rest,
        applicationId: applicationId ?? ready.application.id,
        guildId,
        commands: ALL_COMMANDS.map(({ definition }) => definition),
      });
      logger.info({ ...registration }, registration.isChanged ? 'the commands were registered' : 'the commands are up to date');
    } catch (error) {
      logger.error({ guildId, error: describeError(registrationFailure(error)) }, 'the commands could not be registered');
    }
  }

  async function shutDown(): Promise<void> {
    logger.info({ running: running.size }, 'closing: new commands are turned away');
    if (!(await running.settled(drainMs))) {
      queue.abortAll(new BotError('shutting_down', 'the bot is being shut down'));
      await running.settled(LAST_WORDS_MS);
    }
    // Leaving closes the connection, which is not one that was lost.
    client.removeAllListeners(Events.ShardReconnecting);
    await client.destroy();
    logger.info({}, 'closed');
  }

  const close = async (): Promise<void> => (closing ??= shutDown());
  return {
    failure,
    close,
    [Symbol.asyncDispose]: close,

    // Discord is no service of ours: no request to it tells our trace ids, nor any that follows from its events.
    start: () => withoutTraceparent(async () => {
      const ready = await connect(client, token, failure);
      logger.info({ applicationId: ready.application.id, servers: ready.guilds.cache.size }, 'connected to Discord');
      await register(ready);
    }),
  };
}
