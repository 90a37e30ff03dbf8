import { describe, expect, it } from '@jest/globals';

import { describeConfig, type Environment, loadConfig } from '../src/index.js';

import { registeredVariables } from '../src/registry.js';

const rowsFor = (env: Environment, dotEnv: Environment = {}) =>
  new Map(describeConfig(loadConfig(env, { dotEnv })).map((row) => [row.name, row]));

describe('describeConfig', () => {
  it('has a row for every variable, in the order of the registry', () => {
    expect([...rowsFor({}).keys()]).toEqual(registeredVariables().map(({ variable }) => variable.name));
  });

  it('tells name, group, value, source and description', () => {
    expect(rowsFor({ INSTRUCTOR_MAX_RETRIES: '5' }).get('INSTRUCTOR_MAX_RETRIES')).toEqual({
      name: 'INSTRUCTOR_MAX_RETRIES',
      group: 'Structured outputs',
      value: '5',
      source: 'environment',
      description: 'Extra attempts after an answer that fails validation.',
    });
  });

  it('shows values as one would write them', () => {
    const rows = rowsFor({ INSTRUCTOR_TIMEOUT: '0.5', LITELLM_FALLBACK_MODELS: '["a", "b"]', ENABLE_LOGFIRE: 'ON' });
    expect(rows.get('INSTRUCTOR_TIMEOUT')?.value).toBe('0.5');
    expect(rows.get('LITELLM_FALLBACK_MODELS')?.value).toBe('a,b');
    expect(rows.get('ENABLE_LOGFIRE')?.value).toBe('true');
  });

  it('tells secrets that are set from those that are not, and shows none', () => {
    const rows = rowsFor({ OPENAI_API_KEY: 'sk-canary', API_KEYS: 'canary-0123456789,canary-9876543210' });
    expect(rows.get('OPENAI_API_KEY')?.value).toBe('[redacted]');
    expect(rows.get('API_KEYS')?.value).toBe('[redacted],[redacted]');
    expect(rows.get('OPENROUTER_API_KEY')?.value).toBeNull();
    expect(JSON.stringify([...rows])).not.toContain('canary');
  });

  it('tells what comes from .env and what is a default', () => {
    const rows = rowsFor({}, { API_PORT: '1' });
    expect(rows.get('API_PORT')).toMatchObject({ value: '1', source: '.env' });
    expect(rows.get('API_HOST')).toMatchObject({ value: '127.0.0.1', source: 'default' });
  });
});
