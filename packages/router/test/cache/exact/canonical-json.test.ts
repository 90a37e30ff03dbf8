import { createRandom } from '@discord-intelligence/testing/random';
import { describe, expect, it } from '@jest/globals';

import { canonicalJson } from '../../../src/cache/exact/canonical-json.js';

const SEED = 20_261_122;

describe('canonicalJson', () => {
  it('sorts the keys of objects and leaves lists in order', () => {
    expect(canonicalJson({ b: [3, 1, { z: 1, a: 2 }], a: 'x' })).toBe('{"a":"x","b":[3,1,{"a":2,"z":1}]}');
  });

  it('agrees with JSON.stringify about what is left out and what becomes null', () => {
    const value = { a: undefined, b: [undefined, Number.NaN, -0], c: new Date(0) };
    expect(canonicalJson(value)).toBe(JSON.stringify(value));
  });

  it('keeps lone surrogates apart', () => {
    expect(canonicalJson('\ud800')).not.toBe(canonicalJson('\udc00'));
  });

  it('keeps __proto__ as a key like others', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"a":1},"b":2}'))).toBe('{"__proto__":{"a":1},"b":2}');
  });

  it.each([
    ['a function', { tool: () => 1 }],
    ['a bigint', { n: 1n }],
    ['a symbol', [Symbol('s')]],
  ])('has no text for %s', (_what, value) => {
    expect(canonicalJson(value)).toBeUndefined();
  });

  it('has no text for cycles, and does not overflow on depth', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = { cycle };
    expect(canonicalJson(cycle)).toBeUndefined();
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(canonicalJson(deep)).toBeUndefined();
  });

  it(`reads back as the same value, whatever the order of keys (seed ${SEED})`, () => {
    const random = createRandom(SEED);
    for (let round = 0; round < 300; round += 1) {
      const value = randomValue(random, 4);
      const text = canonicalJson(value) ?? '';
      expect(JSON.parse(text)).toEqual(value);
      expect(canonicalJson(shuffled(value, random))).toBe(text);
    }
  });
});

function randomValue(random: () => number, depth: number): unknown {
  const kind = Math.floor(random() * (depth > 0 ? 6 : 4));
  if (kind === 0) return Math.floor(random() * 1e6) / 100;
  if (kind === 1) return ['', 'a', 'é', '"', '\n', 'long text'][Math.floor(random() * 6)];
  if (kind === 2) return random() < 0.5;
  if (kind === 3) return null;
  const size = Math.floor(random() * 4);
  if (kind === 4) return Array.from({ length: size }, () => randomValue(random, depth - 1));
  return Object.fromEntries(Array.from({ length: size }, () => [String.fromCharCode(97 + Math.floor(random() * 26)), randomValue(random, depth - 1)]));
}

function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, item]): [string, unknown, number] => [key, shuffled(item, random), random()]);
  return Object.fromEntries(fields.sort((a, b) => a[2] - b[2]).map(([key, item]) => [key, item]));
}
