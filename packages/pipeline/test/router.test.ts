import { writeFile } from 'node:fs/promises';

import { loadConfig } from '@discord-intelligence/config';
import { failure, startFakeOpenAI, temporaryFolder } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { createLanguageModels, createTextAnalyzer, planLanguageModels } from '../src/index.js';
import { answerAll } from './support/answering-model.js';

const TEXT = 'Everyone knows that the plan is good, so nobody should listen to its critics.';
const OPENAI_API_KEY = 'sk-test-0123456789abcdef';
const OPENROUTER_API_KEY = 'sk-or-v1-0123456789abcdef';
const ON = { ENABLE_LITELLM_ROUTER: 'true', LITELLM_MAX_RETRIES: '0', INSTRUCTOR_MAX_RETRIES: '0' };

describe('analyses over the router', () => {
  it('with two keys and no file fall back from OpenRouter to OpenAI, and tell the model and the cost', async () => {
    await using server = await startFakeOpenAI();
    const openrouter = server.provider('openrouter');
    openrouter.always(failure(503));
    answerAll(server);
    const config = loadConfig({ ...ON, OPENAI_API_KEY, OPENROUTER_API_KEY, OPENAI_BASE_URL: server.baseUrl, OPENROUTER_BASE_URL: openrouter.baseUrl, OPENAI_MODEL: 'gpt-4o-mini' });
    expect(planLanguageModels(config)).toEqual({ provider: 'router', from: 'keys', group: undefined });
    await using languageModels = (await createLanguageModels(config))!;

    const report = await createTextAnalyzer({ languageModels })(TEXT, { only: ['fallacies'] });

    expect(report.status).toBe('success');
    expect(report.outcomes.fallacies).toMatchObject({ analysis_method: 'llm_instructor', model: 'gpt-4o-mini' });
    expect(report.outcomes.fallacies!.cost_usd).toBeGreaterThan(0);
    expect(openrouter.calls.length).toBeGreaterThan(0);
  });

  it('come by patterns when every provider is down', async () => {
    await using server = await startFakeOpenAI();
    server.always(failure(503));
    const config = loadConfig({ ...ON, OPENAI_API_KEY, OPENAI_BASE_URL: server.baseUrl });
    await using languageModels = (await createLanguageModels(config))!;

    const report = await createTextAnalyzer({ languageModels })(TEXT, { only: ['fallacies'] });

    expect(report).toMatchObject({ status: 'degraded', outcomes: { fallacies: { analysis_method: 'pattern_matching' } } });
    expect(report.analysis?.fallacy_analysis?.fallacies).not.toHaveLength(0);
  });

  it('take chains and use cases from the file', async () => {
    await using server = await startFakeOpenAI();
    const [broken, sound] = [server.provider('broken'), server.provider('sound')];
    broken.always(failure(500));
    answerAll(sound);
    await using folder = await temporaryFolder();
    const path = `${folder.path}/router.yaml`;
    const deployment = (baseURL: string, model: string) => `{provider: own, baseURL: "${baseURL}", model: ${model}, keys: [none], price: {in: 1, out: 2}}`;
    await writeFile(path, `deployments:\n  a: ${deployment(broken.baseUrl, 'first')}\n  b: ${deployment(sound.baseUrl, 'second')}\ngroups: {weak: [a], strong: [b]}\nuseCases:\n  analysis: {chain: [weak, strong]}\n`);
    const config = loadConfig({ ...ON, LITELLM_CONFIG: path });
    expect(planLanguageModels(config)).toEqual({ provider: 'router', from: 'file', group: undefined });
    await using languageModels = (await createLanguageModels(config))!;

    const report = await createTextAnalyzer({ languageModels })(TEXT, { only: ['fallacies', 'sentiment'] });

    expect(report.outcomes).toMatchObject({ fallacies: { status: 'success', model: 'second' }, sentiment: { status: 'success', model: 'second' } });
  });

  it('are not made when the file cannot be used, and the error names what is wrong', async () => {
    await using folder = await temporaryFolder();
    const path = `${folder.path}/router.yaml`;
    await writeFile(path, 'deployments: {}\ngroups: {g: [ghost]}\n');
    await expect(createLanguageModels(loadConfig({ ...ON, LITELLM_CONFIG: path }))).rejects.toMatchObject({ name: 'RouterConfigError', message: expect.stringContaining('ghost') });
  });

  it('do without it for a server that the caller names, and without keys', () => {
    expect(planLanguageModels(loadConfig({ ...ON, OPENAI_API_KEY }), { baseUrl: 'http://127.0.0.1:1/v1' })).toMatchObject({ provider: 'openai' });
    expect(planLanguageModels(loadConfig(ON))).toMatchObject({ provider: 'none' });
  });
});
