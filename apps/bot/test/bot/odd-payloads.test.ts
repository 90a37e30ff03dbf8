import { describe, expect, it, jest } from '@jest/globals';
import type { FakeDiscord } from '@discord-intelligence/testing';

import { NOTICES } from '../../src/notices.js';
import { expectGoodManners, startBot, startDiscord, TEST_TIMEOUT_MS } from '../support/start-bot.js';

jest.setTimeout(TEST_TIMEOUT_MS);

type Payload = Record<string, unknown>;

/** A command as Discord sends it, which one test then spoils. The fake knows it and takes answers to it. */
async function templateOf(discord: FakeDiscord): Promise<Payload> {
  const interaction = await discord.messageCommand('Analyse message', 'some text');
  await interaction.message();
  return structuredClone<Payload>(interaction.payload);
}

describe('payloads of odd forms', () => {
  it.each<[string, (payload: Payload) => unknown]>([
    ['null', () => null],
    ['an empty object', () => ({})],
    ['no data', (payload) => ({ ...payload, data: undefined })],
    ['data that is null', (payload) => ({ ...payload, data: null })],
    ['an unknown type', (payload) => ({ ...payload, type: 99 })],
    ['no user at all', (payload) => ({ ...payload, member: undefined, user: undefined })],
    ['entitlements that are null', (payload) => ({ ...payload, entitlements: null })],
    ['a target that is not there', (payload) => ({ ...payload, data: { ...(payload.data as object), resolved: {} } })],
  ])('do not end the bot: an interaction with %s', async (_what, spoil) => {
    await using discord = await startDiscord();
    await using running = await startBot(discord);
    const template = await templateOf(discord);

    discord.dispatch('INTERACTION_CREATE', spoil(template));
    const interaction = await discord.slash('analyze', { text: 'still there?' });

    expect((await interaction.message()).text).toContain('No fallacies found');
    expect(running.log.text).not.toContain(discord.token);
  });

  it.each(['MESSAGE_CREATE', 'GUILD_CREATE', 'GUILD_UPDATE', 'CHANNEL_CREATE', 'THREAD_LIST_SYNC', 'NO_SUCH_EVENT'])(
    'do not end the bot: %s',
    async (event) => {
      await using discord = await startDiscord();
      await using running = await startBot(discord);

      for (const payload of [null, {}, { id: null, components: null, channels: null, embeds: 5, guild_id: [], threads: null }]) {
        discord.dispatch(event, payload);
      }
      const interaction = await discord.slash('analyze', { text: 'still there?' });

      expect((await interaction.message()).text).toContain('No fallacies found');
      expectGoodManners(discord, running);
    },
  );

  it.each<[string, (payload: Payload) => unknown]>([
    ['entitlements that are null', (payload) => ({ ...payload, entitlements: null })],
    ['a target whose components are null', (payload) => withTarget(payload, { components: null })],
    ['a target without an author', (payload) => withTarget(payload, { author: null })],
  ])('get an answer all the same: %s', async (_what, spoil) => {
    await using discord = await startDiscord();
    await using running = await startBot(discord);
    const template = await templateOf(discord);

    discord.dispatch('INTERACTION_CREATE', spoil(template));
    const request = await discord.waitFor('the apology', () =>
      discord.requests.find(({ body }) => (body as { data?: { content?: string } } | undefined)?.data?.content === NOTICES.unreadableMessage),
    );

    expect(request.body).toMatchObject({ data: { flags: 64, allowed_mentions: { parse: [] } } });
    expect(running.log.lines).toContainEqual(
      expect.objectContaining({ event: 'INTERACTION_CREATE', msg: 'discord.js could not read an event' }),
    );
  });
});

function withTarget(payload: Payload, fields: object): unknown {
  const { data } = payload as { readonly data: { readonly resolved: { readonly messages: Readonly<Record<string, object>> } } };
  const messages = Object.entries(data.resolved.messages).map(([id, message]) => [id, { ...message, ...fields }]);
  return { ...payload, data: { ...data, resolved: { messages: Object.fromEntries(messages) as unknown } } };
}
