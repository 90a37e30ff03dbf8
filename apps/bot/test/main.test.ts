import { describe, expect, it, jest } from '@jest/globals';

import { spawnBot } from './support/spawn-bot.js';
import { startDiscord, TEST_TIMEOUT_MS } from './support/start-bot.js';

jest.setTimeout(TEST_TIMEOUT_MS);

describe('the process of the bot', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('answers, takes odd payloads, and ends with 0 on %s', async (signal) => {
    await using discord = await startDiscord();
    const bot = spawnBot({ DISCORD_BOT_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });
    const first = await discord.messageCommand('Analyse message', "You're wrong because you're stupid.");
    const before = await first.message();
    const { data } = first.payload as { readonly data: object };
    for (const payload of [null, {}, { ...first.payload, data: { ...data, resolved: { messages: { 1: { components: null } } } } }]) {
      discord.dispatch('INTERACTION_CREATE', payload);
      discord.dispatch('MESSAGE_CREATE', payload);
    }
    const after = await (await discord.slash('analyze', { text: "You're wrong because you're stupid." })).message();
    bot.kill(signal);
    const { code, stdout, stderr } = await bot.ended;

    expect([code, stderr]).toEqual([0, '']);
    expect(before.text).toContain('Ad hominem');
    expect(after.text).toContain('Ad hominem');
    expect(stdout).toContain('discord.js could not read an event');
    for (const secret of [discord.token, 'stupid']) expect(stdout).not.toContain(secret);
  });

  it('ends with 2 without a token', async () => {
    const { code, stdout, stderr } = await spawnBot({}).ended;

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('DISCORD_BOT_TOKEN is not set');
  });
});
