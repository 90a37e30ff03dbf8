import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { createAnswerCheck } from './support/answer.js';
import { type SpawnedServer, spawnServer } from './support/spawn-server.js';

// A process of its own has to load everything from source first.
jest.setTimeout(60_000);

const KEY = 'a-long-key-0123456789';

describe('the program, running', () => {
  let server: SpawnedServer;
  let url: string;

  beforeAll(async () => {
    server = spawnServer({ API_KEYS: KEY });
    url = await server.url;
  });

  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  it('listens on this machine only and is ready', async () => {
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('has a page of documentation', async () => {
    expect((await fetch(`${url}/docs`)).status).toBe(200);
  });

  it('analyses a text, in the form that its document has', async () => {
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as object;
    const response = await fetch(`${url}/v1/analyze`, {
      method: 'POST',
      body: 'Everyone knows that this phone is the best. My opponent is a crook, so his tax plan must be rubbish.',
      headers: { 'content-type': 'text/plain', authorization: `Bearer ${KEY}` },
    });
    const { status, json } = await createAnswerCheck(() => document)('/v1/analyze', 'POST', response);
    const { analysis } = json as { analysis: { fallacy_analysis: { fallacies: { fallacy_type: string }[] } } };
    expect(status).toBe(200);
    expect(analysis.fallacy_analysis.fallacies.map(({ fallacy_type }) => fallacy_type)).toEqual(
      expect.arrayContaining(['appeal_to_popularity', 'ad_hominem']),
    );
  });

  it('asks for the keys it was given, and keeps them out of its log', async () => {
    const response = await fetch(`${url}/v1/topics`, { method: 'POST', body: 'a', headers: { 'content-type': 'text/plain' } });
    expect(response.status).toBe(401);
    expect(server.stdout() + server.stderr()).not.toContain(KEY);
  });
});

describe('the program, stopping', () => {
  it('goes at once when a person interrupts it', async () => {
    await using server = spawnServer();
    await server.url;
    server.process.kill('SIGINT');
    expect([await server.exitCode, server.stderr()]).toEqual([0, '']);
  });

  it('says 503 on /readyz for a while before it goes, when an orchestrator ends it', async () => {
    await using server = spawnServer();
    const url = await server.url;
    server.process.kill('SIGTERM');
    let status = 200;
    while (status === 200) ({ status } = await fetch(`${url}/readyz`));
    expect(status).toBe(503);
    expect(await server.exitCode).toBe(0);
    expect(server.stdout()).toContain('"isDrained":true');
  });
});

describe('the program, refusing to start', () => {
  it.each([
    ['because of a setting that cannot be used', { API_PORT: 'eighty' }, 'API_PORT'],
    ['because of a door to other machines without keys', { API_HOST: '0.0.0.0' }, 'API_KEYS'],
  ])('says in a sentence that it is %s', async (_name, settings, words) => {
    await using server = spawnServer(settings);
    expect(await server.exitCode).toBe(2);
    expect(server.stderr()).toContain(words);
    expect(server.stderr()).not.toMatch(/^\s+at /m);
  });

  it.each<readonly [string, Record<string, string>]>([
    ['', {}],
    [', and ends, with a router that goes on looking for its Redis', { ENABLE_LITELLM_ROUTER: 'true', OPENAI_API_KEY: 'sk-test-0123456789abcdef', LITELLM_BUDGET_LIMIT: '5', LITELLM_REDIS_URL: 'redis://127.0.0.1:1' }],
  ])('says so when its port is taken%s', async (_with, settings) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await using server = spawnServer({ API_PORT: String(port), ...settings });
    expect(await server.exitCode).toBe(1);
    expect(server.stderr()).toMatch(new RegExp(`^Another program listens on 127\\.0\\.0\\.1:${port} already.*\n$`));
    other.close();
  });
});
