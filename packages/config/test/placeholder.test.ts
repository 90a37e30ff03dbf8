import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '../src/index.js';

describe('a placeholder', () => {
  it.each([
    'your-api-key-here',
    'your_openai_key',
    'YOUR_API_KEY',
    'Your-Key',
    '<token>',
    '<your token here>',
    'CHANGE_ME',
    'change-me',
    'changeme',
    'CHANGE_ME_PLEASE',
    'REPLACE_ME',
    'xxx',
    'XXXXXXXX',
    'xxxx-xxxx-xxxx',
    'xxx…',
    'sk-xxxx',
    'sk-...',
    'sk-…',
    'sk-or-v1-...',
    '...',
  ])('%j counts as unset, with a warning that does not repeat it', (value) => {
    const { openai, sources, warnings } = loadConfig({ OPENAI_API_KEY: value });
    expect(openai).not.toHaveProperty('apiKey');
    expect(sources.OPENAI_API_KEY).toBe('default');
    expect(warnings).toEqual(['OPENAI_API_KEY (environment) still holds a placeholder and counts as unset.']);
  });

  it.each(['sk-abc', 'xx', 'xxyz', 'yourself', 'sk-proj-xxxa', 'exchange_me', 'changement', 'a<b>', `<${'a'.repeat(200)}>`])(
    '%j is a real value',
    (value) => {
      const { openai, warnings } = loadConfig({ OPENAI_API_KEY: value });
      expect(openai.apiKey?.reveal()).toBe(value);
      expect(warnings).toEqual([]);
    },
  );

  it('gives way to a real value in the .env file', () => {
    const { openai, sources } = loadConfig({ OPENAI_API_KEY: 'CHANGE_ME' }, { dotEnv: { OPENAI_API_KEY: 'sk-real' } });
    expect(openai.apiKey?.reveal()).toBe('sk-real');
    expect(sources.OPENAI_API_KEY).toBe('.env');
  });

  it('counts as unset in any kind of variable', () => {
    const { api, litellm, warnings } = loadConfig({ API_PORT: '<port>', LITELLM_REDIS_URL: 'your-redis-url' });
    expect(api.port).toBe(8080);
    expect(litellm).not.toHaveProperty('redisUrl');
    expect(warnings).toHaveLength(2);
  });
});
