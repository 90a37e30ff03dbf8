import { describe, expect, it, jest } from '@jest/globals';
import { InteractionResponseType, MessageFlags } from 'discord.js';

import { NOTICES } from '../../src/notices.js';
import { buildReport } from '../support/build-report.js';
import { alwaysReport, createHeldAnalyzer } from '../support/scripted-analyze.js';
import { expectGoodManners, startBot, startDiscord, TEST_TIMEOUT_MS } from '../support/start-bot.js';

jest.setTimeout(TEST_TIMEOUT_MS);

const TEXT = 'You are stupid, so your plan must fail.';
const analyze = alwaysReport(buildReport({ fallacies: [{ quote: 'You are stupid', severity: 'high' }] }));

describe('/analyze', () => {
  it.each(['guild', 'dm', 'private'] as const)('answers with a card: %s', async (place) => {
    await using discord = await startDiscord();
    await using running = await startBot(discord, { analyze });

    const interaction = await discord.slash('analyze', { text: TEXT }, { place });
    const message = await interaction.message();

    expect(message.text).toContain('1 possible fallacy, high severity');
    expect(message.text).toContain('You are stupid');
    expect(message.flags & MessageFlags.IsComponentsV2).not.toBe(0);
    expect([message.isEphemeral, message.files, message.pings]).toEqual([false, [], []]);
    expectGoodManners(discord, running, TEXT);
  });

  it.each([
    [true, true],
    [false, false],
  ])('heeds private: %s', async (isPrivate, isEphemeral) => {
    await using discord = await startDiscord();
    await using running = await startBot(discord, { analyze });

    const interaction = await discord.slash('analyze', { text: TEXT, private: isPrivate });

    expect((await interaction.message()).isEphemeral).toBe(isEphemeral);
    expectGoodManners(discord, running, TEXT);
  });

  it('acknowledges before it analyses', async () => {
    await using discord = await startDiscord();
    const analyzer = createHeldAnalyzer();
    await using running = await startBot(discord, { analyze: analyzer.analyze });

    const interaction = await discord.slash('analyze', { text: TEXT });
    const response = await interaction.response();
    const analysis = await analyzer.whenBegun(1);
    const editsSoFar = interaction.edits.length;
    analysis.finish();
    await interaction.message();

    expect(response.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
    expect([analysis.text, editsSoFar]).toEqual([TEXT, 0]);
    expectGoodManners(discord, running, TEXT);
  });

  it('takes the longest text that Discord takes', async () => {
    await using discord = await startDiscord();
    const analyzer = createHeldAnalyzer();
    await using running = await startBot(discord, { analyze: analyzer.analyze });

    const interaction = await discord.slash('analyze', { text: 'x'.repeat(6000) });
    (await analyzer.whenBegun(1)).finish();
    await interaction.message();

    expect(analyzer.begun[0]?.text).toHaveLength(6000);
    expectGoodManners(discord, running);
  });

  it('says to a blank text what to do', async () => {
    await using discord = await startDiscord();
    await using running = await startBot(discord);

    const interaction = await discord.slash('analyze', { text: ' \u2003 ' });
    const message = await interaction.message();

    expect([message.content, message.isEphemeral]).toEqual([NOTICES.blankText, true]);
    expectGoodManners(discord, running);
  });

  it('says so when there is nothing to analyse in a text', async () => {
    await using discord = await startDiscord();
    const report = { ...buildReport(), status: 'skipped' as const, reason: 'no words', analysis: null, routing: null };
    await using running = await startBot(discord, { analyze: alwaysReport(report) });

    const interaction = await discord.slash('analyze', { text: '?!' });

    expect((await interaction.message()).content).toBe(NOTICES.nothingFound);
    expectGoodManners(discord, running);
  });
});

describe('"Analyse message"', () => {
  it.each(['guild', 'dm', 'private'] as const)('answers the one who asked, with a link: %s', async (place) => {
    await using discord = await startDiscord();
    const analyzer = createHeldAnalyzer();
    await using running = await startBot(discord, { analyze: analyzer.analyze });

    const target = await discord.message(TEXT);
    const interaction = await discord.messageCommand('Analyse message', target, { place });
    (await analyzer.whenBegun(1)).finish();
    const message = await interaction.message();

    expect(analyzer.begun[0]?.text).toBe(TEXT);
    expect(message.isEphemeral).toBe(true);
    expect(message.text).toMatch(new RegExp(`\\[this message\\]\\(https://discord\\.com/channels/(\\d+|@me)/\\d+/${target.id}\\)`));
    expectGoodManners(discord, running, TEXT);
  });

  it('reads the message of somebody else without any privileged intent', async () => {
    await using discord = await startDiscord();
    const analyzer = createHeldAnalyzer();
    await using running = await startBot(discord, { analyze: analyzer.analyze });

    const interaction = await discord.messageCommand('Analyse message', { content: TEXT, author: discord.user('Grace') });
    (await analyzer.whenBegun(1)).finish();
    await interaction.message();

    expect(analyzer.begun[0]?.text).toBe(TEXT);
    expectGoodManners(discord, running, TEXT);
  });

  it('says to a message without text what to do', async () => {
    await using discord = await startDiscord();
    await using running = await startBot(discord);

    const target = await discord.message('', { files: [discord.file('talk.mp3', 'not really')] });
    const interaction = await discord.messageCommand('Analyse message', target);
    const message = await interaction.message();

    expect([message.content, message.isEphemeral]).toEqual([NOTICES.onlyAttachments, true]);
    expectGoodManners(discord, running);
  });
});
