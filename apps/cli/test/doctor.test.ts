import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Finding } from '../src/doctor/check.js';
import { run } from '../src/run.js';
import { anOutcome, aReport, aReportOf } from './support/a-report.js';
import { createFakeIo, type FakeIoOptions } from './support/fake-io.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-doctor-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The exit code and the findings by name. */
async function examine(options: FakeIoOptions = {}) {
  const io = createFakeIo(options);
  const code = await run(['doctor', '--json', '-v'], io);
  const { healthy, checks } = JSON.parse(io.said.stdout) as { healthy: boolean; checks: Finding[] };
  return { code, healthy, checks, find: (name: string) => checks.find((check) => check.name === name), said: io.said };
}

describe('doctor', () => {
  it('finds nothing broken where nothing is configured', async () => {
    const { code, healthy, find } = await examine();
    expect(code).toBe(0);
    expect(healthy).toBe(true);
    expect(find('Node.js')).toMatchObject({ status: 'ok', detail: process.version });
    expect(find('Offline analysis')).toMatchObject({ status: 'ok', detail: expect.stringContaining('5 analyses by patterns') });
    expect(find('ENABLE_LOGFIRE')).toMatchObject({ status: 'off' });
    expect(find('DISCORD_BOT_TOKEN')).toMatchObject({ status: 'off', detail: 'not set' });
    expect(find('ffmpeg')).toMatchObject({ status: 'off', action: expect.stringContaining('apt install ffmpeg') });
  });

  it('says what to do about everything that is off or broken', async () => {
    const { checks } = await examine();
    expect(checks.filter(({ status, action }) => status !== 'ok' && action === undefined)).toEqual([]);
  });

  it('sees keys without showing them', async () => {
    const environment = { OPENAI_API_KEY: 'sk-0123456789abcdef', DISCORD_BOT_TOKEN: 'abcdefghijklmnop' };
    const { find, said } = await examine({ environment });
    expect(find('OPENAI_API_KEY')).toEqual({ name: 'OPENAI_API_KEY', status: 'ok', detail: 'set' });
    expect(find('DISCORD_BOT_TOKEN')).toMatchObject({ status: 'ok' });
    expect(said.stdout).not.toMatch(/0123456789|abcdefghij/);
  });

  it('looks for programs along the path, and only for those that can be run', async () => {
    await writeFile(join(folder, 'ffmpeg'), '');
    await chmod(join(folder, 'ffmpeg'), 0o755);
    await writeFile(join(folder, 'redis-server'), '');
    await chmod(join(folder, 'redis-server'), 0o644);
    const { find } = await examine({ environment: { PATH: `relative:${folder}` } });
    expect(find('ffmpeg')).toMatchObject({ status: 'ok', detail: join(folder, 'ffmpeg') });
    // Root may run anything that has one executable bit, and this file has none.
    expect(find('redis-server')).toMatchObject({ status: 'off' });
  });

  it('names every setting that cannot be used, goes on with the rest, and ends with 2', async () => {
    const { code, healthy, find } = await examine({ environment: { INSTRUCTOR_TIMEOUT: 'soon', ENABLE_LOGFIRE: 'perhaps' } });
    expect({ code, healthy }).toEqual({ code: 2, healthy: false });
    expect(find('INSTRUCTOR_TIMEOUT')).toMatchObject({ status: 'problem', action: expect.stringContaining('Allowed') });
    expect(find('ENABLE_LOGFIRE')).toMatchObject({ status: 'problem' });
    expect(find('Offline analysis')).toMatchObject({ status: 'ok' });
  });

  it('reaches a Redis that is configured and there', async () => {
    const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const environment = { LITELLM_REDIS_URL: `redis://:hunter2@127.0.0.1:${port}/0` };
    const there = await examine({ environment });
    expect(there.find('LITELLM_REDIS_URL')).toMatchObject({ status: 'ok' });
    await new Promise((resolve) => server.close(resolve));
    const gone = await examine({ environment });
    expect(gone.find('LITELLM_REDIS_URL')).toMatchObject({ status: 'problem' });
    expect(gone.code).toBe(2);
    expect(gone.said.stdout).not.toContain('hunter2');
  });

  it.each([
    ['a router without its file', { ENABLE_LITELLM_ROUTER: 'true', LITELLM_CONFIG: '/no/such/file.yaml' }, 'ENABLE_LITELLM_ROUTER'],
    ['traces that go nowhere', { ENABLE_LOGFIRE: 'true' }, 'ENABLE_LOGFIRE'],
  ])('calls %s a problem', async (_, environment, name) => {
    const { code, find } = await examine({ environment });
    expect(code).toBe(2);
    expect(find(name)).toMatchObject({ status: 'problem', action: expect.any(String) });
  });

  it('is content with traces that go to a collector', async () => {
    const environment = { ENABLE_LOGFIRE: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' };
    expect(await examine({ environment })).toMatchObject({ code: 0 });
  });

  it('does not trust an analysis that fails or finds nothing', async () => {
    const blind = await examine({ analyzeText: async () => aReportOf() });
    expect(blind.find('Offline analysis')).toMatchObject({ status: 'problem' });
    const outcomes = { topics: anOutcome({ status: 'failed', reason: 'it broke' }) };
    const broken = await examine({ analyzeText: async () => aReport({ outcomes }) });
    expect(broken.find('Offline analysis')).toMatchObject({ status: 'problem', detail: 'failed: topics' });
  });

  it('is readable as a text', async () => {
    const io = createFakeIo();
    expect(await run(['doctor'], io)).toBe(0);
    expect(io.said.stdout).toMatch(/^ok {7}Node\.js/);
    expect(io.said.stdout).toMatch(/Nothing that is configured is broken\.\n$/);
    expect(Math.max(...io.said.stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });
});
