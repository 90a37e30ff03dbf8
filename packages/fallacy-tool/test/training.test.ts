import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { createRandom } from '@discord-intelligence/testing/random';
import { describe, expect, it } from '@jest/globals';

import { calibrate } from '../scripts/calibrate.js';
import { type Example, foldOf } from '../scripts/examples.js';
import { minimize } from '../scripts/minimize.js';
import { trainModel, trainWeights } from '../scripts/train-model.js';
import { createModelDetector } from '../src/model/model-detector.js';
import { unpackModel } from '../src/model/trained-model.js';

const SEED = 20_261_123;
const PLAIN = 'the ship sails at noon with tea and bread for all who wait on the long pier by the old mill'.split(' ');
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  ad_hominem: ['scoundrel', 'drunkard', 'liar'],
  slippery_slope: ['avalanche', 'downfall', 'inevitably'],
};

/** Texts that anyone can tell apart: the fallacious ones hold a sign of their type. */
function makeExamples(): Example[] {
  const random = createRandom(SEED);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  return Array.from({ length: 240 }, (_, index) => {
    const type = [undefined, 'ad_hominem', undefined, 'slippery_slope'][index % 4];
    const words = Array.from({ length: 16 }, () => pick(PLAIN));
    if (type !== undefined) words.splice(8, 2, pick(SIGNS[type]!), pick(SIGNS[type]!));
    const text = `${words.join(' ')}.`;
    return { id: String(index), source: 'made', text, types: type === undefined ? [] : [type], passages: [], resembles: [], fold: foldOf(text), isFree: true };
  });
}

describe('training', () => {
  const model = trainModel(makeExamples());

  it('learns to tell fallacious texts from clean ones, and types from each other', () => {
    const detector = createModelDetector(unpackModel(model), 0.5);
    const typesIn = (text: string): string[] => detector.detect(createTextDocument(text)).map(({ type }) => type);
    expect(model.types).toEqual(['ad_hominem', 'slippery_slope']);
    expect(typesIn('The bread on the long pier waits with tea for a scoundrel and a drunkard by the mill.')).toEqual(['ad_hominem']);
    expect(typesIn('The ship at the old pier sails on to its downfall and an avalanche at noon with tea.')).toEqual(['slippery_slope']);
    expect(typesIn('The ship sails at noon with tea and bread for all who wait by the mill on the pier.')).toEqual([]);
  });

  it('gives the same bytes on every machine', () => {
    expect(model.hash).toBe('cb5d38d23cd539ad');
    expect(trainModel(makeExamples())).toEqual(model);
  });

  it('sets the offsets of the types by texts that are not trained on', () => {
    const unmarked = makeExamples().filter(({ types }) => types.length === 0);
    const watched = unmarked.map((example, index): Example => ({ ...example, source: 'logic', isFree: false, types: [index % 6 === 0 ? 'ad_hominem' : 'slippery_slope'] }));
    const { hash, typeOffsets } = trainWeights([...makeExamples(), ...watched]).packed;
    expect(hash).toBe(model.hash);
    expect(model.typeOffsets).toEqual([0, 0]);
    expect(typeOffsets[1]! - typeOffsets[0]!).toBeGreaterThan(1);
  });
});

describe('the minimiser', () => {
  it('finds the lowest point of a narrow valley', () => {
    const point = minimize(
      (at, gradient) => {
        const [x, y] = [at[0]!, at[1]!];
        gradient.set([-2 * (1 - x) - 40 * x * (y - x * x), 20 * (y - x * x)]);
        return (1 - x) ** 2 + 10 * (y - x * x) ** 2;
      },
      2,
      { iterations: 200 },
    );
    expect([...point].map((value) => Math.round(value * 100) / 100)).toEqual([1, 1]);
  });
});

describe('calibration', () => {
  it('brings predicted shares to the true ones', () => {
    const predictions = Array.from({ length: 1_000 }, (_, index) => ({ logOdds: index % 2 === 0 ? 2 : -2, isRight: index % 2 === 0 ? index % 10 < 6 : index % 10 === 1 }));
    const { slope, offset } = calibrate(predictions);
    const shareAt = (logOdds: number): number => 1 / (1 + Math.exp(-(slope * logOdds + offset)));
    expect(shareAt(2)).toBeCloseTo(0.6, 2);
    expect(shareAt(-2)).toBeCloseTo(0.2, 2);
  });

  it('stays with numbers that mean something where predictions are much too sure', () => {
    const predictions = Array.from({ length: 400 }, (_, index) => ({ logOdds: index % 4 === 0 ? 0.1 : 12, isRight: index % 3 === 0 }));
    const { slope, offset } = calibrate(predictions);
    expect(Math.abs(slope)).toBeLessThan(1);
    expect(Math.abs(offset)).toBeLessThan(2);
  });
});
