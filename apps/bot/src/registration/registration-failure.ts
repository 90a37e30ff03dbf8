import { DiscordAPIError } from 'discord.js';

import { invalidToken } from '../discord/gateway-failure.js';
import { BotError } from '../errors.js';

/** Why the commands could not be registered, for the person who runs the bot. */
export function registrationFailure(cause: unknown): BotError {
  if (!(cause instanceof DiscordAPIError)) {
    return new BotError('discord_unreachable', 'Discord could not be reached. Is DISCORD_API_URL right?', { cause });
  }
  if (cause.status === 401) return invalidToken({ cause });
  return new BotError(
    'registration_refused',
    `Discord refused the commands (status ${cause.status}, code ${cause.code}). Are DISCORD_APPLICATION_ID and DISCORD_GUILD_ID ` +
      'right, and is the bot in that server?',
    { cause },
  );
}
