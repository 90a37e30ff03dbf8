import { describe, expect, it, jest } from '@jest/globals';
import { startFakeDiscord } from '@discord-intelligence/testing';

import { loadDiscordOpenApi } from '../../src/discord/open-api/discord-open-api.js';
import { startRawBot } from '../support/raw-bot.js';

// Logging a real client in takes its time on a busy machine.
jest.setTimeout(60_000);

const openApi = loadDiscordOpenApi();
if (!openApi) console.warn("Skipped: Discord's OpenAPI document does not lie at ../shared/reference/discord-openapi.json beside the repository.");

describe('without the document', () => {
  it('loads nothing, and says so', () => {
    expect(loadDiscordOpenApi('/')).toBeUndefined();
  });
});

const withDocument = openApi ? describe : describe.skip;

withDocument("Discord's OpenAPI document by itself", () => {
  const long = (length: number) => 'x'.repeat(length);
  const embed = (more: object) => ({ embeds: [more] });
  const messages = '/channels/1/messages';

  it.each<[string, string, string, unknown, string]>([
    ['a command name of 33', 'PUT', '/applications/1/commands', [{ name: long(33), description: 'd', type: 1 }], '0.name'],
    ['a command description of 101', 'PUT', '/applications/1/commands', [{ name: 'x', description: long(101), type: 1 }], '0.description'],
    ['an embed title of 257', 'POST', messages, embed({ title: long(257) }), 'embeds.0.title'],
    ['a field value of 1025', 'POST', messages, embed({ fields: [{ name: 'n', value: long(1025) }] }), 'embeds.0.fields.0.value'],
    ['11 embeds', 'POST', messages, { embeds: Array.from({ length: 11 }, () => ({})) }, 'embeds'],
  ])('rejects %s', (_what, method, path, body, field) => {
    expect(openApi?.checkRequest(method, path, new URLSearchParams(), body)?.map((issue) => issue.field)).toContain(field);
  });

  it('knows which paths there are', () => {
    expect(openApi?.checkRequest('GET', '/nonsense', new URLSearchParams(), undefined)).toBeUndefined();
    expect(openApi?.checkRequest('PATCH', '/webhooks/1/token/messages/@original', new URLSearchParams(), { content: 'x' })).toEqual([]);
  });

  it('takes permissions as text, as every client writes them', () => {
    const commands = [{ name: 'x', description: 'd', type: 1, default_member_permissions: '32' }];

    expect(openApi?.checkRequest('PUT', '/applications/1/commands', new URLSearchParams(), commands)).toEqual([]);
  });
});

withDocument("a fake with Discord's OpenAPI document", () => {
  it.each<[string, string, string, unknown, string]>([
    ['a wrong type that our own checks do not look at', 'POST', '/channels/{channel}/messages', { content: 'x', tts: 'loud' }, 'tts'],
    ['a query parameter that does not exist', 'GET', '/channels/{channel}/messages?page=2', undefined, '?page'],
  ])('refuses %s', async (_what, method, path, body, field) => {
    await using discord = await startFakeDiscord();
    await using bot = await startRawBot(discord);

    const { status } = await bot.send(method, path.replace('{app}', discord.applicationId).replace('{channel}', discord.channel.id), body);

    expect(discord.openApi).toBe('checked');
    expect(status).toBe(400);
    expect(discord.violations.filter(({ rule }) => rule === 'open-api').map((violation) => violation.field)).toContain(field);
  });

  it('finds nothing to complain about in the answers of the fake itself', async () => {
    await using discord = await startFakeDiscord();
    await using bot = await startRawBot(discord);
    const misfits: unknown[] = [];
    const send = async (method: string, path: string, body?: unknown) => {
      const reply = await bot.send(method, path, body);
      const [pathname = ''] = path.split('?');
      const issues = openApi?.checkReply(method, decodeURIComponent(pathname), reply.status, reply.text === '' ? undefined : reply.body);
      if (issues === undefined || issues.length > 0) misfits.push({ method, path, status: reply.status, issues: issues ?? 'not described' });
      return reply;
    };
    const app = `/applications/${discord.applicationId}`;
    const messages = `/channels/${discord.channel.id}/messages`;

    await send('GET', '/gateway');
    await send('GET', '/gateway/bot');
    await send('GET', '/users/@me');
    await send('GET', '/applications/@me');
    await send('GET', `/users/${discord.someone.id}`);
    await send('GET', `/channels/${discord.channel.id}`);
    await send('GET', `/guilds/${discord.guild.id}`);
    await send('GET', `/guilds/${discord.guild.id}/members/${discord.someone.id}`);
    await send('POST', '/users/@me/channels', { recipient_id: discord.someone.id });
    await send('PUT', `${app}/commands`, [{ name: 'ping', description: 'd', options: [{ name: 'o', description: 'd', type: 3 }] }]);
    await send('GET', `${app}/commands`);
    await send('PUT', `${app}/guilds/${discord.guild.id}/commands`, [{ name: 'Look', type: 3 }]);
    const sent = await send('POST', messages, {
      content: `hi <@${discord.someone.id}>`,
      embeds: [{ title: 't', fields: [{ name: 'n', value: 'v' }] }],
      components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] }],
    });
    await send('POST', messages, { content: 'answer', message_reference: { message_id: sent.body.id } });
    await send('GET', `${messages}?limit=10`);
    await send('PATCH', `${messages}/${String(sent.body.id)}`, { content: 'edited' });
    await send('POST', `/channels/${discord.channel.id}/typing`);
    await send('DELETE', `${messages}/${String(sent.body.id)}`);
    await send('POST', messages, { flags: 32_768, components: [
        { type: 17, components: [
          { type: 10, content: 'hi' },
          { type: 9, components: [{ type: 10, content: 'hi' }], accessory: { type: 11, media: { url: 'https://example.com/a.png' } } },
          { type: 14 },
          { type: 12, items: [{ media: { url: 'https://example.com/a.png' } }] },
          { type: 1, components: [{ type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }] }] },
        ] },
      ] });
    const interaction = await discord.slash('ping');
    await send('POST', `/interactions/${interaction.id}/${String(interaction.payload.token)}/callback?with_response=true`, { type: 4, data: { content: 'ping' } });
    await send('PATCH', bot.webhook(interaction, '/messages/@original'), { content: 'pong' });
    await send('GET', bot.webhook(interaction, '/messages/@original'));
    await send('POST', `${bot.webhook(interaction)}?wait=true`, { content: 'more' });
    await send('DELETE', bot.webhook(interaction, '/messages/@original'));

    expect(misfits).toEqual([]);
    discord.expectNoViolations();
  });
});
