import { describe, expect, it, jest } from '@jest/globals';
import {
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  EmbedBuilder,
  FileBuilder,
  MessageFlags,
  SlashCommandBuilder,
  TextDisplayBuilder,
  type ChatInputCommandInteraction,
} from 'discord.js';

import { startClub } from '../support/start-bot.js';

// Logging a real client in takes its time on a busy machine.
jest.setTimeout(60_000);

const analyze = new SlashCommandBuilder()
  .setName('analyze')
  .setDescription('Analyses a text')
  .addStringOption((option) => option.setName('text').setDescription('The text').setRequired(true))
  .addAttachmentOption((option) => option.setName('file').setDescription('A file'))
  .addUserOption((option) => option.setName('about').setDescription('Somebody'))
  .toJSON();

const settings = new SlashCommandBuilder()
  .setName('settings')
  .setDescription('Settings')
  .addSubcommand((sub) => sub.setName('show').setDescription('Shows them'))
  .addSubcommand((sub) =>
    sub.setName('depth').setDescription('Sets the depth').addIntegerOption((option) => option.setName('value').setDescription('1 to 3').setRequired(true).setMinValue(1).setMaxValue(3)),
  )
  .toJSON();

const startWith = (onCommand: (interaction: ChatInputCommandInteraction) => Promise<unknown>) =>
  startClub({
    commands: [analyze, settings],
    onInteraction: async (interaction) => (interaction.isChatInputCommand() ? onCommand(interaction) : undefined),
  });

