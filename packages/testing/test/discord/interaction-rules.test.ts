import { describe, expect, it, jest } from '@jest/globals';
import { startFakeDiscord } from '@discord-intelligence/testing';

import { createClock, startRawBot } from '../support/raw-bot.js';

// Logging a real client in takes its time on a busy machine.
jest.setTimeout(60_000);

const COMMANDS = [{ name: 'ping', description: 'd', integration_types: [0, 1], contexts: [0, 1, 2] }];

async function start() {
  const clock = createClock();
  const discord = await startFakeDiscord({ now: clock.now });
  const bot = await startRawBot(discord);
  await bot.send('PUT', `/applications/${discord.applicationId}/commands`, COMMANDS);
  return {
    clock,
    discord,
    bot,
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]();
      await discord[Symbol.asyncDispose]();
    },
  };
}

describe('the first answer', () => {
  it('may come within 3 seconds and not later', async () => {
    await using setup = await start();
    const { clock, discord, bot } = setup;

    const quick = await discord.slash('ping');
    clock.advance(3_000);
    expect((await bot.answer(quick, 5)).status).toBe(204);
    const slow = await discord.slash('ping');
    clock.advance(3_001);
    const late = await bot.answer(slow, 5);

    expect(quick.acknowledgedAfterMs).toBe(3_000);
    expect(late).toMatchObject({ status: 404, body: { code: 10_062, message: 'Unknown interaction' } });
    expect(slow.acknowledgedAfterMs).toBeUndefined();
    expect(discord.violations.map(({ rule, code }) => [rule, code])).toEqual([['api', 10_062], ['never-acknowledged', undefined]]);
  });

  it('is missed when nobody answers', async () => {
    await using setup = await start();
    const { clock, discord } = setup;

    await discord.slash('ping');
    discord.expectNoViolations();
    clock.advance(3_001);

    expect(() => { discord.expectNoViolations(); }).toThrow(/got no answer within 3 seconds/);
  });

  it('may come once, and only with the right token', async () => {
    await using setup = await start();
    const { discord, bot } = setup;
    const interaction = await discord.slash('ping');

    const wrong = await bot.send('POST', `/interactions/${interaction.id}/nonsense/callback`, { type: 5 });
    const first = await bot.answer(interaction, 5);
    const second = await bot.answer(interaction, 4, { content: 'again' });

    expect([wrong, first, second].map(({ status, body }) => [status, body.code])).toEqual([[404, 10_062], [204, undefined], [400, 40_060]]);
    expect(first.headers.get('content-type')).toBeNull();
    expect(discord.violations.map(({ code }) => code)).toEqual([10_062, 40_060]);
  });
});

describe('the token of an interaction', () => {
  it('lives for 15 minutes', async () => {
    await using setup = await start();
    const { clock, discord, bot } = setup;
    const interaction = await discord.slash('ping');
    await bot.answer(interaction, 5);

    clock.advance(15 * 60_000 - 1);
    const inTime = await bot.send('PATCH', bot.webhook(interaction, '/messages/%40original'), { content: 'done' });
    clock.advance(1);
    const late = await bot.send('PATCH', bot.webhook(interaction, '/messages/@original'), { content: 'too late' });
    const followUp = await bot.send('POST', bot.webhook(interaction), { content: 'too late' });

    expect(inTime).toMatchObject({ status: 200, body: { content: 'done' } });
    expect(late).toMatchObject({ status: 401, body: { code: 50_027, message: 'Invalid Webhook Token' } });
    expect(followUp.body.code).toBe(50_027);
    expect(discord.violations.map(({ code }) => code)).toEqual([50_027, 50_027]);
  });

  it('is good for nothing before the first answer', async () => {
    await using setup = await start();
    const { discord, bot } = setup;
    const interaction = await discord.slash('ping');

    const early = await bot.send('POST', bot.webhook(interaction), { content: 'x' });

    expect(early).toMatchObject({ status: 404, body: { code: 10_015 } });
  });

  it('needs no bot token, and reaches no other message', async () => {
    await using setup = await start();
    const { discord, bot } = setup;
    const interaction = await discord.slash('ping');
    const other = await discord.message('not yours');
    await bot.answer(interaction, 4, { content: 'hi' });

    const edit = await bot.send('PATCH', bot.webhook(interaction, '/messages/@original'), { content: 'hi!' }, { authorization: '' });
    const foreign = await bot.send('PATCH', bot.webhook(interaction, `/messages/${other.id}`), { content: 'mine' });

    expect(edit.status).toBe(200);
    expect(foreign).toMatchObject({ status: 404, body: { code: 10_008 } });
  });

  it('allows 5 follow-ups where the bot is not, and any number elsewhere', async () => {
    await using setup = await start();
    const { discord, bot } = setup;

    const codes = [];
    for (const place of ['guild', 'private'] as const) {
      const interaction = await discord.slash('ping', {}, { place });
      await bot.answer(interaction, 4, { content: 'hi' });
      for (let count = 0; count < 5; count += 1) await bot.send('POST', bot.webhook(interaction), { content: `${count}` });
      codes.push((await bot.send('POST', bot.webhook(interaction), { content: 'sixth' })).body.code);
    }

    expect(codes).toEqual([undefined, 40_094]);
  });
});

