import { Client, type ClientOptions, Options } from 'discord.js';

/** Settings of {@link createClient}. */
export interface DiscordClientOptions {
  /** Base URL of Discord's HTTP API, without the version. */
  readonly apiUrl: string;
}

/**
 * A Discord client that asks for nothing it does not need.
 *
 * No intent at all: commands arrive without one, and so no message, member or
 * presence of any server does. Nothing is kept in memory but the bot's own user.
 * No message can ping anybody.
 */
export function createClient({ apiUrl }: DiscordClientOptions): Client {
  const options: ClientOptions = {
    intents: [],
    // As many connections as Discord recommends, all in this process.
    shards: 'auto',
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    rest: {
      api: apiUrl.replace(/\/+$/, ''),
      // Discord bans an address after 10,000 refused requests in 10 minutes.
      invalidRequestWarningInterval: 500,
    },
  };
  return new Client(options);
}
