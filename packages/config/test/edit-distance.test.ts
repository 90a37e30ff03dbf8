import { describe, expect, it } from '@jest/globals';

import { editDistance } from '../src/edit-distance.js';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['kitten', 'sitting', 3],
    ['flaw', 'lawn', 2],
    ['RETRY', 'RETRIES', 3],
    ['INSTRUCTER', 'INSTRUCTOR', 1],
  ])('from %j to %j is %d, both ways', (from, to, expected) => {
    expect(editDistance(from, to)).toBe(expected);
    expect(editDistance(to, from)).toBe(expected);
  });
});
