import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startFakeDiscord, type FakeDiscord, type Violation } from '@discord-intelligence/testing';

import { startRawBot, type RawBot } from '../support/raw-bot.js';

// Logging a real client in takes its time on a busy machine.
jest.setTimeout(60_000);

let discord: FakeDiscord;
let bot: RawBot;

beforeAll(async () => {
  discord = await startFakeDiscord();
  bot = await startRawBot(discord);
});

afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  await discord[Symbol.asyncDispose]();
});

/** Sends a request and answers the form violations that it caused. */
async function broken(method: string, path: string, body: unknown): Promise<{ status: number; code: unknown; form: Violation[] }> {
  const before = discord.violations.length;
  const reply = await bot.send(method, path, body);
  return { status: reply.status, code: reply.body.code, form: discord.violations.slice(before).filter(({ rule }) => rule === 'form') };
}

const long = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const button = (index: number, more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: `b${index}`, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const option = (index: number) => ({ label: `o${index}`, value: `v${index}` });
const select = (more: object = {}) => ({ type: 3, custom_id: 's', options: [option(0)], ...more });
const text = (content: string) => ({ type: 10, content });
const v2 = (...components: object[]) => ({ flags: 32_768, components });

describe('limits of a message', () => {
  it.each<[string, object, string]>([
    ['content of 2001 characters', { content: long(2001) }, 'content'],
    ['content that is no text', { content: 5 }, 'content'],
    ['11 embeds', { embeds: many(11, () => ({ title: 'x' })) }, 'embeds'],
    ['an embed title of 257', { embeds: [{ title: long(257) }] }, 'embeds.0.title'],
    ['an embed description of 4097', { embeds: [{ description: long(4097) }] }, 'embeds.0.description'],
    ['26 embed fields', { embeds: [{ fields: many(26, () => ({ name: 'n', value: 'v' })) }] }, 'embeds.0.fields'],
    ['a field name of 257', { embeds: [{ fields: [{ name: long(257), value: 'v' }] }] }, 'embeds.0.fields.0.name'],
    ['a field value of 1025', { embeds: [{ fields: [{ name: 'n', value: long(1025) }] }] }, 'embeds.0.fields.0.value'],
    ['a field value of blanks', { embeds: [{ fields: [{ name: 'n', value: '  ' }] }] }, 'embeds.0.fields.0.value'],
    ['a footer of 2049', { embeds: [{ footer: { text: long(2049) } }] }, 'embeds.0.footer.text'],
    ['an author of 257', { embeds: [{ author: { name: long(257) } }] }, 'embeds.0.author.name'],
    ['an empty embed', { embeds: [{}] }, 'embeds.0.description'],
    ['an embed link with another scheme', { embeds: [{ title: 'x', url: 'javascript:alert(1)' }] }, 'embeds.0.url'],
    ['6001 characters over two embeds', { embeds: [{ description: long(3000) }, { description: long(3001) }] }, 'embeds'],
    ['6 action rows', { content: 'x', components: many(6, (index) => row(button(index))) }, 'components'],
    ['6 buttons in a row', { content: 'x', components: [row(...many(6, (index) => button(index)))] }, 'components.0.components'],
    ['an empty row', { content: 'x', components: [row()] }, 'components.0.components'],
    ['a select beside a button', { content: 'x', components: [row(button(0), select())] }, 'components.0.components'],
    ['a button label of 81', { content: 'x', components: [row(button(0, { label: long(81) }))] }, 'components.0.components.0.label'],
    ['a custom_id of 101', { content: 'x', components: [row(button(0, { custom_id: long(101) }))] }, 'components.0.components.0.custom_id'],
    ['the same custom_id twice', { content: 'x', components: [row(button(0), button(0))] }, 'components.0.components.1.custom_id'],
    ['a button without label or emoji', { content: 'x', components: [row(button(0, { label: undefined }))] }, 'components.0.components.0'],
    ['a link button with a custom_id', { content: 'x', components: [row(button(0, { style: 5, url: 'https://example.com' }))] }, 'components.0.components.0'],
    ['26 select options', { content: 'x', components: [row(select({ options: many(26, option) }))] }, 'components.0.components.0.options'],
    ['the same option value twice', { content: 'x', components: [row(select({ options: [option(0), option(0)] }))] }, 'components.0.components.0.options.1.value'],
    ['a placeholder of 151', { content: 'x', components: [row(select({ placeholder: long(151) }))] }, 'components.0.components.0.placeholder'],
    ['a text display without the v2 flag', { content: 'x', components: [text('hi')] }, 'components.0.type'],
    ['content with components v2', { ...v2(text('hi')), content: 'x' }, 'content'],
    ['embeds with components v2', { ...v2(text('hi')), embeds: [{ title: 'x' }] }, 'embeds'],
    ['41 components', v2(...many(41, () => text('x'))), 'components'],
    ['41 components, nested', v2({ type: 17, components: many(40, () => text('x')) }), 'components'],
    ['4001 characters of text displays', v2(text(long(2000)), text(long(2001))), 'components'],
    ['a container in a container', v2({ type: 17, components: [{ type: 17, components: [text('x')] }] }), 'components.0.components.0.type'],
    ['a section without accessory', v2({ type: 9, components: [text('x')] }), 'components.0.accessory'],
    ['4 texts in a section', v2({ type: 9, components: many(4, () => text('x')), accessory: button(0) }), 'components.0.components'],
    ['11 gallery items', v2({ type: 12, items: many(11, () => ({ media: { url: 'https://example.com/a.png' } })) }), 'components.0.items'],
    ['a file that was not uploaded', v2({ type: 13, file: { url: 'attachment://no.txt' } }), 'components.0.file.url'],
    ['a mention kind both parsed and listed', { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }, 'allowed_mentions'],
    ['an unknown mention kind', { content: 'x', allowed_mentions: { parse: ['all'] } }, 'allowed_mentions.parse.0'],
    ['an attachment without its part', { content: 'x', attachments: [{ id: 0, filename: 'a.txt' }] }, 'attachments.0.id'],
    ['a nonce of 26', { content: 'x', nonce: long(26) }, 'nonce'],
    ['a reply to nothing', { content: 'x', message_reference: { message_id: '12345' } }, 'message_reference'],
  ])('refuse %s', async (_what, body, field) => {
    const { status, code, form } = await broken('POST', `/channels/${discord.channel.id}/messages`, body);

    expect({ status, code }).toEqual({ status: 400, code: 50_035 });
    expect(form.map((violation) => violation.field)).toContain(field);
  });

  it.each<[string, object]>([
    ['2000 characters', { content: long(2000) }],
    ['embeds of 6000 characters', { embeds: [{ title: long(256), description: long(4096) }, { description: long(1648) }] }],
    ['5 rows of 5 buttons', { content: 'x', components: many(5, (index) => row(...many(5, (at) => button(index * 5 + at)))) }],
    ['40 components with 4000 characters', v2(...many(40, () => text(long(100))))],
    ['a section with a thumbnail', v2({ type: 9, components: [text('x')], accessory: { type: 11, media: { url: 'https://example.com/a.png' } } })],
  ])('allow %s', async (_what, body) => {
    const { status, form } = await broken('POST', `/channels/${discord.channel.id}/messages`, body);

    expect({ status, form }).toEqual({ status: 200, form: [] });
  });

  it.each<[string, object, number]>([
    ['an empty message', { content: ' ' }, 50_006],
    ['a message of buttons alone', { components: [row(button(0))] }, 50_006],
  ])('refuse %s', async (_what, body, expected) => {
    const { status, code } = await broken('POST', `/channels/${discord.channel.id}/messages`, body);

    expect({ status, code }).toEqual({ status: 400, code: expected });
  });

  it('refuse the way back from components v2', async () => {
    const made = await bot.send('POST', `/channels/${discord.channel.id}/messages`, v2(text('hi')));

    const { form } = await broken('PATCH', `/channels/${discord.channel.id}/messages/${String(made.body.id)}`, { content: 'x', flags: 0 });

    expect(form.map(({ field }) => field)).toEqual(['content']);
  });

  it('keep the components v2 flag whatever an edit says', async () => {
    const made = await bot.send('POST', `/channels/${discord.channel.id}/messages`, v2(text('hi')));

    const edited = await bot.send('PATCH', `/channels/${discord.channel.id}/messages/${String(made.body.id)}`, { flags: 0, components: [text('ho')] });

    expect(edited).toMatchObject({ status: 200, body: { flags: 32_768 } });
  });

  it('note a file that components v2 do not show', async () => {
    const form = new FormData();
    form.set('payload_json', JSON.stringify(v2(text('hi'))));
    form.set('files[0]', new Blob(['x'], { type: 'text/plain' }), 'hidden.txt');
    const before = discord.violations.length;

    const { status } = await bot.send('POST', `/channels/${discord.channel.id}/messages`, form);

    expect(status).toBe(200);
    expect(discord.violations.slice(before).map(({ rule, detail }) => [rule, detail.includes('"hidden.txt"')])).toEqual([['ineffective', true]]);
  });

  it('refuse a file of more than 10 MiB and an 11th file', async () => {
    const tooLarge = new FormData();
    tooLarge.set('files[0]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'large.bin');
    const tooMany = new FormData();
    for (const index of many(11, (at) => at)) tooMany.set(`files[${index}]`, new Blob(['x']), `${index}.txt`);

    expect(await broken('POST', `/channels/${discord.channel.id}/messages`, tooLarge)).toMatchObject({ status: 413, code: 40_005 });
    expect(await broken('POST', `/channels/${discord.channel.id}/messages`, tooMany)).toMatchObject({ status: 400, code: 50_035 });
  });
});

describe('limits of commands', () => {
  const command = (more: object = {}) => ({ name: 'ok', description: 'd', type: 1, ...more });
  const put = (commands: unknown) => broken('PUT', `/applications/${discord.applicationId}/commands`, commands);
  const choice = (index: number) => ({ name: `c${index}`, value: `v${index}` });
  const stringOption = (more: object = {}) => ({ name: 'o', description: 'd', type: 3, ...more });

  it.each<[string, unknown, string]>([
    ['a name of 33', [command({ name: long(33) })], '0.name'],
    ['a name with capitals', [command({ name: 'Analyze' })], '0.name'],
    ['a name with a blank', [command({ name: 'a b' })], '0.name'],
    ['a description of 101', [command({ description: long(101) })], '0.description'],
    ['no description', [command({ description: undefined })], '0.description'],
    ['the same name twice', [command(), command()], '1.name'],
    ['26 options', [command({ options: many(26, (index) => stringOption({ name: `o${index}` })) })], '0.options'],
    ['26 choices', [command({ options: [stringOption({ choices: many(26, choice) })] })], '0.options.0.choices'],
    ['a choice name of 101', [command({ options: [stringOption({ choices: [{ name: long(101), value: 'x' }] })] })], '0.options.0.choices.0.name'],
    ['autocomplete with choices', [command({ options: [stringOption({ autocomplete: true, choices: [choice(0)] })] })], '0.options.0.autocomplete'],
    ['a required option after an optional one', [command({ options: [stringOption(), stringOption({ name: 'p', required: true })] })], '0.options.1'],
    ['a context menu with a description', [{ name: 'Look', type: 3, description: 'd' }], '0.description'],
    ['a localised description of 101', [command({ description_localizations: { de: long(101) } })], '0.description_localizations.de'],
    ['8001 characters in one command', [command({ options: many(25, (at) => stringOption({ name: `o${at}`, choices: many(25, (index) => ({ name: `${index}${long(20)}`, value: `${index}` })) })) })], '0.options'],
    ['101 slash commands', many(101, (index) => command({ name: `c${index}` })), '_errors'],
    ['16 message menus', many(16, (index) => ({ name: `m${index}`, type: 3 })), '_errors'],
  ])('refuse %s', async (_what, commands, field) => {
    const { status, code, form } = await put(commands);

    expect({ status, code }).toEqual({ status: 400, code: 50_035 });
    expect(form.map((violation) => violation.field)).toContain(field);
  });

  it('allow the full house', async () => {
    const { status, form } = await put([
      ...many(100, (index) => command({ name: `c${index}`, options: [stringOption({ choices: many(25, choice) })] })),
      ...many(15, (index) => ({ name: `Menu ${index}`, type: 3 })),
    ]);

    expect({ status, form }).toEqual({ status: 200, form: [] });
    expect(discord.commands).toHaveLength(115);
  });

  it('register, read, change and remove one command of a guild', async () => {
    const path = `/applications/${discord.applicationId}/guilds/${discord.guild.id}/commands`;

    const made = await bot.send('POST', path, command({ name: 'mine' }));
    const changed = await bot.send('PATCH', `${path}/${String(made.body.id)}`, { description: 'new' });
    const read = await bot.send('GET', `${path}/${String(made.body.id)}`);
    const removed = await bot.send('DELETE', `${path}/${String(made.body.id)}`);
    const gone = await bot.send('GET', `${path}/${String(made.body.id)}`);

    expect(made.status).toBe(201);
    expect(changed.body).toMatchObject({ id: made.body.id, description: 'new' });
    expect(read.body).toEqual(changed.body);
    expect(removed).toMatchObject({ status: 204, text: '' });
    expect(removed.headers.get('content-type')).toBeNull();
    expect(gone).toMatchObject({ status: 404, body: { code: 10_063 } });
  });
});

describe('limits of answers', () => {
  const modal = (more: object = {}) => ({ title: 't', custom_id: 'm', components: [label()], ...more });
  const label = (more: object = {}) => ({ type: 18, label: 'l', component: { type: 4, custom_id: 'i', style: 1 }, ...more });

  it.each<[string, number, object, string]>([
    ['a modal title of 46', 9, modal({ title: long(46) }), 'data.title'],
    ['a modal custom_id of 101', 9, modal({ custom_id: long(101) }), 'data.custom_id'],
    ['6 components in a modal', 9, modal({ components: many(6, (index) => label({ component: { type: 4, custom_id: `i${index}`, style: 1 } })) }), 'data.components'],
    ['a label of 46', 9, modal({ components: [label({ label: long(46) })] }), 'data.components.0.label'],
    ['a button in a modal', 9, modal({ components: [row(button(0))] }), 'data.components.0.components.0.type'],
    ['a radio group of one', 9, modal({ components: [label({ component: { type: 21, custom_id: 'r', options: [option(0)] } })] }), 'data.components.0.component.options'],
    ['11 files to upload', 9, modal({ components: [label({ component: { type: 19, custom_id: 'f', max_values: 11 } })] }), 'data.components.0.component.max_values'],
    ['a text input of more than 4000', 9, modal({ components: [label({ component: { type: 4, custom_id: 'i', style: 1, max_length: 4001 } })] }), 'data.components.0.component.max_length'],
    ['an answer of 2001 characters', 4, { content: long(2001) }, 'data.content'],
    ['a deferral with the v2 flag', 5, { flags: 32_768 }, 'data.flags'],
    ['suggestions for a command', 8, { choices: [] }, 'type'],
    ['an update without a message', 7, { content: 'x' }, 'type'],
  ])('refuse %s', async (_what, type, data, field) => {
    await bot.send('PUT', `/applications/${discord.applicationId}/commands`, [{ name: 'ok', description: 'd' }]);
    const interaction = await discord.slash('ok');
    const before = discord.violations.length;

    const { status, body } = await bot.answer(interaction, type, data);

    expect({ status, code: body.code }).toEqual({ status: 400, code: 50_035 });
    expect(discord.violations.slice(before).filter(({ rule }) => rule === 'form').map((violation) => violation.field)).toContain(field);
  });

  it('refuse 26 suggestions', async () => {
    await bot.send('PUT', `/applications/${discord.applicationId}/commands`, [
      { name: 'find', description: 'd', options: [{ name: 'id', description: 'd', type: 3, autocomplete: true }] },
    ]);
    const interaction = await discord.autocomplete('find', { id: 'a' }, 'id');

    const { body } = await bot.answer(interaction, 8, { choices: many(26, (index) => ({ name: `c${index}`, value: 'v' })) });

    expect(body).toMatchObject({
      code: 50_035,
      errors: { data: { choices: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 25 or fewer in length.' }] } } },
    });
  });
});
