import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '../src/index.js';

const warningsFor = (...names: string[]) =>
  loadConfig(Object.fromEntries(names.map((name) => [name, 'secret-value']))).warnings;

describe('an unknown variable', () => {
  it.each([
    ['ENABLE_INSTRUCTER', 'ENABLE_INSTRUCTOR'],
    ['LITELLM_MAX_RETRY', 'LITELLM_MAX_RETRIES'],
    ['LITELLM_REDIS_URI', 'LITELLM_REDIS_URL'],
    ['INSTRUCTOR_TIMOUT', 'INSTRUCTOR_TIMEOUT'],
    ['OPENAI_APIKEY', 'OPENAI_API_KEY'],
    ['LOGFIRE_TOKENS', 'LOGFIRE_TOKEN'],
    ['DISCORD_BOT_TOKN', 'DISCORD_BOT_TOKEN'],
    ['LOG_LEVELS', 'LOG_LEVEL'],
    ['DISCORD_TOKEN', 'DISCORD_BOT_TOKEN'],
    ['LITELLM_BUDGET_PER_MODEL', 'LITELLM_BUDGET_LIMIT'],
  ])('%s leads to the question whether %s was meant', (name, meant) => {
    expect(warningsFor(name)).toEqual([`${name} is not a setting and is ignored. Did you mean ${meant}?`]);
  });

  it('of our own prefix is named even when nothing is near', () => {
    expect(warningsFor('LITELLM_SOMETHING_ELSE')).toEqual([
      'LITELLM_SOMETHING_ELSE is not a setting and is ignored. See docs/configuration.md for those there are.',
    ]);
  });

  it.each(['PATH', 'ENABLE_SOMETHING', 'OPENAI_ORG_ID', 'DISCORD_WEBHOOK_URL', 'API_VERSION', 'OTEL_SDK_DISABLED', 'enable_instructer'])(
    '%s of somebody else is left alone',
    (name) => {
      expect(warningsFor(name)).toEqual([]);
    },
  );

  it('in the .env file is found too, and named once', () => {
    const env = { ENABLE_INSTRUCTER: '1' };
    expect(loadConfig(env, { dotEnv: env }).warnings).toHaveLength(1);
  });

  it('is never repeated with control characters or at any length', () => {
    expect(warningsFor('LITELLM_\u001b[31m', `LITELLM_${'A'.repeat(500)}`)).toEqual([]);
  });

  it('cannot flood the warnings', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `LITELLM_UNKNOWN_${index}`);
    expect(warningsFor(...names)).toHaveLength(20);
  });
});
