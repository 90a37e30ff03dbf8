import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '../../src/index.js';

import { reasonFor } from '../config-error-of.js';

describe('a list', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    [' openai/gpt-4o-mini , anthropic/claude ,, ', ['openai/gpt-4o-mini', 'anthropic/claude']],
    ['[]', []],
    ['["a","b"]', ['a', 'b']],
    [' [ " a " , "", "b,c" ] ', ['a', 'b,c']],
    [',', []],
  ])('reads %j', (value, expected) => {
    expect(loadConfig({ LITELLM_FALLBACK_MODELS: value }).litellm.fallbackModels).toEqual(expected);
  });

  it.each([
    ['["a"', 'it begins with [ but is not valid JSON'],
    ["['a','b']", 'it begins with [ but is not valid JSON'],
    ['[1,2]', 'it is JSON, but not a list of texts'],
    ['["a",null]', 'it is JSON, but not a list of texts'],
    ['[["a"]]', 'it is JSON, but not a list of texts'],
    ['[{"model":"a"}]', 'it is JSON, but not a list of texts'],
    ['a,'.repeat(51), 'it has more than 50 entries'],
    ['a,m o d e l', 'one of its entries has another form'],
    ['m'.repeat(201), 'one of its entries has another form'],
  ])('refuses %j', (value, reason) => {
    expect(reasonFor('LITELLM_FALLBACK_MODELS', value)).toBe(reason);
  });
});
