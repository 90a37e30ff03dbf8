import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '../../src/index.js';

import { configErrorOf, reasonFor } from '../config-error-of.js';

describe('a key or token', () => {
  it('is taken without the space around it', () => {
    expect(loadConfig({ OPENAI_API_KEY: ' sk-abc123\n' }).openai.apiKey?.reveal()).toBe('sk-abc123');
  });

  it.each([
    ['sk-abc 123', 'it contains a space, a line break or a letter outside ASCII'],
    ['sk-abc\n123', 'it contains a space, a line break or a letter outside ASCII'],
    ['sk-ключ', 'it contains a space, a line break or a letter outside ASCII'],
    ['"sk-abc123"', 'it is wrapped in quotes, which are part of the value here'],
    ["'sk-abc123'", 'it is wrapped in quotes, which are part of the value here'],
    ['k'.repeat(2049), 'it is longer than 2048 characters'],
  ])('refuses %j', (value, reason) => {
    expect(reasonFor('OPENAI_API_KEY', value)).toBe(reason);
    expect(configErrorOf({ OPENAI_API_KEY: value }).message).not.toContain(value);
  });
});

describe('headers', () => {
  it('take pairs, also with an equals sign in a value and a text in Base64', () => {
    const value = 'authorization=Bearer abc==, x-team=a b';
    expect(loadConfig({ OTEL_EXPORTER_OTLP_HEADERS: value }).openTelemetry.headers?.reveal()).toBe(value);
  });

  it.each(['authorization', '=value', 'a=1,,b=2', 'a=1,b'])('refuse %j', (value) => {
    expect(reasonFor('OTEL_EXPORTER_OTLP_HEADERS', value)).toBe('a part of it has no name before an equals sign');
  });

  it('refuse a line break, which would begin another header', () => {
    expect(reasonFor('OTEL_EXPORTER_OTLP_HEADERS', 'a=1\r\nevil=2')).toContain('line break');
  });
});

describe('a list of keys', () => {
  const KEYS = ['first-key-0123456789', 'second-key-0123456789'];

  it('makes each key a secret', () => {
    const { keys } = loadConfig({ API_KEYS: KEYS.join(' , ') }).api;
    expect(keys.map((key) => key.reveal())).toEqual(KEYS);
    expect(JSON.stringify(keys)).toBe('["[redacted]","[redacted]"]');
  });

  it('refuses a key that can be guessed, without showing any', () => {
    const error = configErrorOf({ API_KEYS: `${KEYS.join()},short` });
    expect(error.issues[0]?.reason).toBe('one of the keys is shorter than 16 characters');
    for (const key of KEYS) expect(error.message).not.toContain(key);
  });
});
