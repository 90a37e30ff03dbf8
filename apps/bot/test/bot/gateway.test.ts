import { describe, expect, it, jest } from '@jest/globals';
import { Secret } from '@discord-intelligence/config';

import { createBot } from '../../src/bot.js';
import { BotError } from '../../src/errors.js';
import { NOTICES } from '../../src/notices.js';
import { captureLog } from '../support/capture-log.js';
import { createHeldAnalyzer } from '../support/scripted-analyze.js';
import { expectGoodManners, startBot, startDiscord, TEST_TIMEOUT_MS } from '../support/start-bot.js';

jest.setTimeout(TEST_TIMEOUT_MS);

const codeOf = (error: unknown) => (BotError.is(error) ? error.code : undefined);

describe('the connection to Discord', () => {
  it('may drop in the middle of an analysis', async () => {
    await using discord = await startDiscord();
    const analyzer = createHeldAnalyzer();
    await using running = await startBot(discord, { analyze: analyzer.analyze });

    const first = await discord.slash('analyze', { text: 'before' });
    const analysis = await analyzer.whenBegun(1);
    discord.dropConnections();
    analysis.finish();
    const second = await discord.slash('analyze', { text: 'while the line is dead' });
    (await analyzer.whenBegun(2)).finish();

    expect((await first.message()).text).toContain('No fallacies found');
    expect((await second.message()).text).toContain('No fallacies found');
    expect(discord.gateway.resumes).toBe(1);
    expectGoodManners(discord, running, 'while the line is dead');
  });

  it('opens as many connections as Discord recommends', async () => {
    await using discord = await startDiscord({ shards: 2 });
    await using running = await startBot(discord);
    const interaction = await discord.slash('analyze', { text: 'some words' });
    await interaction.message();

    expect(discord.gateway.identifies).toBe(2);
    expectGoodManners(discord, running);
  });

  it.each([
    [4004, 'token_invalid', 'DISCORD_BOT_TOKEN'],
    [4014, 'intents_refused', 'privileged intent'],
    [4013, 'gateway_refused', '4013'],
  ])('tells why when Discord ends it for good with %i', async (closeCode, code, hint) => {
    await using discord = await startDiscord();
    await using running = await startBot(discord);

    discord.dropConnections(closeCode);
    const failure = await running.bot.failure;

    expect([failure.code, failure.message]).toEqual([code, expect.stringContaining(hint)]);
  });

  it('is refused with a wrong token', async () => {
    await using discord = await startDiscord();
    const wrong = `${Buffer.from(discord.applicationId).toString('base64')}.wrong.token`;
    const log = captureLog();
    await using bot = createBot({ token: new Secret(wrong), apiUrl: discord.apiUrl, analyze: createHeldAnalyzer().analyze, logger: log.logger });
    const error: unknown = await bot.start().catch((reason: unknown) => reason);

    expect(codeOf(error)).toBe('token_invalid');
    expect(String(error)).not.toContain(wrong);
    expect(log.text).not.toContain(wrong);
  });

  it('is refused where nobody listens', async () => {
    let apiUrl: string;
    {
      await using discord = await startDiscord();
      apiUrl = discord.apiUrl;
    }
    await using bot = createBot({ token: new Secret('MTIz.x.y'), apiUrl, analyze: createHeldAnalyzer().analyze, logger: captureLog().logger });

    expect(codeOf(await bot.start().catch((reason: unknown) => reason))).toBe('discord_unreachable');
  });
});

describe('a busy bot', () => {
  it('says so at once, and takes commands again when there is room', async () => {
    await using discord = await startDiscord();
    const analyzer = createHeldAnalyzer();
    await using running = await startBot(discord, { analyze: analyzer.analyze, queue: { concurrency: 1, maxWaiting: 1 } });

    const first = await discord.slash('analyze', { text: 'one' });
    const second = await discord.slash('analyze', { text: 'two' });
    const third = await discord.slash('analyze', { text: 'three' });
    const refusal = await third.message();
    (await analyzer.whenBegun(1)).finish();
    (await analyzer.whenBegun(2)).finish();
    await Promise.all([first.message(), second.message()]);
    const fourth = await discord.slash('analyze', { text: 'four' });
    (await analyzer.whenBegun(3)).finish();
    await fourth.message();

    expect([refusal.content, refusal.isEphemeral]).toEqual([NOTICES.busy, true]);
    expect(analyzer.begun.map(({ text }) => text)).toEqual(['one', 'two', 'four']);
    expectGoodManners(discord, running);
  });
});
