import { describe, expect, it } from '@jest/globals';

import { type Config, loadConfig, Secret } from '../src/index.js';

import { configErrorOf } from './config-error-of.js';

describe('loadConfig', () => {
  it('gives defaults where nothing is set', () => {
    const { warnings, sources, ...groups } = loadConfig({});
    expect(groups).toEqual({
      app: { environment: 'development', logLevel: 'info' },
      openai: { baseUrl: 'https://api.openai.com/v1', model: 'gpt-4o-mini' },
      openrouter: {
        baseUrl: 'https://openrouter.ai/api/v1',
        generalModel: 'openai/gpt-4o-mini',
        analysisModel: 'openai/gpt-4o-mini',
      },
      instructor: { enabled: true, maxRetries: 3, timeoutMs: 30_000 },
      litellm: {
        enabled: false,
        routingStrategy: 'usage-based-routing',
        cacheEnabled: false,
        fallbackModels: [],
        maxRetries: 3,
      },
      logfire: {
        enabled: false,
        projectName: 'discord-intelligence-bot',
        environment: 'development',
        sendToLogfire: true,
        console: false,
        traceSampleRate: 1,
        captureContent: 'none',
      },
      openTelemetry: { timeoutMs: 3000, compression: 'gzip' },
      analysis: { maxCharacters: 10_000_000, contextTokens: 16_384 },
      api: { host: '127.0.0.1', port: 8080, bodyLimitBytes: 10_485_760, keys: [] },
      discord: { apiUrl: 'https://discord.com/api' },
    });
    expect(warnings).toEqual([]);
    expect(new Set(Object.values(sources))).toEqual(new Set(['default']));
  });

  it('leaves out what is unset and has no default', () => {
    const { openai, litellm } = loadConfig({ OPENAI_API_KEY: '', LITELLM_BUDGET_LIMIT: ' ' });
    expect('apiKey' in openai).toBe(false);
    expect('budgetLimitUsd' in litellm).toBe(false);
  });

  it('knows whether a key was set and hides it', () => {
    const { openai } = loadConfig({ OPENAI_API_KEY: 'sk-abc123' });
    expect(Secret.is(openai.apiKey)).toBe(true);
    expect(openai.apiKey?.reveal()).toBe('sk-abc123');
  });

  it('lets the analysis model follow the general one until it is set', () => {
    const general = { OPENROUTER_GENERAL_MODEL: 'a/general' };
    const following = loadConfig(general);
    expect(following.openrouter.analysisModel).toBe('a/general');
    expect(following.sources.OPENROUTER_ANALYSIS_MODEL).toBe('environment');
    const own = loadConfig({ ...general, OPENROUTER_ANALYSIS_MODEL: 'an/analyst' });
    expect(own.openrouter.analysisModel).toBe('an/analyst');
  });

  it('prefers the environment to the .env file and says where each value comes from', () => {
    const config = loadConfig(
      { INSTRUCTOR_MAX_RETRIES: '1', LITELLM_MAX_RETRIES: '' },
      { dotEnv: { INSTRUCTOR_MAX_RETRIES: '2', LITELLM_MAX_RETRIES: '5' } },
    );
    expect(config.instructor.maxRetries).toBe(1);
    expect(config.litellm.maxRetries).toBe(5);
    expect(config.sources).toMatchObject({
      INSTRUCTOR_MAX_RETRIES: 'environment',
      LITELLM_MAX_RETRIES: '.env',
      INSTRUCTOR_TIMEOUT: 'default',
    });
  });

  it('ignores NODE_ENV in the .env file, and says so', () => {
    const config = loadConfig({}, { dotEnv: { NODE_ENV: 'production' } });
    expect(config.app.environment).toBe('development');
    expect(config.warnings).toEqual([expect.stringMatching(/^NODE_ENV in \.env is ignored/)]);
  });

  it('is frozen all the way down', () => {
    const unfrozen: string[] = [];
    const visit = (value: unknown, path: string) => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) unfrozen.push(path);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    };
    visit(loadConfig({ OPENAI_API_KEY: 'sk-abc123', LITELLM_FALLBACK_MODELS: 'a,b', LITELLM_X: '1' }), 'config');
    expect(unfrozen).toEqual([]);
  });

  it('changes neither the defaults nor what it was given', () => {
    const env = Object.freeze({ INSTRUCTOR_MAX_RETRIES: ' 5 ', OPENAI_API_KEY: 'your-key', ENABLE_INSTRUCTER: '1' });
    const dotEnv = Object.freeze({ LITELLM_FALLBACK_MODELS: 'a,b' });
    const first = loadConfig(env, { dotEnv });
    expect(loadConfig(env, { dotEnv })).toEqual(first);
    expect(env).toEqual({ INSTRUCTOR_MAX_RETRIES: ' 5 ', OPENAI_API_KEY: 'your-key', ENABLE_INSTRUCTER: '1' });
    expect(loadConfig({}).litellm.fallbackModels).toEqual([]);
  });

  it('reads own names only, whatever the prototype says', () => {
    const env = Object.create({ INSTRUCTOR_MAX_RETRIES: '9' }) as Record<string, string>;
    expect(loadConfig(env).instructor.maxRetries).toBe(3);
  });
});

