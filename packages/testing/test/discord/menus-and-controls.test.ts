import { describe, expect, it, jest } from '@jest/globals';
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ContextMenuCommandBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Interaction,
} from 'discord.js';

import { startClub } from '../support/start-bot.js';

// Logging a real client in takes its time on a busy machine.
jest.setTimeout(60_000);

const commands = [
  new ContextMenuCommandBuilder().setName('Analyse message').setType(ApplicationCommandType.Message).toJSON(),
  new ContextMenuCommandBuilder().setName('Who').setType(ApplicationCommandType.User).toJSON(),
  new SlashCommandBuilder().setName('analyze-text').setDescription('Opens a form').toJSON(),
  new SlashCommandBuilder().setName('card').setDescription('Shows buttons').toJSON(),
  new SlashCommandBuilder()
    .setName('results')
    .setDescription('Shows a result')
    .addStringOption((option) => option.setName('id').setDescription('Which').setRequired(true).setAutocomplete(true))
    .toJSON(),
];

const form = new ModalBuilder()
  .setCustomId('text-form')
  .setTitle('Analyse a text')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('The text')
      .setTextInputComponent(new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Paragraph).setMaxLength(4000)),
  );

const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary),
  new ButtonBuilder().setCustomId('stop').setLabel('Stop').setStyle(ButtonStyle.Danger).setDisabled(true),
  new ButtonBuilder().setCustomId('form').setLabel('Form').setStyle(ButtonStyle.Secondary),
);
const picker = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
  new StringSelectMenuBuilder().setCustomId('depth').addOptions({ label: 'Quick', value: 'quick' }, { label: 'Deep', value: 'deep' }),
);

async function onInteraction(interaction: Interaction): Promise<unknown> {
  if (interaction.isMessageContextMenuCommand()) {
    return interaction.reply({ content: `${interaction.targetMessage.author.globalName ?? '?'}: ${interaction.targetMessage.content}`, flags: MessageFlags.Ephemeral });
  }
  if (interaction.isUserContextMenuCommand()) return interaction.reply(interaction.targetUser.username);
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    return interaction.respond(['abc', 'abd', 'xyz'].filter((id) => id.startsWith(typed)).map((id) => ({ name: id, value: id })));
  }
  if (interaction.isModalSubmit()) return interaction.reply(interaction.fields.getTextInputValue('text').toUpperCase());
  if (interaction.isButton()) {
    return interaction.customId === 'form' ? interaction.showModal(form) : interaction.update({ content: 'Page 2', components: [] });
  }
  if (interaction.isStringSelectMenu()) {
    await interaction.deferUpdate();
    return interaction.editReply(`Depth ${interaction.values.join()}`);
  }
  if (!interaction.isChatInputCommand()) return undefined;
  return interaction.commandName === 'analyze-text' ? interaction.showModal(form) : interaction.reply({ content: 'Page 1', components: [buttons, picker] });
}

describe('context menus', () => {
  it('hand over the message, with its content, without any privileged intent', async () => {
    await using club = await startClub({ commands, onInteraction });
    const { discord } = club;

    const onText = await discord.messageCommand('Analyse message', { content: 'Trust me.', author: discord.user('Bob') });
    const onMessage = await discord.messageCommand('Analyse message', await discord.message('As I said.'));

    expect(await onText.message()).toMatchObject({ content: 'Bob: Trust me.', isEphemeral: true });
    expect((await onMessage.message()).content).toBe('Ada: As I said.');
    discord.expectNoViolations();
  });

  it('hand over a person', async () => {
    await using club = await startClub({ commands, onInteraction });
    const { discord } = club;

    const interaction = await discord.userCommand('Who', discord.user('Grace'));

    expect((await interaction.message()).content).toBe('grace');
  });
});

describe('autocomplete', () => {
  it('answers with suggestions for what was typed', async () => {
    await using club = await startClub({ commands, onInteraction });
    const { discord } = club;

    const interaction = await discord.autocomplete('results', { id: 'ab' }, 'id');

    expect((await interaction.choices()).map(({ value }) => value)).toEqual(['abc', 'abd']);
    await expect(interaction.modal()).rejects.toThrow(/not with a modal/);
    discord.expectNoViolations();
  });
});

describe('modals', () => {
  it('open from a command and come back with what was entered', async () => {
    await using club = await startClub({ commands, onInteraction });
    const { discord } = club;

    const opener = await discord.slash('analyze-text');
    const submitted = await discord.submitModal(opener, { text: 'hello' });

    expect((await opener.modal()).title).toBe('Analyse a text');
    expect((await submitted.message()).content).toBe('HELLO');
    discord.expectNoViolations();
  });

  it('open from a button of a message', async () => {
    await using club = await startClub({ commands, onInteraction });
    const { discord } = club;
    const card = await (await discord.slash('card')).message();

    const submitted = await discord.submitModal(await discord.press(card, 'form'), { text: 'again' });

    expect((await submitted.message()).content).toBe('AGAIN');
    expect(submitted.payload.message).toMatchObject({ id: card.id });
  });

  it('refuse what a person could not enter', async () => {
    await using club = await startClub({ commands, onInteraction });
    const { discord } = club;
    const opener = await discord.slash('analyze-text');

    await expect(discord.submitModal(opener, { nope: 'x' })).rejects.toThrow(/required|no field/);
    await expect(discord.submitModal(opener, { text: 'x'.repeat(4001) })).rejects.toThrow(/0 to 4000/);
  });
});

describe('buttons and selects', () => {
  it('update the message that they belong to', async () => {
    await using club = await startClub({ commands, onInteraction });
    const { discord } = club;
    const card = await (await discord.slash('card')).message();

    const picked = await (await discord.select(card, 'depth', ['deep'])).message(({ content }) => content.startsWith('Depth'));
    const pressed = await (await discord.press(card, 'next')).message();

    expect(picked).toMatchObject({ id: card.id, content: 'Depth deep' });
    expect(pressed).toMatchObject({ id: card.id, content: 'Page 2', controls: [] });
    expect(discord.messageNow(card.id)?.content).toBe('Page 2');
    discord.expectNoViolations();
  });

  it('cannot be used when they are disabled, unknown or out of range', async () => {
    await using club = await startClub({ commands, onInteraction });
    const { discord } = club;
    const card = await (await discord.slash('card')).message();

    await expect(discord.press(card, 'stop')).rejects.toThrow(/disabled/);
    await expect(discord.press(card, 'gone')).rejects.toThrow(/it has next, stop, form, depth/);
    await expect(discord.select(card, 'depth', ['wide'])).rejects.toThrow(/offers quick, deep/);
    await expect(discord.select(card, 'depth', ['quick', 'deep'])).rejects.toThrow(/1 to 1/);
  });
});
