import { EventEmitter } from 'node:events';

import { describe, expect, it, jest } from '@jest/globals';
import { loadConfig } from '@discord-intelligence/config';
import type { FakeDiscord } from '@discord-intelligence/testing';

import { run, type RunOptions } from '../src/run.js';

import { startDiscord, TEST_TIMEOUT_MS } from './support/start-bot.js';

jest.setTimeout(TEST_TIMEOUT_MS);

/** A process as the program sees it. */
function fakeProcess(environment: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const end = new AbortController();
  const errors = new EventEmitter();
  const written = { stdout: '', stderr: '' };
  const options: RunOptions = {
    args,
    getConfig: () => loadConfig(environment),
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    errors,
    signal: end.signal,
  };
  return { end, errors, written, code: run(options) };
}

const settingsFor = (discord: FakeDiscord) => ({ DISCORD_BOT_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });

describe('the program', () => {
  it('ends with 2 without a token, and says what to set', async () => {
    const { code, written } = fakeProcess({});

    expect(await code).toBe(2);
    expect(written.stderr).toMatch(/^DISCORD_BOT_TOKEN is not set\. Set it to/);
    expect(written.stdout).toBe('');
  });

  it('ends with 2 on settings that cannot be used, and names all of them', async () => {
    const { code, written } = fakeProcess({ DISCORD_GUILD_ID: 'my server', DISCORD_APPLICATION_ID: 'x' });

    expect(await code).toBe(2);
    expect(written.stderr).toContain('DISCORD_GUILD_ID');
    expect(written.stderr).toContain('DISCORD_APPLICATION_ID');
    expect(written.stderr).not.toContain('    at ');
  });

  it.each([[['serve']], [['register', 'now']], [['--token', 'x']]])('ends with 2 on arguments it does not know: %j', async (args) => {
    const { code, written } = fakeProcess({}, args);

    expect(await code).toBe(2);
    expect(written.stderr).toContain('Usage: ');
  });

  it('explains itself', async () => {
    const { code, written } = fakeProcess({}, ['--help']);

    expect(await code).toBe(0);
    expect(written.stderr).toContain('register: registers the commands');
  });

  it('runs until it is asked to end, and then ends with 0', async () => {
    await using discord = await startDiscord();
    const { code, end, written } = fakeProcess(settingsFor(discord));
    const interaction = await discord.slash('analyze', { text: 'Everyone believes this, so it must be true.' });
    const message = await interaction.message();
    end.abort();

    expect(await code).toBe(0);
    expect(message.text).toContain('Method: ');
    expect(written.stderr).toBe('');
    expect(written.stdout).not.toContain(discord.token);
    discord.expectNoViolations();
  });

  it('ends with 0 when it is asked to end before it is connected', async () => {
    await using discord = await startDiscord();
    const { code, end } = fakeProcess(settingsFor(discord));
    end.abort();

    expect(await code).toBe(0);
  });

  it('ends with 4 on a wrong token, and says what to do', async () => {
    await using discord = await startDiscord();
    const wrong = `${Buffer.from(discord.applicationId).toString('base64')}.wrong.token-of-the-test`;
    const { code, written } = fakeProcess({ ...settingsFor(discord), DISCORD_BOT_TOKEN: wrong });

    expect(await code).toBe(4);
    expect(written.stderr).toContain('Discord refused the token');
    expect(written.stdout + written.stderr).not.toContain(wrong);
  });

  it('ends with 4 when Discord ends the connection for good', async () => {
    await using discord = await startDiscord();
    const { code, written } = fakeProcess(settingsFor(discord));
    const interaction = await discord.slash('analyze', { text: 'some words' });
    await interaction.message();
    discord.dropConnections(4014);

    expect(await code).toBe(4);
    expect(written.stderr).toContain('privileged intent');
  });

  it('goes on after a rejection that nobody handled, and ends with 1 after an exception that nobody caught', async () => {
    await using discord = await startDiscord();
    const { code, errors, written } = fakeProcess(settingsFor(discord));
    await (await discord.slash('analyze', { text: 'one' })).message();
    errors.emit('unhandledRejection', new TypeError('my private text'));
    const answered = await (await discord.slash('analyze', { text: 'two' })).message();
    errors.emit('uncaughtException', new TypeError('my private text'));

    expect(await code).toBe(1);
    expect(answered.text).toContain('Method: ');
    expect(written.stdout).toContain('a rejection was not handled');
    expect(written.stdout).toContain('an exception was not caught');
    expect(written.stdout).not.toContain('my private text');
  });
});

describe('register', () => {
  it('registers the commands, writes nothing the second time, and never connects', async () => {
    await using discord = await startDiscord();
    const first = fakeProcess(settingsFor(discord), ['register']);
    const firstCode = await first.code;
    const second = fakeProcess(settingsFor(discord), ['register']);

    expect([firstCode, await second.code]).toEqual([0, 0]);
    expect(discord.commands).toHaveLength(2);
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(discord.gateway.identifies).toBe(0);
    expect(second.written.stdout).toContain('the commands are up to date');
    discord.expectNoViolations();
  });

  it('ends with 4 when Discord refuses, and says what to look at', async () => {
    await using discord = await startDiscord();
    discord.failNext({ status: 403, code: 50_001, path: '/commands' });
    const { code, written } = fakeProcess({ ...settingsFor(discord), DISCORD_GUILD_ID: discord.guild.id }, ['register']);

    expect(await code).toBe(4);
    expect(written.stderr).toContain('DISCORD_GUILD_ID');
  });
});
