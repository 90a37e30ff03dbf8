import { loadConfig } from '@discord-intelligence/config';
import { describe, expect, it } from '@jest/globals';

import { createLanguageModels, planLanguageModels } from '../src/index.js';

const OPENAI_API_KEY = 'sk-test-0123456789abcdef';
const OPENROUTER_API_KEY = 'sk-or-v1-0123456789abcdef';
const plan = (environment: Record<string, string>, choice = {}) => planLanguageModels(loadConfig(environment), choice);

describe('the language models', () => {
  it('are none without a key or a server', async () => {
    expect(plan({})).toEqual({ provider: 'none', reason: expect.stringContaining('OPENROUTER_API_KEY') });
    expect(await createLanguageModels(loadConfig({}))).toBeUndefined();
  });

  it('are made by a plan that is known, without another', async () => {
    const config = loadConfig({ OPENAI_API_KEY, OPENAI_MODEL: 'gpt-x' });
    expect(await createLanguageModels(config, { plan: { provider: 'none', reason: 'somebody has decided so' } })).toBeUndefined();
    await using models = (await createLanguageModels(config, { plan: planLanguageModels(config) }))!;
    expect(models.analysis.model).toBe('gpt-x');
  });

  it('are none when structured outputs are off, whatever keys there are', () => {
    expect(plan({ ENABLE_INSTRUCTOR: 'false', OPENAI_API_KEY, OPENROUTER_API_KEY })).toEqual({ provider: 'none', reason: 'ENABLE_INSTRUCTOR is off' });
  });

  it('are those of OpenAI with its key', () => {
    expect(plan({ OPENAI_API_KEY, OPENAI_MODEL: 'gpt-x' })).toEqual({ provider: 'openai', baseUrl: 'https://api.openai.com/v1', analysisModel: 'gpt-x', quickModel: 'gpt-x' });
  });

  it('are those of OpenRouter with its key, one for deep and one for quick questions', () => {
    const environment = { OPENAI_API_KEY, OPENROUTER_API_KEY, OPENROUTER_GENERAL_MODEL: 'a/quick', OPENROUTER_ANALYSIS_MODEL: 'a/deep' };
    expect(plan(environment)).toEqual({ provider: 'openrouter', baseUrl: 'https://openrouter.ai/api/v1', analysisModel: 'a/deep', quickModel: 'a/quick' });
  });

  it('are on the server that somebody named, before all others, with or without a key', () => {
    const baseUrl = 'http://127.0.0.1:11434/v1';
    for (const environment of [{}, { OPENROUTER_API_KEY }, { OPENAI_API_KEY }]) {
      expect(plan({ ...environment, OPENAI_BASE_URL: baseUrl })).toMatchObject({ provider: 'openai', baseUrl });
      expect(plan(environment, { baseUrl, model: 'llama' })).toEqual({ provider: 'openai', baseUrl, analysisModel: 'llama', quickModel: 'llama' });
    }
  });

  it('are none at OpenAI itself without its key, also when its address is spelt out', () => {
    expect(plan({ OPENAI_BASE_URL: 'https://api.openai.com/v1' })).toEqual({ provider: 'none', reason: 'OPENAI_API_KEY is not set' });
  });
});
