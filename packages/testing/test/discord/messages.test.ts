import { describe, expect, it, jest } from '@jest/globals';
import { startFakeDiscord } from '@discord-intelligence/testing';
import { Events, GatewayIntentBits, type Message } from 'discord.js';

import { startBot, startClub } from '../support/start-bot.js';

// Logging a real client in takes its time on a busy machine.
jest.setTimeout(60_000);

const echo = (message: Message): Promise<unknown> => (message.author.bot ? Promise.resolve() : message.reply(`heard "${message.content}"`));

describe('messages of people', () => {
  it('reach the bot with content only where Discord gives it without a privileged intent', async () => {
    await using club = await startClub({ onMessage: echo });
    const { discord } = club;

    const plain = await discord.message('nothing for you');
    const mention = await discord.message(`<@${discord.applicationId}> look`);
    const direct = await discord.message('just us', { place: 'dm' });

    const replyTo = async (id: string) => (await discord.botMessage((message) => message.repliesToId === id)).content;
    expect(await replyTo(plain.id)).toBe('heard ""');
    expect(await replyTo(mention.id)).toBe(`heard "<@${discord.applicationId}> look"`);
    expect(await replyTo(direct.id)).toBe('heard "just us"');
    discord.expectNoViolations();
  });

  it('reach the bot with content when the intent was granted', async () => {
    await using club = await startClub({
      onMessage: echo,
      options: { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent] },
    }, { privilegedIntents: ['MessageContent'] });
    const { discord } = club;

    await discord.message('for everybody');

    expect((await discord.botMessage()).content).toBe('heard "for everybody"');
  });

  it('can answer the bot, which then reads them', async () => {
    await using club = await startClub({ onMessage: echo });
    const { discord } = club;
    await discord.message(`<@${discord.applicationId}> one`);
    const answer = await discord.botMessage();

    const question = await discord.message('why?', { replyTo: answer, files: [discord.file('why.txt', 'because')] });

    expect((await discord.botMessage((message) => message.repliesToId === question.id)).content).toBe('heard "why?"');
    expect(question.files.map(({ name }) => name)).toEqual(['why.txt']);
  });

  it('stay unheard without the intent for them', async () => {
    await using discord = await startFakeDiscord();
    await using bot = await startBot(discord, { options: { intents: [GatewayIntentBits.Guilds] } });
    const heard: string[] = [];
    const end = new Promise<void>((resolve) => {
      bot.client.on(Events.Raw, (packet: { t: string }) => {
        heard.push(packet.t);
        if (packet.t === 'TEST_END') resolve();
      });
    });

    await discord.message('anyone?');
    discord.dispatch('TEST_END', {});
    await end;

    expect(heard).not.toContain('MESSAGE_CREATE');
  });
});

describe('messages of the bot', () => {
  it('show whom they would have pinged', async () => {
    await using discord = await startFakeDiscord();
    await using bot = await startBot(discord, {});
    const channel = await bot.client.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('not sendable');
    const text = `@everyone <@${discord.someone.id}> <@&5>`;

    await channel.send(text);
    await channel.send({ content: text, allowedMentions: { parse: [] } });
    await channel.send({ content: text, allowedMentions: { parse: ['roles'], users: [discord.someone.id] } });

    expect(discord.botMessages.map(({ pings }) => pings)).toEqual([
      ['everyone', `user:${discord.someone.id}`, 'role:5'],
      [],
      [`user:${discord.someone.id}`, 'role:5'],
    ]);
    expect(discord.botMessages[1]?.allowedMentions).toMatchObject({ parse: [] });
  });

  it('can be edited, deleted and sent to a person directly', async () => {
    await using discord = await startFakeDiscord();
    await using bot = await startBot(discord, {});
    const user = await bot.client.users.fetch(discord.someone.id);

    const message = await user.send('hello');
    await message.edit('hello again');
    expect(discord.botMessages).toEqual([expect.objectContaining({ content: 'hello again', isEdited: true })]);
    await message.delete();

    expect(discord.botMessages).toEqual([]);
    discord.expectNoViolations();
  });

  it('may be edited in vain after a person deleted them', async () => {
    await using discord = await startFakeDiscord();
    await using bot = await startBot(discord, {});
    const channel = await bot.client.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('not sendable');
    const message = await channel.send('soon gone');

    discord.deleteMessage(message.id);

    await expect(message.edit('still there?')).rejects.toMatchObject({ code: 10_008 });
    discord.expectNoViolations();
  });
});
