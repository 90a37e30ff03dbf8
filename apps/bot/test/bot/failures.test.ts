import { describe, expect, it, jest } from '@jest/globals';

import { NOTICES } from '../../src/notices.js';
import { buildReport } from '../support/build-report.js';
import { alwaysReport, createHeldAnalyzer } from '../support/scripted-analyze.js';
import { expectGoodManners, startBot, startDiscord, TEST_TIMEOUT_MS } from '../support/start-bot.js';

jest.setTimeout(TEST_TIMEOUT_MS);

const TEXT = 'a text that nobody else may read';

describe('when an analysis fails', () => {
  it('gives the person a number that the log has, and the log no text', async () => {
    await using discord = await startDiscord();
    await using running = await startBot(discord, { analyze: () => Promise.reject(new Error(`could not digest: ${TEXT}`)) });

    const interaction = await discord.slash('analyze', { text: TEXT });
    const message = await interaction.message();

    expect(message.content).toContain(interaction.id);
    expect(running.log.lines).toContainEqual(expect.objectContaining({ interactionId: interaction.id, msg: 'a command failed' }));
    expectGoodManners(discord, running, TEXT);
  });

  it('does so too when no analysis of a report has a result', async () => {
    await using discord = await startDiscord();
    const report = { ...buildReport(), status: 'failed' as const, reason: TEXT, analysis: null, routing: null };
    await using running = await startBot(discord, { analyze: alwaysReport(report) });

    const interaction = await discord.slash('analyze', { text: TEXT });

    expect((await interaction.message()).content).toContain(interaction.id);
    expectGoodManners(discord, running, TEXT);
  });

  it('says so when it took too long, and tells the analysis', async () => {
    await using discord = await startDiscord();
    const analyzer = createHeldAnalyzer();
    await using running = await startBot(discord, { analyze: analyzer.analyze, queue: { timeoutMs: 1 } });

    const interaction = await discord.slash('analyze', { text: TEXT });

    expect((await interaction.message()).content).toBe(NOTICES.timedOut);
    expect(analyzer.begun[0]?.signal?.aborted).toBe(true);
    expectGoodManners(discord, running, TEXT);
  });

  it('answers the next command', async () => {
    await using discord = await startDiscord();
    const analyzer = createHeldAnalyzer();
    await using running = await startBot(discord, { analyze: analyzer.analyze, queue: { concurrency: 1 } });

    const broken = await discord.slash('analyze', { text: TEXT });
    (await analyzer.whenBegun(1)).fail(new Error('broken'));
    await broken.message();
    const next = await discord.slash('analyze', { text: TEXT });
    (await analyzer.whenBegun(2)).finish();

    expect((await next.message()).text).toContain('No fallacies found');
    expectGoodManners(discord, running, TEXT);
  });
});

describe('when Discord fails', () => {
  it.each([
    ['limits the rate of the acknowledgement', { status: 429, retryAfter: 0.02, times: 2, path: '/callback' }],
    ['limits the rate of the answer', { status: 429, retryAfter: 0.02, times: 2, method: 'PATCH' }],
    ['has an error at the acknowledgement', { status: 502, path: '/callback' }],
    ['has errors at the answer', { status: 500, times: 2, method: 'PATCH' }],
  ])('answers all the same when it %s', async (_what, failure) => {
    await using discord = await startDiscord();
    await using running = await startBot(discord);

    discord.failNext(failure);
    const interaction = await discord.slash('analyze', { text: TEXT });

    expect((await interaction.message()).text).toContain('No fallacies found');
    expectGoodManners(discord, running, TEXT);
  });

  it('goes on when an acknowledgement counted though its answer was lost', async () => {
    await using discord = await startDiscord();
    await using running = await startBot(discord);

    discord.failNext({ status: 400, code: 40_060, path: '/callback' });
    const interaction = await discord.slash('analyze', { text: TEXT });
    await discord.waitFor('the edit', () => discord.requests.find(({ method }) => method === 'PATCH'));

    expect(discord.requests.at(-1)).toMatchObject({ method: 'PATCH', path: expect.stringContaining(interaction.id) as unknown });
    expect(running.log.lines).toContainEqual(expect.objectContaining({ interactionId: interaction.id, level: 40 }));
  });

  it.each([
    ['the interaction expired', { status: 404, code: 10_062, path: '/callback' }],
    ['its token ran out', { status: 401, code: 50_027, method: 'PATCH' }],
    ['its answer was deleted', { status: 404, code: 10_008, method: 'PATCH' }],
  ])('says nothing when %s, and answers the next command', async (_what, failure) => {
    await using discord = await startDiscord();
    await using running = await startBot(discord);

    discord.failNext(failure);
    const gone = await discord.slash('analyze', { text: TEXT });
    await running.log.whenLogged(gone.id);
    const next = await discord.slash('analyze', { text: TEXT });

    expect((await next.message()).text).toContain('No fallacies found');
    expect(running.log.lines).toContainEqual(
      expect.objectContaining({ interactionId: gone.id, msg: 'nobody waits for this answer any more' }),
    );
    expect(running.log.text).not.toContain(TEXT);
  });

  it('says nothing more when the 15 minutes of an interaction have passed', async () => {
    let ahead = 0;
    await using discord = await startDiscord({ now: () => Date.now() + ahead });
    const analyzer = createHeldAnalyzer();
    await using running = await startBot(discord, { analyze: analyzer.analyze });

    const interaction = await discord.slash('analyze', { text: TEXT });
    const analysis = await analyzer.whenBegun(1);
    ahead = 16 * 60_000;
    analysis.finish();
    await running.log.whenLogged(interaction.id);
    ahead = 0;

    const next = await discord.slash('analyze', { text: TEXT });
    (await analyzer.whenBegun(2)).finish();
    expect((await next.message()).text).toContain('No fallacies found');
  });
});
