import { describe, expect, it } from '@jest/globals';

import { costOf, estimateCost } from '../../src/prices/cost.js';

describe('costOf', () => {
  const price = { in: 1_000, out: 2_000 };

  it('prices input and output in nano-USD', () => {
    expect(costOf(price, { promptTokens: 10, completionTokens: 5 })).toBe(20_000_000);
  });

  it('prices cached tokens at their rate, once', () => {
    expect(costOf({ ...price, cachedIn: 100 }, { promptTokens: 100, completionTokens: 10, cachedTokens: 60 })).toBe(66_000_000);
  });

  it('prices cached tokens like others when there is no rate for them', () => {
    expect(costOf(price, { promptTokens: 100, completionTokens: 0, cachedTokens: 60 })).toBe(100_000_000);
  });

  it('never counts a token as cached and written, nor more cached tokens than there were', () => {
    const rates = { in: 1, out: 0, cachedIn: 0.5, cacheWrite: 2 };
    expect(costOf(rates, { promptTokens: 10, completionTokens: 0, cachedTokens: 20, cacheWriteTokens: 20 })).toBe(5_000);
    expect(costOf(rates, { promptTokens: 10, completionTokens: 0, cachedTokens: 4, cacheWriteTokens: 6 })).toBe(14_000);
  });

  it('does not add reasoning tokens, which are inside the output', () => {
    expect(costOf(price, { promptTokens: 10, completionTokens: 100, reasoningTokens: 80 })).toBe(210_000_000);
  });

  it('prices every token by the tier of the prompt, and takes the base output price where a tier has none', () => {
    const tiered = { in: 1, out: 2, tiers: [{ upToPrompt: 1_000, in: 1, out: 2 }, { upToPrompt: null, in: 2 }] };
    expect(costOf(tiered, { promptTokens: 1_000, completionTokens: 100 })).toBe(1_200_000);
    expect(costOf(tiered, { promptTokens: 1_001, completionTokens: 100 })).toBe(2_202_000);
  });

  it('does not drift with prices that binary fractions cannot hold', () => {
    expect(costOf({ in: 0.1, out: 0.7 }, { promptTokens: 3, completionTokens: 3_000_000 })).toBe(2_100_000_300);
    expect(costOf({ in: 0.075, out: 0.3 }, { promptTokens: 1, completionTokens: 1 })).toBe(375);
  });

  it('makes nonsense of a provider harmless', () => {
    expect(costOf(price, { promptTokens: Number.NaN, completionTokens: -5, cachedTokens: Infinity })).toBe(0);
  });

  it('adds a price for each request', () => {
    expect(costOf({ ...price, perRequest: 0.005 }, { promptTokens: 0, completionTokens: 0 })).toBe(5_000_000);
  });
});

describe('estimateCost', () => {
  it('is never below what any answer within its size costs', () => {
    const price = { in: 1, out: 4, cachedIn: 0.1, cacheWrite: 1.25, tiers: [{ upToPrompt: 100, in: 3 }, { upToPrompt: null, in: 1 }] };
    const estimate = estimateCost(price, { promptTokens: 120, maxOutputTokens: 50 });
    for (let promptTokens = 0; promptTokens <= 120; promptTokens += 1) {
      for (const cacheWriteTokens of [0, promptTokens]) expect(costOf(price, { promptTokens, completionTokens: 50, cacheWriteTokens })).toBeLessThanOrEqual(estimate);
    }
  });

  it('is exact for a request whose size is known', () => {
    expect(estimateCost({ in: 1_000, out: 2_000 }, { promptTokens: 10, maxOutputTokens: 5 })).toBe(20_000_000);
  });
});
