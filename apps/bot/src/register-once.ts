import type { Secret } from '@discord-intelligence/config';
import { type APIApplication, REST, Routes } from 'discord.js';

import { ALL_COMMANDS } from './commands/all-commands.js';
import type { BotLogger } from './logger.js';
import { registerCommands } from './registration/register-commands.js';
import { registrationFailure } from './registration/registration-failure.js';

/** What registering needs. */
export interface RegisterOnceOptions {
  readonly token: Secret;
  /** @default what Discord says belongs to the token */
  readonly applicationId?: string;
  /** The only server that gets the commands. @default everywhere */
  readonly guildId?: string;
  /** Base URL of Discord's HTTP API, without the version. */
  readonly apiUrl: string;
  readonly logger: BotLogger;
}

/**
 * Registers the commands without connecting to the gateway.
 *
 * @throws BotError when Discord refuses or cannot be reached.
 */
export async function registerOnce({ token, applicationId, guildId, apiUrl, logger }: RegisterOnceOptions): Promise<void> {
  const rest = new REST({ api: apiUrl.replace(/\/+$/, '') }).setToken(token.reveal());
  try {
    const registration = await registerCommands({
      rest,
      applicationId: applicationId ?? ((await rest.get(Routes.currentApplication())) as APIApplication).id,
      guildId,
      commands: ALL_COMMANDS.map(({ definition }) => definition),
    });
    logger.info({ ...registration }, registration.isChanged ? 'the commands were registered' : 'the commands are up to date');
  } catch (cause) {
    throw registrationFailure(cause);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
