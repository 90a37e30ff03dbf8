import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { reloadConfig } from '@discord-intelligence/config';
import { startFakeOpenAI, temporaryFolder, text } from '@discord-intelligence/testing';
import { afterEach, describe, expect, it } from '@jest/globals';

import { LLMRouterSingleton } from '../src/llm-router-singleton.js';
import { metaOf } from '../src/trace/result-meta.js';

const before = { ...process.env };

function settings(values: Readonly<Record<string, string>>): void {
  process.env = { ...before, ...values };
  reloadConfig();
}

afterEach(async () => {
  await LLMRouterSingleton.reset();
  settings({});
});

describe('the router of the process', () => {
  it('is null while it is off, and when there is nothing to make one of', () => {
    settings({ OPENAI_API_KEY: 'sk-test' });
    expect([LLMRouterSingleton.isEnabled(), LLMRouterSingleton.get()]).toEqual([false, null]);
    settings({ ENABLE_LITELLM_ROUTER: 'true' });
    expect([LLMRouterSingleton.isEnabled(), LLMRouterSingleton.get()]).toEqual([true, null]);
  });

  it('is one and the same, made of two keys, and falls back between them', async () => {
    await using openai = await startFakeOpenAI();
    settings({ ENABLE_LITELLM_ROUTER: 'true', OPENROUTER_API_KEY: 'sk-or', OPENROUTER_BASE_URL: openai.provider('or').baseUrl, OPENAI_API_KEY: 'sk', OPENAI_BASE_URL: openai.provider('oa').baseUrl });
    openai.provider('or').always({ status: 401, body: { kind: 'json', value: { error: { message: 'no' } } } });
    openai.provider('oa').always(text('ok'));
    const router = LLMRouterSingleton.get()!;
    expect(LLMRouterSingleton.get()).toBe(router);
    expect(metaOf(await router.completion({ model: 'general', messages: [{ role: 'user', content: 'hi' }] }))?.servedBy).toBe('openai-general');
  });

  it('is made of the file that LITELLM_CONFIG names, with keys from the environment', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'router.yaml');
    await writeFile(path, 'deployments: {a: {provider: openai, model: m, keys: [env:MY_KEY]}}\ngroups: {g: [a]}\n');
    settings({ ENABLE_LITELLM_ROUTER: 'true', LITELLM_CONFIG: path });
    expect(() => LLMRouterSingleton.get()).toThrow('deployments.a.keys[0]: the variable MY_KEY is not set');
    settings({ ENABLE_LITELLM_ROUTER: 'true', LITELLM_CONFIG: path, MY_KEY: 'sk' });
    expect(Object.keys(LLMRouterSingleton.get()!.health().deployments)).toEqual(['a']);
  });
});
