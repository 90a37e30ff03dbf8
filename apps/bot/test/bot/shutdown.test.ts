import { describe, expect, it, jest } from '@jest/globals';

import { NOTICES } from '../../src/notices.js';
import { createHeldAnalyzer } from '../support/scripted-analyze.js';
import { expectGoodManners, startBot, startDiscord, TEST_TIMEOUT_MS } from '../support/start-bot.js';

jest.setTimeout(TEST_TIMEOUT_MS);

describe('closing the bot', () => {
  it('finishes what runs and turns new commands away', async () => {
    await using discord = await startDiscord();
    const analyzer = createHeldAnalyzer();
    await using running = await startBot(discord, { analyze: analyzer.analyze });

    const first = await discord.slash('analyze', { text: 'one' });
    const analysis = await analyzer.whenBegun(1);
    const closed = running.bot.close();
    const late = await discord.slash('analyze', { text: 'two' });
    const refusal = await late.message();
    analysis.finish();
    await closed;

    expect([refusal.content, refusal.isEphemeral]).toEqual([NOTICES.restarting, true]);
    expect((await first.message()).text).toContain('No fallacies found');
    expect(analyzer.begun).toHaveLength(1);
    expect(running.log.lines.map(({ level }) => level)).not.toContain(40);
    expectGoodManners(discord, running);
  });

  it('ends what takes too long, and says so to whom it concerns', async () => {
    await using discord = await startDiscord();
    const analyzer = createHeldAnalyzer();
    await using running = await startBot(discord, { analyze: analyzer.analyze, drainMs: 1, queue: { concurrency: 1 } });

    const first = await discord.slash('analyze', { text: 'one' });
    const second = await discord.slash('analyze', { text: 'two' });
    await second.response();
    const analysis = await analyzer.whenBegun(1);
    await running.bot.close();

    expect(analysis.signal?.aborted).toBe(true);
    expect((await first.message()).content).toBe(NOTICES.restarting);
    expect((await second.message()).content).toBe(NOTICES.restarting);
    expectGoodManners(discord, running);
  });

  it('may be asked for twice', async () => {
    await using discord = await startDiscord();
    const { bot } = await startBot(discord);
    await Promise.all([bot.close(), bot.close()]);
    await bot.close();

    discord.expectNoViolations();
  });
});
