import { describe, expect, it, jest } from '@jest/globals';
import type { FakeDiscord } from '@discord-intelligence/testing';
import { ApplicationCommandType } from 'discord.js';

import type { BotOptions } from '../../src/bot.js';
import { startBot, startDiscord, TEST_TIMEOUT_MS } from '../support/start-bot.js';

jest.setTimeout(TEST_TIMEOUT_MS);

const writes = ({ requests }: FakeDiscord) => requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'));
const names = ({ commands }: FakeDiscord) => commands.map(({ name, type, guildId }) => [name, type, guildId]);

async function startAndClose(discord: FakeDiscord, options: Partial<BotOptions> = {}): Promise<void> {
  await using running = await startBot(discord, options);
  expect(running.log.text).not.toContain(discord.token);
}

describe('registering commands', () => {
  it('registers both commands everywhere', async () => {
    await using discord = await startDiscord();
    await startAndClose(discord);

    expect(names(discord)).toEqual([
      ['analyze', ApplicationCommandType.ChatInput, undefined],
      ['Analyse message', ApplicationCommandType.Message, undefined],
    ]);
    discord.expectNoViolations();
  });

  it('registers them in one server alone if told so', async () => {
    await using discord = await startDiscord();
    await startAndClose(discord, { guildId: discord.guild.id, applicationId: discord.applicationId });

    expect(names(discord).map(([, , guildId]) => guildId)).toEqual([discord.guild.id, discord.guild.id]);
    discord.expectNoViolations();
  });

  it.each([false, true])('writes nothing when nothing changed; in one server: %s', async (isInGuild) => {
    await using discord = await startDiscord();
    const options = isInGuild ? { guildId: discord.guild.id } : {};
    for (let start = 0; start < 3; start += 1) await startAndClose(discord, options);

    expect(writes(discord)).toHaveLength(1);
    discord.expectNoViolations();
  });

  it('writes when somebody changed the commands at Discord', async () => {
    await using discord = await startDiscord();
    await startAndClose(discord);
    const [first] = discord.commands;
    await fetch(`${discord.apiUrl}/v10/applications/${discord.applicationId}/commands/${String(first?.id)}`, {
      method: 'DELETE',
      headers: { authorization: `Bot ${discord.token}` },
    });
    await startAndClose(discord);

    expect(writes(discord)).toHaveLength(2);
    expect(discord.commands).toHaveLength(2);
    discord.expectNoViolations();
  });

  it('runs on with the commands that there are when Discord refuses new ones, and logs what to look at', async () => {
    await using discord = await startDiscord();
    discord.failNext({ status: 403, code: 50_001, method: 'GET', path: '/commands' });
    await using running = await startBot(discord);

    expect(writes(discord)).toHaveLength(0);
    expect(running.log.text).toContain('DISCORD_GUILD_ID');
    expect(running.log.text).not.toContain(discord.token);
  });

  it('shows names in the language of the person', async () => {
    await using discord = await startDiscord();
    await startAndClose(discord);

    expect(discord.commands.map(({ wire }) => (wire.name_localizations as Record<string, string>).de)).toEqual([
      'analysieren',
      'Nachricht analysieren',
    ]);
  });
});
