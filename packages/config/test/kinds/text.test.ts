import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '../../src/index.js';

import { reasonFor } from '../config-error-of.js';

describe('a text', () => {
  it.each([
    ['DISCORD_APPLICATION_ID', '123456789012345678'],
    ['LOGFIRE_PROJECT_NAME', 'Gespräche & Co. 🙂'],
    ['OPENROUTER_GENERAL_MODEL', 'meta-llama/llama-3.3-70b-instruct:free'],
    ['API_HOST', '::1'],
    ['API_HOST', '0.0.0.0'],
    ['API_HOST', 'fe80::1%eth0'],
    ['NODE_ENV', 'staging'],
    ['LITELLM_CONFIG', '/etc/my configs/litellm.yaml'],
  ])('takes %s=%s', (name, value) => {
    expect(JSON.stringify(loadConfig({ [name]: value }))).toContain(JSON.stringify(value));
  });

  it.each([
    ['DISCORD_APPLICATION_ID', '12345'],
    ['DISCORD_GUILD_ID', '12345678901234567a'],
    ['LOGFIRE_PROJECT_NAME', 'two\nlines'],
    ['LOGFIRE_PROJECT_NAME', 'n'.repeat(201)],
    ['OPENROUTER_GENERAL_MODEL', 'two words'],
    ['API_HOST', 'http://localhost'],
    ['API_HOST', 'local host'],
    ['NODE_ENV', 'a b'],
  ])('refuses %s=%j', (name, value) => {
    expect(reasonFor(name, value)).toBe('it has another form');
  });

  it('refuses a path with a control character', () => {
    expect(reasonFor('LITELLM_CONFIG', 'a\u0000b')).toBe('it contains a control character');
  });
});