describe('a config error', () => {
  const BAD = {
    ENABLE_INSTRUCTOR: 'maybe',
    INSTRUCTOR_MAX_RETRIES: '3.5',
    INSTRUCTOR_TIMEOUT: '0',
    LITELLM_ROUTING_STRATEGY: 'best',
    LITELLM_REDIS_URL: 'http://user:hunter2@localhost',
    LITELLM_FALLBACK_MODELS: '["a"',
    LITELLM_BUDGET_LIMIT: '-1',
    LOGFIRE_TOKEN: 'two words',
    OPENAI_BASE_URL: 'localhost',
    API_PORT: '70000',
    DISCORD_GUILD_ID: 'home',
  };

  it('names all bad variables together', () => {
    const error = configErrorOf({ ...BAD, LITELLM_MAX_RETRIES: '2' });
    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.issues.map(({ variable }) => variable).sort()).toEqual(Object.keys(BAD).sort());
    for (const name of Object.keys(BAD)) expect(error.message).toContain(`- ${name} is `);
    expect(error.message).toMatch(/^11 settings cannot be used:\n/);
  });

  it('says what was found, why it is refused, what is allowed and what to do', () => {
    const error = configErrorOf({ INSTRUCTOR_MAX_RETRIES: '3.5' });
    expect(error.issues).toEqual([
      {
        variable: 'INSTRUCTOR_MAX_RETRIES',
        source: 'environment',
        found: '"3.5"',
        reason: 'it is not a whole number',
        allowed: 'a whole number from 0 to 10',
        action: 'Correct it, or remove it: the default is 3.',
      },
    ]);
    expect(error.message).toBe(
      'One setting cannot be used:\n- INSTRUCTOR_MAX_RETRIES is "3.5" (environment): it is not a whole number. ' +
        'Allowed: a whole number from 0 to 10. Correct it, or remove it: the default is 3.',
    );
  });

  it('says whether the .env file is to blame', () => {
    const error = configErrorOf({}, { dotEnv: { API_PORT: 'http' } });
    expect(error.issues[0]?.source).toBe('.env');
  });

  it.each([
    ['LITELLM_BUDGET_LIMIT', 'x', 'Correct it, or remove it: it is optional.'],
    ['LITELLM_FALLBACK_MODELS', '[', 'Correct it, or remove it: the default is none.'],
    ['OPENROUTER_ANALYSIS_MODEL', 'a b', 'Correct it, or remove it: OPENROUTER_GENERAL_MODEL is used then.'],
    ['API_PORT', '"80"', 'Write it without the quotes around it, or remove it: the default is 8080.'],
  ])('tells what to do about %s=%s', (name, value, action) => {
    expect(configErrorOf({ [name]: value }).issues[0]?.action).toBe(action);
  });

  it('adds what else was odd, which may be the cause', () => {
    const error = configErrorOf({ API_PORT: 'x', ENABLE_INSTRUCTER: '1' });
    expect(error.warnings).toHaveLength(1);
    expect(error.message).toContain('Note: ENABLE_INSTRUCTER');
  });

  it('cuts a long value and escapes what a terminal would obey', () => {
    const { issues, message } = configErrorOf({ LOG_LEVEL: `\u001b[31m${'x'.repeat(1000)}`, NODE_ENV: 'y'.repeat(20_000) });
    expect(message).not.toContain('\u001b');
    expect(issues.find(({ variable }) => variable === 'LOG_LEVEL')?.found.length).toBeLessThan(80);
    expect(issues.find(({ variable }) => variable === 'NODE_ENV')?.reason).toBe('it is longer than 16384 characters');
  });

  it('is frozen in what it tells', () => {
    const error = configErrorOf(BAD);
    expect(Object.isFrozen(error.issues) && error.issues.every((issue) => Object.isFrozen(issue))).toBe(true);
  });
});

describe('the type of the config', () => {
  it('follows from the registry', () => {
    const config: Config = loadConfig({});
    config.instructor.maxRetries satisfies number;
    config.logfire.token satisfies Secret | undefined;
    config.litellm.budgetLimitUsd satisfies number | undefined;
    config.litellm.fallbackModels satisfies readonly string[];
    config.openrouter.analysisModel satisfies string;
    config.sources.API_PORT satisfies 'environment' | '.env' | 'default';
    const strategy: 'usage-based-routing' | 'simple-shuffle' | 'latency-based-routing' | 'cost-based-routing' | 'least-busy' =
      config.litellm.routingStrategy;
    expect(strategy).toBe('usage-based-routing');
    // @ts-expect-error -- a key that may be missing must be asked for
    expect(() => config.openai.apiKey.reveal()).toThrow(TypeError);
    // @ts-expect-error -- no such setting
    expect(config.instructor.maxRetry).toBeUndefined();
    expect(() => {
      // @ts-expect-error -- read-only
      config.api.port = 1;
    }).toThrow(TypeError);
  });
});