describe('a slash command through discord.js', () => {
  it('logs in, sees its guild and registers commands by a bulk overwrite', async () => {
    await using setup = await startWith(() => Promise.resolve());
    const { discord, bot } = setup;

    expect(bot.client.user.id).toBe(discord.applicationId);
    expect(bot.client.guilds.cache.get(discord.guild.id)?.name).toBe(discord.guild.name);
    expect(bot.client.channels.cache.has(discord.channel.id)).toBe(true);
    expect(discord.commands.map(({ name }) => name)).toEqual(['analyze', 'settings']);
    expect(discord.gateway.identifies).toBe(1);
    discord.expectNoViolations();
  });

  it('keeps the ids of commands that are registered again', async () => {
    await using setup = await startWith(() => Promise.resolve());
    const { discord, bot } = setup;
    const before = discord.commands.map(({ id }) => id);

    await bot.client.application.commands.set([analyze, settings]);

    expect(discord.commands.map(({ id }) => id)).toEqual(before);
  });

  it('defers, edits with embeds, uploads a file and follows up ephemerally', async () => {
    await using setup = await startWith(async (interaction) => {
      await interaction.deferReply();
      await interaction.editReply('Listening…');
      await interaction.editReply({
        content: null,
        embeds: [new EmbedBuilder().setTitle('Verdict').addFields({ name: 'Fallacy', value: interaction.options.getString('text', true) })],
        files: [new AttachmentBuilder(Buffer.from('{"ok":true}'), { name: 'result.json', description: 'The result' })],
      });
      await interaction.followUp({ content: 'Only you see this', flags: MessageFlags.Ephemeral });
    });
    const { discord } = setup;

    const interaction = await discord.slash('analyze', { text: 'Everyone knows that.' });
    const message = await interaction.message(({ embeds }) => embeds.length > 0);
    const followUp = await interaction.followUp();

    expect(message.text).toContain('Everyone knows that.');
    expect(message.files.map(({ name, description, bytes }) => [name, description, Buffer.from(bytes).toString()])).toEqual([['result.json', 'The result', '{"ok":true}']]);
    expect(await (await fetch(message.files[0]?.url ?? '')).json()).toEqual({ ok: true });
    expect(message.isEphemeral).toBe(false);
    expect(followUp).toMatchObject({ content: 'Only you see this', isEphemeral: true });
    expect(interaction.edits.map(({ content }) => content)).toEqual(['Listening…', '']);
    expect((await interaction.response()).type).toBe(5);
    discord.expectNoViolations();
  });

  it('defers and edits with components v2 that show the uploaded file', async () => {
    await using setup = await startWith(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [
          new ContainerBuilder()
            .setAccentColor(0x2266cc)
            .addTextDisplayComponents(new TextDisplayBuilder().setContent('## Verdict'))
            .addActionRowComponents((row) => row.addComponents(new ButtonBuilder().setCustomId('details').setLabel('Details').setStyle(ButtonStyle.Primary))),
          new FileBuilder().setURL('attachment://result.json'),
        ],
        files: [{ attachment: Buffer.from('{}'), name: 'result.json' }],
      });
    });
    const { discord } = setup;

    const message = await (await discord.slash('analyze', { text: 'x' })).message();

    expect(message.text).toContain('## Verdict');
    expect(message.controls.map(({ customId, label }) => [customId, label])).toEqual([['details', 'Details']]);
    expect(message.isEphemeral).toBe(true);
    expect(message.flags & MessageFlags.IsComponentsV2).not.toBe(0);
    discord.expectNoViolations();
  });

  it('hands over attachments and users with everything that they refer to', async () => {
    await using setup = await startWith((interaction) => {
      const file = interaction.options.getAttachment('file', true);
      const about = interaction.options.getUser('about', true);
      const member = interaction.options.getMember('about');
      return interaction.reply(`${file.name} ${file.size} ${about.globalName} ${String(member !== null)}`);
    });
    const { discord } = setup;
    const bob = discord.user('Bob');

    const interaction = await discord.slash('analyze', { text: 'x', file: discord.file('talk.txt', 'hello'), about: bob });

    expect((await interaction.message()).content).toBe('talk.txt 5 Bob true');
  });

  it('reaches sub-commands, and direct messages without a guild', async () => {
    await using setup = await startWith((interaction) =>
      interaction.reply(`${interaction.options.getSubcommand(false) ?? '-'} ${String(interaction.options.getInteger('value'))} ${interaction.guildId ?? 'dm'} ${interaction.locale}`),
    );
    const { discord } = setup;

    const inGuild = await discord.slash('settings depth', { value: 2 }, { locale: 'de' });
    const inDm = await discord.slash('settings show', {}, { place: 'dm' });

    expect((await inGuild.message()).content).toBe(`depth 2 ${discord.guild.id} de`);
    expect((await inDm.message()).content).toBe('show null dm en-US');
  });

  it('answers withResponse with the message itself', async () => {
    await using setup = await startWith(async (interaction) => {
      const response = await interaction.reply({ content: 'first', withResponse: true });
      await response.resource?.message?.edit('second');
      await interaction.deleteReply();
    });
    const { discord, bot } = setup;

    const interaction = await discord.slash('analyze', { text: 'x' });
    await discord.waitFor('the deletion', () => (discord.requests.some(({ method }) => method === 'DELETE') ? true : undefined));

    expect((await interaction.response()).data.content).toBe('first');
    expect(bot.errors).toEqual([]);
    discord.expectNoViolations();
  });
});

describe('what Discord would not let a person send', () => {
  it.each([
    ['an unknown option', 'analyze', { text: 'x', nope: 1 }, /no option "nope"/],
    ['a missing option', 'analyze', {}, /requires the option "text"/],
    ['a value of another type', 'analyze', { text: 1 }, /takes a string/],
    ['a number out of range', 'settings depth', { value: 4 }, /outside 1\.\.3/],
    ['a command without its sub-command', 'settings', {}, /has sub-commands/],
    ['an unknown sub-command', 'settings nope', {}, /no sub-command/],
  ])('refuses %s', async (_what, name, options, problem) => {
    await using setup = await startWith(() => Promise.resolve());

    await expect(setup.discord.slash(name, options as Record<string, string>)).rejects.toThrow(problem);
  });

  it('waits for a command and says what it waited for', async () => {
    await using club = await startClub({}, { waitMs: 20 });
    const { discord } = club;

    await expect(discord.slash('later')).rejects.toThrow(/in vain for the application to register "\/later"/);
  });
});
