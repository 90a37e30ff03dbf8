import { describe, expect, it } from '@jest/globals';

import { describeConfig, loadConfig } from '../../src/index.js';

import { configErrorOf, reasonFor } from '../config-error-of.js';

describe('a URL', () => {
  it.each([
    ['https://example.com/v1', 'https://example.com/v1'],
    ['https://example.com/v1/', 'https://example.com/v1'],
    ['HTTP://localhost:8080///', 'HTTP://localhost:8080'],
    ['http://[::1]:11434/v1', 'http://[::1]:11434/v1'],
    ['https://example.com/v1?region=a/', 'https://example.com/v1?region=a/'],
  ])('takes %s', (value, expected) => {
    expect(loadConfig({ OPENAI_BASE_URL: value }).openai.baseUrl).toBe(expected);
  });

  it.each([
    'example.com/v1',
    'localhost:8080',
    'ftp://example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https:example.com',
    'https:/example.com',
    'https://',
    'https:// example.com',
    'https://exa\nmple.com',
    'https://example.com:99999',
    '//example.com',
  ])('refuses %j', (value) => {
    expect(reasonFor('OPENAI_BASE_URL', value)).toBe('it is not such a URL');
  });

  it('refuses credentials in it and does not show them', () => {
    const error = configErrorOf({ OPENAI_BASE_URL: 'https://user:hunter2@example.com' });
    expect(error.issues[0]?.reason).toContain('user name or password');
    expect(error.message).not.toContain('hunter2');
  });

  it('refuses a fragment', () => {
    expect(reasonFor('DISCORD_API_URL', 'https://discord.com/api#v10')).toBe('it has a #fragment');
  });

  it('shows no values of a query, neither in a listing nor in a message', () => {
    const rows = describeConfig(loadConfig({ OPENAI_BASE_URL: 'https://example.com/v1?code=hunter2' }));
    expect(rows.find(({ name }) => name === 'OPENAI_BASE_URL')?.value).toBe('https://example.com/v1?[redacted]');
    expect(configErrorOf({ OPENAI_BASE_URL: 'ftp://example.com?code=hunter2' }).message).not.toContain('hunter2');
  });
});

describe('the Redis URL', () => {
  it.each(['redis://localhost', 'redis://localhost:6379/1', 'rediss://user:hunter2@example.com:6380'])(
    'takes %s as a secret',
    (value) => {
      const { redisUrl } = loadConfig({ LITELLM_REDIS_URL: value }).litellm;
      expect(redisUrl?.reveal()).toBe(value);
      expect(String(redisUrl)).toBe('[redacted]');
    },
  );

  it.each(['http://localhost:6379', 'localhost:6379', 'redis:localhost', 'redis://', 'rediss://u:hunter2@:1', 'redis://h:99999'])(
    'refuses %s and does not show it',
    (value) => {
      const error = configErrorOf({ LITELLM_REDIS_URL: value });
      expect(error.issues[0]).toMatchObject({
        found: '[redacted]',
        reason: 'it is not such a URL',
        allowed: 'a URL that begins with redis:// or rediss://',
      });
      expect(error.message).not.toContain('hunter2');
    },
  );
});
