import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { loadConfig } from '@discord-intelligence/config';
import { temporaryFolder } from '@discord-intelligence/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { configuredRouter } from '../../src/config/configured-router.js';
import { createRouter } from '../../src/create-router.js';

const BARE = 'deployments: {a: {provider: ollama, model: llama3.2, price: {in: 0, out: 0}}}\ngroups: {g: [a]}\n';
const VARIABLES = { LITELLM_REDIS_URL: 'redis://127.0.0.1:1', LITELLM_BUDGET_LIMIT: '25', LITELLM_CACHE_ENABLED: 'true', LITELLM_MAX_RETRIES: '1', LITELLM_ROUTING_STRATEGY: 'least-busy', LITELLM_FALLBACK_MODELS: 'x/y' };

describe('the configuration of a process', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => { folder = await temporaryFolder(); });
  afterAll(async () => { await folder[Symbol.asyncDispose](); });

  const configured = async (yaml: string, variables: Readonly<Record<string, string>>) => {
    const path = join(folder.path, 'router.yaml');
    await writeFile(path, yaml);
    return configuredRouter(loadConfig({ ...variables, LITELLM_CONFIG: path }), { environment: () => undefined });
  };

  it('takes from the variables what its file does not speak of', async () => {
    const config = await configured(BARE, { ...VARIABLES, OPENROUTER_API_KEY: 'sk-or' });
    expect(config).toMatchObject({
      redis: { expectedProcesses: 1 },
      budgets: [{ id: 'total', limit: 25, window: 'month' }],
      cache: { enabled: true, ttl: 3_600_000 },
      retry: { max: 1 },
      strategy: 'least-busy',
      fallbacks: { '*': ['x/y'] },
      groups: { g: ['a'], 'x/y': ['fallback-x/y'] },
    });
    expect(config?.deployments['fallback-x/y']).toMatchObject({ provider: 'openrouter', model: 'x/y' });
  });

  it('leaves to its file what that speaks of', async () => {
    const own = `${BARE}redis: {url: "redis://own:1", prefix: p}\nbudgets: []\ncache: {enabled: false}\nretry: {max: 7}\nstrategy: simple-shuffle\nfallbacks: {}\n`;
    expect(await configured(own, VARIABLES)).toMatchObject({ redis: { prefix: 'p' }, budgets: [], cache: { enabled: false }, retry: { max: 7 }, strategy: 'simple-shuffle', fallbacks: {}, groups: { g: ['a'] } });
  });

  it('does not take the defaults of variables that nobody has set', async () => {
    const config = await configured(BARE, {});
    expect(config).toMatchObject({ strategy: 'simple-shuffle', retry: {}, fallbacks: {}, budgets: [] });
    expect([config?.redis, config?.cache, config?.retry?.max]).toEqual([undefined, undefined, undefined]);
  });

  it('finds fallback models among the groups and deployments of its file', async () => {
    expect(await configured(BARE, { LITELLM_FALLBACK_MODELS: 'g,llama3.2' })).toMatchObject({ groups: { g: ['a'], 'llama3.2': ['a'] }, fallbacks: { '*': ['g', 'llama3.2'] } });
  });

  it('refuses a fallback model that nothing reaches', async () => {
    await expect(configured(BARE, { LITELLM_FALLBACK_MODELS: 'x/y' })).rejects.toThrow('LITELLM_FALLBACK_MODELS has "x/y"');
  });

  it('is made of a server of one\'s own that asks for no key', async () => {
    const config = configuredRouter(loadConfig({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', LITELLM_BUDGET_LIMIT: '1' }));
    expect(config?.deployments['openai-general']).toMatchObject({ provider: 'own-server', baseURL: 'http://127.0.0.1:11434/v1', price: { in: 0, out: 0 } });
    await using router = createRouter(config!);
    expect(Object.keys(router.health().deployments)).toEqual(['openai-general', 'openai-analysis']);
  });

  it('does not take OpenAI itself for a server that asks for no key', () => {
    expect(configuredRouter(loadConfig({ OPENAI_BASE_URL: 'https://api.openai.com/v1' }))).toBeUndefined();
  });
});
