import { describe, expect, it, jest } from '@jest/globals';
import { startFakeDiscord } from '@discord-intelligence/testing';
import { Client, DiscordAPIError, Events, GatewayIntentBits, RESTEvents } from 'discord.js';

import { startBot } from '../support/start-bot.js';

// Logging a real client in takes its time on a busy machine.
jest.setTimeout(60_000);

const ping = { name: 'ping', description: 'Answers', type: 1 };

describe('what discord.js lives through', () => {
  it('waits out two 429 and then succeeds', async () => {
    await using discord = await startFakeDiscord();
    await using bot = await startBot(discord, {
      commands: [ping],
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply();
        await interaction.editReply('pong');
      },
    });
    let rateLimits = 0;
    bot.client.rest.on(RESTEvents.Response, (_request, { status }) => {
      if (status === 429) rateLimits += 1;
    });
    discord.failNext({ status: 429, retryAfter: 0.01, times: 2, method: 'PATCH' });

    const interaction = await discord.slash('ping');

    expect((await interaction.message()).content).toBe('pong');
    expect(rateLimits).toBe(2);
    expect(discord.requests.filter(({ method }) => method === 'PATCH').map(({ status }) => status)).toEqual([429, 429, 200]);
    discord.expectNoViolations();
  });

  it('repeats after a server error, and gives a scripted refusal to the application', async () => {
    await using discord = await startFakeDiscord();
    await using bot = await startBot(discord, {});
    const channel = await bot.client.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('not sendable');
    discord.failNext({ status: 502, path: '/messages' });

    await channel.send('after a 502');
    discord.failNext({ status: 403, code: 50_013, message: 'Missing Permissions', path: '/messages' });
    const refusal = await channel.send('forbidden').catch((error: unknown) => error);

    expect(discord.botMessages.map(({ content }) => content)).toEqual(['after a 502']);
    expect(refusal).toBeInstanceOf(DiscordAPIError);
    expect(refusal).toMatchObject({ code: 50_013, status: 403, message: 'Missing Permissions' });
    discord.expectNoViolations();
  });

  it('gets 50035 with the field for 2001 characters', async () => {
    await using discord = await startFakeDiscord();
    let refuse: (error: unknown) => void = () => undefined;
    const refused = new Promise((resolve) => { refuse = resolve; });
    await using bot = await startBot(discord, {
      commands: [ping],
      onInteraction: async (interaction) => (interaction.isChatInputCommand() ? interaction.reply('x'.repeat(2001)).catch(refuse) : undefined),
    });

    await discord.slash('ping');
    const error = await refused;

    expect(bot.errors).toEqual([]);
    expect(error).toBeInstanceOf(DiscordAPIError);
    expect(error).toMatchObject({
      code: 50_035,
      message: 'Invalid Form Body\ndata.content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.',
    });
    expect(discord.violations).toEqual([expect.objectContaining({ rule: 'form', code: 50_035, field: 'data.content' })]);
    expect(() => { discord.expectNoViolations(); }).toThrow(/broke 1 of Discord's rules/);
  });

  it('resumes after a dropped socket and gets what it missed', async () => {
    await using discord = await startFakeDiscord();
    let hear: (content: string) => void = () => undefined;
    const heard = new Promise<string>((resolve) => { hear = resolve; });
    await using bot = await startBot(discord, {
      onMessage: (message) => {
        hear(message.content);
        return Promise.resolve();
      },
    });
    const resumed = new Promise((resolve) => bot.client.once(Events.ShardResume, resolve));

    discord.dropConnections();
    await discord.message(`<@${discord.applicationId}> while you were away`);
    await resumed;

    expect(discord.gateway).toMatchObject({ identifies: 1, resumes: 1 });
    expect(await heard).toBe(`<@${discord.applicationId}> while you were away`);
    discord.expectNoViolations();
  });

  it('is told 4014 when it asks for an intent that was not granted', async () => {
    await using discord = await startFakeDiscord();
    const client = new Client({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent], rest: { api: discord.apiUrl } });

    await expect(client.login(discord.token)).rejects.toThrow(/disallowed intents/);
    await client.destroy();

    expect(discord.violations).toEqual([expect.objectContaining({ rule: 'gateway', code: 4014 })]);
  });

  it('is told 4014 in the middle of a session by a test', async () => {
    await using discord = await startFakeDiscord();
    await using bot = await startBot(discord, {});
    const closed = new Promise<number>((resolve) => bot.client.once(Events.ShardDisconnect, (event) => { resolve(event.code); }));

    discord.dropConnections(4014, 'Disallowed intent(s).');

    expect(await closed).toBe(4014);
  });

  it('cannot log in with another token', async () => {
    await using discord = await startFakeDiscord();
    const client = new Client({ intents: [], rest: { api: discord.apiUrl } });

    await expect(client.login(discord.token.replaceAll('t', 'u'))).rejects.toThrow(/token/i);
    await client.destroy();

    expect(discord.violations).toEqual([expect.objectContaining({ rule: 'unauthorized' })]);
  });

  it('gets odd payloads as a test writes them', async () => {
    await using discord = await startFakeDiscord();
    await using bot = await startBot(discord, {});
    const raw = new Promise((resolve) => bot.client.on(Events.Raw, (packet: { t: string; d: unknown }) => { if (packet.t === 'TEST_ODD') resolve(packet.d); }));

    discord.dispatch('TEST_ODD', { components: null });

    expect(await raw).toEqual({ components: null });
  });
});
