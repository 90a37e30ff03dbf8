import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import type * as configPackage from '../src/index.js';

// Each test gets the package afresh, because what it tests is what the package remembers.
let fresh: typeof configPackage;
let folder: string;
const before = { cwd: process.cwd(), env: process.env };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'get-config-'));
  process.chdir(folder);
  process.env = { ...before.env };
  delete process.env.NODE_ENV;
  await jest.isolateModulesAsync(async () => {
    fresh = await import('../src/index.js');
  });
});
afterEach(() => {
  process.chdir(before.cwd);
  process.env = before.env;
  rmSync(folder, { recursive: true });
});

const writeDotEnv = (...lines: string[]) => {
  writeFileSync(join(folder, '.env'), lines.join('\n'));
};

describe('getConfig', () => {
  it('parses once and gives the same object ever after', () => {
    process.env.INSTRUCTOR_MAX_RETRIES = '5';
    const config = fresh.getConfig();
    process.env.INSTRUCTOR_MAX_RETRIES = '6';
    expect(fresh.getConfig()).toBe(config);
    expect(config.instructor.maxRetries).toBe(5);
  });

  it('reads .env in development, below the environment', () => {
    writeDotEnv('INSTRUCTOR_MAX_RETRIES=5', 'LITELLM_MAX_RETRIES=6', 'OPENAI_API_KEY=sk-abc123');
    process.env.LITELLM_MAX_RETRIES = '7';
    const { instructor, litellm, openai, sources } = fresh.getConfig();
    expect([instructor.maxRetries, litellm.maxRetries, openai.apiKey?.reveal()]).toEqual([5, 7, 'sk-abc123']);
    expect(sources).toMatchObject({ INSTRUCTOR_MAX_RETRIES: '.env', LITELLM_MAX_RETRIES: 'environment' });
  });

  it.each(['production', 'test', ' staging '])('does not read .env when NODE_ENV is %j', (environment) => {
    process.env.NODE_ENV = environment;
    mkdirSync(join(folder, '.env')); // reading it would throw
    expect(fresh.getConfig().app.environment).toBe(environment.trim());
  });

  it.each(['', ' development '])('reads .env when NODE_ENV is %j', (environment) => {
    process.env.NODE_ENV = environment;
    writeDotEnv('API_PORT=9090');
    expect(fresh.getConfig().api.port).toBe(9090);
  });

  it('leaves the environment as it was', () => {
    writeDotEnv('API_PORT=9090');
    const copy = { ...process.env };
    fresh.getConfig();
    expect({ ...process.env }).toEqual(copy);
  });

  it('tries again after an error', () => {
    process.env.API_PORT = 'http';
    expect(() => fresh.getConfig()).toThrow(fresh.ConfigError);
    process.env.API_PORT = '80';
    expect(fresh.getConfig().api.port).toBe(80);
  });
});

describe('reloadConfig', () => {
  it('reads the environment and .env again', () => {
    const first = fresh.getConfig();
    process.env.API_PORT = '9090';
    writeDotEnv('LOG_LEVEL=debug');
    const second = fresh.reloadConfig();
    expect(second).toMatchObject({ api: { port: 9090 }, app: { logLevel: 'debug' } });
    expect(fresh.getConfig()).toBe(second);
    expect(first.api.port).toBe(8080);
  });

  it('keeps the config in force when the new one cannot be used', () => {
    const first = fresh.getConfig();
    process.env.API_PORT = 'http';
    expect(() => fresh.reloadConfig()).toThrow(fresh.ConfigError);
    expect(fresh.getConfig()).toBe(first);
  });
});

describe('getSecret', () => {
  it('finds a variable that only another file names, in the environment and in .env', () => {
    process.env.TEAM_A_KEY = ' sk-team-a ';
    writeDotEnv('TEAM_B_KEY=sk-team-b');
    expect(fresh.getSecret('TEAM_A_KEY')?.reveal()).toBe('sk-team-a');
    expect(fresh.getSecret('TEAM_B_KEY')?.reveal()).toBe('sk-team-b');
    expect(String(fresh.getSecret('TEAM_A_KEY'))).toBe('[redacted]');
  });

  it.each(['MISSING_KEY', 'EMPTY_KEY', 'PLACEHOLDER_KEY', 'constructor', '__proto__'])('finds nothing in %s', (name) => {
    process.env.EMPTY_KEY = ' ';
    process.env.PLACEHOLDER_KEY = 'CHANGE_ME';
    expect(fresh.getSecret(name)).toBeUndefined();
  });

  it('belongs to the config in force: it changes with reloadConfig only', () => {
    process.env.TEAM_A_KEY = 'old';
    fresh.getConfig();
    process.env.TEAM_A_KEY = 'new';
    expect(fresh.getSecret('TEAM_A_KEY')?.reveal()).toBe('old');
    fresh.reloadConfig();
    expect(fresh.getSecret('TEAM_A_KEY')?.reveal()).toBe('new');
  });
});
