import { createDice } from '@discord-intelligence/testing/random';
import { describe, expect, it, jest } from '@jest/globals';
import { PermissionFlagsBits } from 'discord.js';

import { buildReport } from '../support/build-report.js';
import { HOSTILE_PIECES, hostileText } from '../support/hostile-text.js';
import { alwaysReport } from '../support/scripted-analyze.js';
import { expectGoodManners, startBot, startDiscord, TEST_TIMEOUT_MS } from '../support/start-bot.js';

jest.setTimeout(TEST_TIMEOUT_MS);

const LONG = buildReport({
  fallacies: Array.from({ length: 50 }, (_, index) => ({ quote: `${index} ${'q'.repeat(990)}`, explanation: 'Because. '.repeat(200) })),
  topics: Array.from({ length: 15 }, (_, index) => `${index} ${'t'.repeat(190)}`),
});

describe('a report that is longer than a message', () => {
  it('comes with the whole of it in files', async () => {
    await using discord = await startDiscord();
    await using running = await startBot(discord, { analyze: alwaysReport(LONG) });

    const interaction = await discord.slash('analyze', { text: 'a long text' });
    const message = await interaction.message();
    const [markdown, json] = message.files;

    expect(message.files.map(({ name }) => name)).toEqual(['report.md', 'report.json']);
    expect(new TextDecoder().decode(markdown?.bytes)).toContain(`49 ${'q'.repeat(990)}`);
    expect(JSON.parse(new TextDecoder().decode(json?.bytes))).toEqual(LONG);
    expectGoodManners(discord, running);
  });

  it('comes without files where the application may not attach any', async () => {
    await using discord = await startDiscord();
    await using running = await startBot(discord, { analyze: alwaysReport(LONG) });

    const interaction = await discord.slash('analyze', { text: 'a long text' }, { appPermissions: PermissionFlagsBits.ViewChannel });
    const message = await interaction.message();

    expect(message.files).toEqual([]);
    expect(message.text).toContain('50 possible fallacies');
    expectGoodManners(discord, running);
  });

  it.each([
    { status: 403, code: 50_013 },
    { status: 413, code: 40_005 },
  ])('comes without files where Discord refuses them: %j', async (failure) => {
    await using discord = await startDiscord();
    await using running = await startBot(discord, { analyze: alwaysReport(LONG) });

    discord.failNext({ ...failure, method: 'PATCH' });
    const interaction = await discord.slash('analyze', { text: 'a long text' });
    const message = await interaction.message();

    expect(message.files).toEqual([]);
    expect(message.text).toContain('50 possible fallacies');
    expectGoodManners(discord, running);
  });

  it('breaks no rule of Discord, whatever it holds', async () => {
    const seed = 77;
    const random = createDice(seed);
    await using discord = await startDiscord();
    const texts = [HOSTILE_PIECES.join(''), ...HOSTILE_PIECES.slice(0, 20), ...Array.from({ length: 10 }, () => hostileText(random, 1000))];
    let round = 0;
    await using running = await startBot(discord, {
      analyze: () => {
        const text = texts[round++ % texts.length] ?? '';
        const filled = text.repeat(Math.ceil(1000 / text.length)).slice(0, 1000);
        return Promise.resolve(buildReport({ fallacies: Array.from({ length: 50 }, () => ({ quote: filled, explanation: filled.repeat(2) })), topics: Array.from({ length: 15 }, () => filled.slice(0, 200)) }));
      },
    });

    for (const text of texts) {
      const interaction = await discord.slash('analyze', { text: `${text} words` });
      const message = await interaction.message();

      expect(message.pings).toEqual([]);
      expect(message.text).toContain('50 possible fallacies');
    }
    expectGoodManners(discord, running);
  });
});
