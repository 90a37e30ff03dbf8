import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '../../src/index.js';

import { reasonFor } from '../config-error-of.js';

describe('a whole number', () => {
  it.each([
    ['0', 0],
    ['10', 10],
    [' 3 ', 3],
    ['007', 7],
    ['-0', 0],
  ])('reads %j as %d', (value, expected) => {
    expect(loadConfig({ INSTRUCTOR_MAX_RETRIES: value }).instructor.maxRetries).toBe(expected);
  });

  it.each(['3.5', '3.0', '1e3', '0x10', '0b1', '1_000', '1,000', '+3', '3 4', 'three', 'NaN', 'Infinity', '٣', '9'.repeat(400)])(
    'refuses %j',
    (value) => {
      expect(reasonFor('INSTRUCTOR_MAX_RETRIES', value)).toBe('it is not a whole number');
    },
  );

  it.each([
    ['INSTRUCTOR_MAX_RETRIES', '-1', 'it is less than 0'],
    ['INSTRUCTOR_MAX_RETRIES', '11', 'it is more than 10'],
    ['LITELLM_MAX_RETRIES', '-1', 'it is less than 0'],
    ['LITELLM_MAX_RETRIES', '11', 'it is more than 10'],
    ['API_PORT', '65536', 'it is more than 65535'],
    ['ANALYSIS_MAX_CHARACTERS', '0', 'it is less than 1'],
    ['API_BODY_LIMIT_BYTES', '1', 'it is less than 1024'],
  ])('refuses %s=%s, which is out of range', (name, value, reason) => {
    expect(reasonFor(name, value)).toBe(reason);
  });

  it('takes port 0, which means any free port', () => {
    expect(loadConfig({ API_PORT: '0' }).api.port).toBe(0);
  });
});

describe('a decimal number', () => {
  it.each([
    ['0', 0],
    ['25', 25],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['9000000', 9_000_000],
  ])('reads %j as %d', (value, expected) => {
    expect(loadConfig({ LITELLM_BUDGET_LIMIT: value }).litellm.budgetLimitUsd).toBe(expected);
  });

  it.each(['1e3', '0x1', '$5', '5 USD', '1,5', '.', '-', '1.2.3', 'NaN', 'Infinity'])('refuses %j', (value) => {
    expect(reasonFor('LITELLM_BUDGET_LIMIT', value)).toBe('it is not a plain decimal number');
  });

  it('refuses what is out of range', () => {
    expect(reasonFor('LITELLM_BUDGET_LIMIT', '-0.01')).toBe('it is less than 0');
    expect(reasonFor('LITELLM_BUDGET_LIMIT', '9000000.01')).toBe('it is more than 9000000');
    expect(reasonFor('LOGFIRE_TRACE_SAMPLE_RATE', '1.01')).toBe('it is more than 1');
  });

  it('can still be counted in whole nano-dollars at its largest', () => {
    const budget = loadConfig({ LITELLM_BUDGET_LIMIT: '9000000' }).litellm.budgetLimitUsd ?? NaN;
    expect(Number.isSafeInteger(budget * 1e9)).toBe(true);
  });
});

describe('a duration', () => {
  it.each([
    ['30', 30_000],
    ['30.0', 30_000],
    ['0.25', 250],
    ['300', 300_000],
    ['0.0000001', 1],
  ])('reads %s seconds as %d milliseconds', (value, expected) => {
    expect(loadConfig({ INSTRUCTOR_TIMEOUT: value }).instructor.timeoutMs).toBe(expected);
  });

  it.each([
    ['0', 'it is not more than 0'],
    ['0.0', 'it is not more than 0'],
    ['-1', 'it is less than 0'],
    ['300.001', 'it is more than 300'],
    ['30s', 'it is not a plain decimal number'],
  ])('refuses %s: %s', (value, reason) => {
    expect(reasonFor('INSTRUCTOR_TIMEOUT', value)).toBe(reason);
  });
});
