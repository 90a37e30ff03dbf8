import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '../../src/index.js';

import { reasonFor } from '../config-error-of.js';

describe('a flag', () => {
  it.each(['1', 'true', 'yes', 'on', 'TRUE', 'Yes', 'oN', ' true ', '\ton\n'])('is on when it says %j', (value) => {
    expect(loadConfig({ ENABLE_LOGFIRE: value }).logfire.enabled).toBe(true);
  });

  it.each(['0', 'false', 'no', 'off', 'FALSE', 'No', 'oFF', ' false '])('is off when it says %j', (value) => {
    expect(loadConfig({ ENABLE_INSTRUCTOR: value }).instructor.enabled).toBe(false);
  });

  it.each(['', ' ', '\t\n'])('has its default when it says %j', (value) => {
    const config = loadConfig({ ENABLE_INSTRUCTOR: value, ENABLE_LOGFIRE: value });
    expect(config.instructor.enabled).toBe(true);
    expect(config.logfire.enabled).toBe(false);
  });

  it.each(['2', '-1', 'y', 'n', 'enabled', 'true false', '01', 'null'])('refuses %j', (value) => {
    expect(reasonFor('ENABLE_LOGFIRE', value)).toBe('it is neither yes nor no');
  });
});
