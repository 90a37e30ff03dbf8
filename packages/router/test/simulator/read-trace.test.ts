import { describe, expect, it } from '@jest/globals';

import { draw, type Distribution } from '../../src/simulator/distribution.js';
import { percentilesOf } from '../../src/simulator/percentiles.js';
import { createSeededRandom } from '../../src/simulator/seeded-random.js';
import { readTrace } from '../../src/simulator/simulation-trace.js';

describe('reading a trace', () => {
  it('takes requests and providers, skips comments, and sorts by time', () => {
    const trace = readTrace(`# recorded on a Monday
{"kind":"request","atMs":20,"model":"g","promptTokens":1,"completionTokens":2}

{"kind":"provider","deployment":"a","latency":{"kind":"fixed","ms":5}}
{"kind":"request","atMs":10,"model":"g","promptTokens":3,"completionTokens":4,"outcomes":{"a":{"latencyMs":7}}}
`);
    expect(trace.requests.map(({ atMs }) => atMs)).toEqual([10, 20]);
    expect(trace.providers).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{"kind":', 'Line 1 of the trace is no JSON'],
    ['an unknown kind', '{"kind":"wish"}', 'Line 1'],
    ['an unknown field', '{"kind":"request","atMs":0,"model":"g","promptTokens":1,"completionTokens":1,"tmie":2}', 'tmie'],
    ['a negative time', '\n{"kind":"request","atMs":-1,"model":"g","promptTokens":1,"completionTokens":1}', 'Line 2 of the trace: atMs'],
    ['a distribution upside down', '{"kind":"provider","deployment":"a","latency":{"kind":"uniform","minMs":2,"maxMs":1}}', 'minMs must not be above maxMs'],
  ])('names the line of %s', (_name, text, message) => {
    expect(() => readTrace(text)).toThrow(message);
  });
});

describe('drawing durations', () => {
  const sample = (distribution: Distribution) => {
    const random = createSeededRandom(1);
    return percentilesOf(Array.from({ length: 20_000 }, () => draw(distribution, random)))!;
  };

  it('meets the two points that a lognormal is given by', () => {
    const { p50Ms, p95Ms } = sample({ kind: 'lognormal', medianMs: 100, p95Ms: 400 });
    expect(p50Ms / 100).toBeCloseTo(1, 1);
    expect(p95Ms / 400).toBeCloseTo(1, 1);
  });

  it('stays within the borders of a uniform and within the samples', () => {
    expect(sample({ kind: 'uniform', minMs: 10, maxMs: 20 }).maxMs).toBeLessThanOrEqual(20);
    expect(sample({ kind: 'samples', ms: [3, 9] })).toMatchObject({ maxMs: 9 });
    expect(sample({ kind: 'fixed', ms: 4 })).toMatchObject({ p50Ms: 4, meanMs: 4 });
  });

  it('takes equally many random numbers for every kind', () => {
    const after = (distribution: Distribution) => {
      const random = createSeededRandom(3);
      draw(distribution, random);
      return random();
    };
    expect(new Set([after({ kind: 'fixed', ms: 1 }), after({ kind: 'uniform', minMs: 0, maxMs: 1 }), after({ kind: 'lognormal', medianMs: 1, p95Ms: 2 })]).size).toBe(1);
  });
});

describe('a seeded random', () => {
  it('keeps seeds apart and spreads evenly', () => {
    expect(createSeededRandom(1, 23)()).not.toBe(createSeededRandom(12, 3)());
    const random = createSeededRandom(5);
    const values = Array.from({ length: 10_000 }, random);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  });
});
