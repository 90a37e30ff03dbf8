import { describe, expect, it, jest } from '@jest/globals';
import { startFakeDiscord } from '@discord-intelligence/testing';

import { startBot } from '../support/start-bot.js';

// Logging a real client in takes its time on a busy machine.
jest.setTimeout(60_000);

describe('two shards', () => {
  it('each see the guilds and interactions that are theirs', async () => {
    await using discord = await startFakeDiscord({ shards: 2 });
    for (const name of ['second', 'third', 'fourth']) discord.addChannel('general', discord.addGuild(name));
    const shards = new Map<string, number>();
    await using bot = await startBot(discord, {
      options: { shards: [0, 1], shardCount: 2 },
      commands: [{ name: 'ping', description: 'd' }],
      onInteraction: async (interaction) => {
        shards.set(interaction.guildId ?? 'dm', interaction.guild?.shardId ?? 0);
        if (interaction.isChatInputCommand()) await interaction.reply('pong');
      },
    });

    const inGuild = await discord.slash('ping');
    const inDm = await discord.slash('ping', {}, { place: 'dm' });
    await inGuild.message();
    await inDm.message();

    expect(discord.gateway.identifies).toBe(2);
    expect(bot.client.guilds.cache.size).toBe(4);
    expect(shards.get(discord.guild.id)).toBe(Number((BigInt(discord.guild.id) >> 22n) % 2n));
    expect(shards.get('dm')).toBe(0);
    discord.expectNoViolations();
  });
});
