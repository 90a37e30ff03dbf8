import { describe, expect, it } from '@jest/globals';

import { analyze, sideOf } from './analyze.js';
import { HELD_APART_SENTENCES } from './data/held-apart-sentences.js';

describe('sentences that the rules were not made with', () => {
  it('are judged as a reader would in nine of ten cases, and turned around in at most one of thirty', async () => {
    const sides = await Promise.all(HELD_APART_SENTENCES.map(async ([, sentence]) => sideOf(await analyze(sentence))));
    const right = HELD_APART_SENTENCES.filter(([side], index) => sides[index] === side).length;
    const turned = HELD_APART_SENTENCES.filter(([side], index) => side !== 'neutral' && sides[index] !== 'neutral' && sides[index] !== side).length;
    expect(right / HELD_APART_SENTENCES.length).toBeGreaterThanOrEqual(0.9);
    expect(turned / HELD_APART_SENTENCES.length).toBeLessThanOrEqual(1 / 30);
  });
});
