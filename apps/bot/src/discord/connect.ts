import type { Secret } from '@discord-intelligence/config';
import { type Client, DiscordjsErrorCodes, Events } from 'discord.js';

import { BotError } from '../errors.js';

import { invalidToken } from './gateway-failure.js';

/** Longest time until all connections stand, in milliseconds. Discord lets one in every 5 seconds. */
const START_TIMEOUT_MS = 300_000;

/**
 * Logs in and waits until the client can take commands.
 *
 * @param failure - Settles when Discord ends the connection for good; discord.js's own login then never settles.
 * @throws BotError when Discord refuses or cannot be reached.
 */
export async function connect(client: Client, token: Secret, failure: Promise<BotError>): Promise<Client<true>> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<BotError>((resolve) => {
    const error = new BotError('discord_unreachable', `Discord did not let the bot in within ${START_TIMEOUT_MS / 1000} seconds.`);
    timer = setTimeout(resolve, START_TIMEOUT_MS, error);
  });
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  try {
    const outcome = await Promise.race([logIn(client, token).then(() => ready), failure, timeout]);
    if (BotError.is(outcome)) throw outcome;
    return outcome;
  } finally {
    clearTimeout(timer);
  }
}

async function logIn(client: Client, token: Secret): Promise<void> {
  try {
    await client.login(token.reveal());
  } catch (cause) {
    if ((cause as { readonly code?: unknown }).code === DiscordjsErrorCodes.TokenInvalid) throw invalidToken({ cause });
    throw new BotError('discord_unreachable', 'Discord could not be reached, or did not let the bot in. Is DISCORD_API_URL right?', { cause });
  }
}
