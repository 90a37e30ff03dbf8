import { secret } from '../kinds/secret-text.js';
import { text } from '../kinds/text.js';
import { url } from '../kinds/url.js';

// A snowflake is a 64-bit number: 17 digits since 2015, 20 at most.
const SNOWFLAKE = { pattern: /^\d{17,20}$/, allowed: 'an id of Discord: 17 to 20 digits' } as const;

/** The Discord bot. */
export const discordVariables = {
  title: 'Discord bot',
  description: 'The bot of `apps/bot`.',
  variables: {
    botToken: secret({
      name: 'DISCORD_BOT_TOKEN',
      description: 'The token of the bot, from the page of the application at Discord.',
    }),
    applicationId: text({
      name: 'DISCORD_APPLICATION_ID',
      description: 'The application whose commands are registered.',
      ...SNOWFLAKE,
    }),
    guildId: text({
      name: 'DISCORD_GUILD_ID',
      description: 'The only server that gets the commands, at once; without it they are registered everywhere.',
      ...SNOWFLAKE,
    }),
    apiUrl: url({
      name: 'DISCORD_API_URL',
      description: 'Where the HTTP API of Discord is reached, without the version.',
      default: 'https://discord.com/api',
    }),
  },
} as const;
