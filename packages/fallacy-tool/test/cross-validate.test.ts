import { createRandom } from '@discord-intelligence/testing/random';
import { describe, expect, it, jest } from '@jest/globals';

import { crossValidate } from '../scripts/cross-validate.js';
import { type Example, foldOf } from '../scripts/examples.js';
import { areaUnderRoc } from '../src/evaluation.js';

// Each fold is a training.
jest.setTimeout(120_000);

const PLAIN = 'the ship sails at noon with tea and bread for all who wait on the long pier by the old mill'.split(' ');
const SIGNS = ['scoundrel', 'drunkard', 'liar'];

/** Texts that anyone can tell apart, half of them fallacious. */
function makeExamples(): Example[] {
  const random = createRandom(20_261_123);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  return Array.from({ length: 100 }, (_, index) => {
    const words = Array.from({ length: 16 }, () => pick(PLAIN));
    if (index % 2 === 1) words.splice(8, 2, pick(SIGNS), pick(SIGNS));
    const text = `${words.join(' ')}.`;
    return { id: String(index), source: 'made', text, types: index % 2 === 1 ? ['ad_hominem'] : [], passages: [], resembles: [], fold: foldOf(text), isFree: true };
  });
}

describe('cross-validation', () => {
  it('judges every text by a model that has learnt from other folds alone', () => {
    // Only fold 0 may be learnt from, so whoever judges the other folds knows it, and whoever judges fold 0 knows nothing at all.
    const examples = makeExamples().map((example) => ({ ...example, isFree: example.fold === 0 }));
    const scored = crossValidate(examples).map(({ precise }, row) => ({ score: precise.score!, isFallacious: examples[row]!.types.length > 0, fold: examples[row]!.fold }));
    expect(areaUnderRoc(scored.filter(({ fold }) => fold !== 0))).toBeGreaterThan(0.9);
    expect(new Set(scored.filter(({ fold }) => fold === 0).map(({ score }) => score.toFixed(9))).size).toBe(1);
  });

  it('gives what is needed for scores, for both presets and for the gate', () => {
    const [first] = crossValidate(makeExamples().slice(0, 1));
    expect(first).toMatchObject({ precise: { labels: [], score: expect.any(Number) }, sensitive: { labels: [] }, suspicion: expect.any(Number) });
    expect(new Set(first?.precise.ranked).size).toBe(51);
  });
});
