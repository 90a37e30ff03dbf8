import { startFakeDiscord, type FakeDiscord, type FakeDiscordOptions } from '@discord-intelligence/testing';
import { Client, Events, GatewayIntentBits, Options, Partials, type ClientOptions, type Interaction, type Message } from 'discord.js';

/** What the little bot of these tests does. */
export interface BotBehaviour {
  readonly commands?: readonly object[];
  readonly onInteraction?: (interaction: Interaction) => Promise<unknown>;
  readonly onMessage?: (message: Message) => Promise<unknown>;
  readonly options?: Partial<ClientOptions>;
}

export interface Bot extends AsyncDisposable {
  readonly client: Client<true>;
  /** Errors that handlers threw: empty unless a test wants them. */
  readonly errors: unknown[];
}

/** Logs an unmodified discord.js client in and registers commands by a bulk overwrite. */
export async function startBot(discord: FakeDiscord, { commands, onInteraction, onMessage, options }: BotBehaviour): Promise<Bot> {
  const errors: unknown[] = [];
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    makeCache: Options.cacheEverything(),
    ...options,
    rest: { api: discord.apiUrl, offset: 0, ...options?.rest },
  });
  const guard = (work: Promise<unknown> | undefined) => {
    work?.catch((error: unknown) => errors.push(error));
  };
  client.on(Events.Error, (error) => errors.push(error));
  client.on(Events.InteractionCreate, (interaction) => { guard(onInteraction?.(interaction)); });
  client.on(Events.MessageCreate, (message) => { guard(onMessage?.(message)); });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  if (!client.isReady()) throw new Error('The client is not ready');
  // The same objects that JSON files of commands would hold.
  if (commands) await client.rest.put(`/applications/${discord.applicationId}/commands`, { body: commands });
  return {
    client,
    errors,
    [Symbol.asyncDispose]: () => client.destroy(),
  };
}

/** A fake Discord with a bot in it, both gone at the end of the block. */
export interface Club extends AsyncDisposable {
  readonly discord: FakeDiscord;
  readonly bot: Bot;
}

export async function startClub(behaviour: BotBehaviour, options?: FakeDiscordOptions): Promise<Club> {
  const discord = await startFakeDiscord(options);
  const bot = await startBot(discord, behaviour);
  return {
    discord,
    bot,
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]();
      await discord[Symbol.asyncDispose]();
    },
  };
}
