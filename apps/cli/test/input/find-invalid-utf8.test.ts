import { isUtf8 } from 'node:buffer';

import { describe, expect, it } from '@jest/globals';

import { findInvalidUtf8 } from '../../src/input/find-invalid-utf8.js';

describe('findInvalidUtf8', () => {
  it.each([
    ['a byte that starts nothing', [0x61, 0x80], 1],
    ['a needlessly long form', [0xc0, 0xaf], 0],
    ['a needlessly long form of three bytes', [0x61, 0xe0, 0x80, 0xaf], 1],
    ['half a surrogate pair', [0xed, 0xa0, 0x80], 0],
    ['what lies beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 0],
    ['a character that is cut off', [0x61, 0xe6, 0x97], 1],
    ['a character that another begins in', [0xe6, 0x97, 0x61], 0],
  ])('finds %s', (_, bytes, at) => {
    expect(findInvalidUtf8(Uint8Array.from(bytes))).toBe(at);
  });

  it('agrees with Node on random bytes', () => {
    const seed = 20_261_122;
    const random = createRandom(seed);
    for (let round = 0; round < 5000; round += 1) {
      // Mostly bytes at the edges of the rules, where mistakes would be.
      const bytes = Uint8Array.from({ length: 1 + Math.floor(random() * 6) }, () => EDGES[Math.floor(random() * EDGES.length)] ?? 0);
      const at = findInvalidUtf8(bytes);
      const context = { seed, round, bytes: [...bytes], at };
      expect({ ...context, isValid: at === undefined }).toEqual({ ...context, isValid: isUtf8(bytes) });
      // What stands before the first invalid byte is valid.
      if (at !== undefined) expect({ ...context, isValid: isUtf8(bytes.subarray(0, at)) }).toEqual({ ...context, isValid: true });
    }
  });
});

const EDGES = [
  0x00, 0x61, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1,
  0xf3, 0xf4, 0xf5, 0xff,
];

/** A linear congruential generator (Numerical Recipes), 0 to 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
