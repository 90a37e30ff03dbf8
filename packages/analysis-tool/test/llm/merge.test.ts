import { describe, expect, it } from '@jest/globals';

import { joinProse, mergeLists, type PartAnswer, weightedMean, weightedVote } from '../../src/index.js';

const answers = (...given: readonly (readonly [number, number])[]): PartAnswer<number>[] =>
  given.map(([share, answer]) => ({ share, answer, part: { text: '', start: 0, end: 0 } }));

describe('answers on parts', () => {
  it('count by the length of their parts', () => {
    expect(weightedMean(answers([0.75, 1], [0.25, 0]), (value) => value)).toBe(0.75);
    expect(weightedVote(answers([0.3, 1], [0.4, 2], [0.3, 1]), (value) => value)).toBe(1);
    expect(weightedVote(answers([0.5, 2], [0.5, 1]), (value) => value)).toBe(2);
  });

  it('give lists in turn, each entry once', () => {
    expect(mergeLists([['a', 'b', 'c'], ['x'], ['b', 'y']], 10)).toEqual(['a', 'x', 'b', 'y', 'c']);
    expect(mergeLists([['a', 'b'], ['c']], 2)).toEqual(['a', 'c']);
    expect(mergeLists([], 2)).toEqual([]);
  });

  it('give prose that fits, each paragraph with its share of the room', () => {
    expect(joinProse(['One.', 'Two.'], 100)).toBe('One.\n\nTwo.');
    const joined = joinProse(['a'.repeat(100), '👍'.repeat(100)], 60);
    expect(joined.length).toBeLessThanOrEqual(60);
    expect(joined).toMatch(/^a+…\n\n(?:👍)+…$/u);
  });
});