describe('ephemeral answers', () => {
  it('stay ephemeral, and stay out of reach of the bot token', async () => {
    await using setup = await start();
    const { discord, bot } = setup;
    const interaction = await discord.slash('ping');
    await bot.answer(interaction, 5, { flags: 64 });
    await bot.send('PATCH', bot.webhook(interaction, '/messages/@original'), { content: 'psst', flags: 0 });
    const message = await interaction.message();

    const byToken = await bot.send('GET', `/channels/${discord.channel.id}/messages/${message.id}`);

    expect(message).toMatchObject({ content: 'psst', isEphemeral: true, isLoading: false });
    expect(byToken.body.code).toBe(10_008);
  });

  it('cannot be made from public ones, which is noted', async () => {
    await using setup = await start();
    const { discord, bot } = setup;
    const interaction = await discord.slash('ping');
    await bot.answer(interaction, 5);

    await bot.send('PATCH', bot.webhook(interaction, '/messages/@original'), { content: 'psst', flags: 64 });
    await bot.send('POST', `/channels/${discord.channel.id}/messages`, { content: 'psst', flags: 64 });

    expect((await interaction.message()).isEphemeral).toBe(false);
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['ineffective', 'ineffective']);
  });

  it('take over the first follow-up after a deferral, whatever its flags say', async () => {
    await using setup = await start();
    const { discord, bot } = setup;
    const interaction = await discord.slash('ping');
    await bot.answer(interaction, 5);

    await bot.send('POST', bot.webhook(interaction), { content: 'first', flags: 64 });

    expect(await interaction.message()).toMatchObject({ content: 'first', isEphemeral: false });
    expect(interaction.followUps).toEqual([]);
  });
});

describe('the API around it', () => {
  it('refuses a missing token, unknown routes, wrong methods and broken JSON', async () => {
    await using setup = await start();
    const { discord, bot } = setup;
    const messages = `/channels/${discord.channel.id}/messages`;

    const unauthorized = await bot.send('GET', '/users/@me', undefined, { authorization: 'Bot nonsense' });
    const unknown = await bot.send('GET', '/nonsense');
    const unplayed = await bot.send('GET', '/voice/regions');
    const method = await bot.send('PATCH', '/users/@me', {});
    const channel = await bot.send('POST', '/channels/123/messages', { content: 'x' });
    const broken = await fetch(`${discord.apiUrl}/v10${messages}`, { method: 'POST', body: '{', headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' } });

    expect([unauthorized, unknown, unplayed, method, channel].map(({ status, body }) => [status, body.code])).toEqual([
      [401, 0],
      [404, 0],
      [404, 0],
      [405, 0],
      [404, 10_003],
    ]);
    expect([broken.status, await broken.json()]).toEqual([400, { code: 50_109, message: 'The request body contains invalid JSON.' }]);
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['unauthorized', 'unknown-route', 'unknown-route', 'unknown-route', 'api', 'api']);
  });

  it('records what was asked and answered', async () => {
    await using setup = await start();
    const { discord, bot } = setup;

    await bot.send('POST', `/channels/${discord.channel.id}/messages`, { content: 'x' });

    expect(discord.requests.at(-1)).toMatchObject({ method: 'POST', path: `/channels/${discord.channel.id}/messages`, body: { content: 'x' }, status: 200 });
  });

  it('gives a 429 in Discord\'s words', async () => {
    await using setup = await start();
    const { discord, bot } = setup;
    discord.failNext({ status: 429, retryAfter: 1.5, isGlobal: true });

    const limited = await bot.send('GET', '/users/@me');

    expect(limited).toMatchObject({ status: 429, body: { message: 'You are being rate limited.', retry_after: 1.5, global: true } });
    expect([limited.headers.get('retry-after'), limited.headers.get('x-ratelimit-scope')]).toEqual(['1.5', 'global']);
    expect((await bot.send('GET', '/users/@me')).status).toBe(200);
    discord.expectNoViolations();
  });

  it('offers commands only where they were registered for', async () => {
    await using setup = await start();
    const { discord, bot } = setup;
    await bot.send('PUT', `/applications/${discord.applicationId}/commands`, [
      { name: 'guild-only', description: 'd', contexts: [0] },
      { name: 'admin', description: 'd', default_member_permissions: '32' },
    ]);

    await expect(discord.slash('guild-only', {}, { place: 'dm' })).rejects.toThrow(/its contexts are \[0\]/);
    await expect(discord.slash('guild-only', {}, { place: 'private' })).rejects.toThrow(/would not offer/);
    await expect(discord.slash('admin')).rejects.toThrow(/lacks the permissions 32/);
    await discord.slash('admin', {}, { permissions: 32n });
  });
});
