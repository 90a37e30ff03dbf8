import { describe, expect, it } from '@jest/globals';

import { profileText } from '../../../src/cache/semantic/guards/text-profile.js';
import type { SemanticEntry, SemanticIndex } from '../../../src/cache/semantic/semantic-index.js';
import { toUnitVector } from '../../../src/cache/semantic/unit-vector.js';

import { type Clock, createClock } from './clock.js';

/** A vector of length 1. */
export function vector(...values: number[]): Float32Array {
  return toUnitVector(Float32Array.from(values)) ?? new Float32Array();
}

/** A question with what a test needs. */
export function question(clock: Clock, key: string, values: readonly number[], more: Partial<SemanticEntry> = {}): SemanticEntry {
  return { key, vector: vector(...values), profile: profileText(`Question "${key}" of 3 days in Köln?`), threshold: 0.9, expiresAt: clock.now() + 60_000, ...more };
}

/** Most entries of a scope in the suite. */
export const SUITE_LIMIT = 100;

/** What every index of questions keeps to. */
export function describeSemanticIndex(name: string, create: (clock: Clock) => SemanticIndex | Promise<SemanticIndex>): void {
  describe(`${name} as a semantic index`, () => {
    const arrange = async () => {
      const clock = createClock();
      return { clock, index: await create(clock) };
    };
    const keys = async (index: SemanticIndex, scope: string, values: readonly number[], limit = 5) =>
      (await index.search(scope, vector(...values), limit)).map(({ entry }) => entry.key);

    it('finds nothing at first', async () => {
      const { index } = await arrange();
      expect(await index.search('scope', vector(1, 0), 5)).toEqual([]);
    });

    it('gives the nearest first, as many as asked for, with what was put in', async () => {
      const { clock, index } = await arrange();
      const near = question(clock, 'near', [1, 0.1]);
      await index.put('scope', question(clock, 'far', [0, 1]));
      await index.put('scope', near);
      await index.put('scope', question(clock, 'middle', [1, 1]));
      const [first, second, ...more] = await index.search('scope', vector(1, 0), 2);
      expect(first?.entry).toEqual(near);
      expect(first?.similarity).toBeCloseTo(1 / Math.hypot(1, 0.1), 5);
      expect(second?.entry.key).toBe('middle');
      expect(more).toEqual([]);
    });

    it('keeps scopes apart', async () => {
      const { clock, index } = await arrange();
      await index.put('a', question(clock, 'one', [1, 0]));
      expect(await keys(index, 'b', [1, 0])).toEqual([]);
    });

    it('replaces a question of the same key, but keeps a raised threshold', async () => {
      const { clock, index } = await arrange();
      await index.put('scope', question(clock, 'k', [1, 0], { threshold: 0.97 }));
      await index.put('scope', question(clock, 'k', [0, 1], { threshold: 0.9 }));
      const [match, ...more] = await index.search('scope', vector(0, 1), 5);
      expect(more).toEqual([]);
      expect(match?.similarity).toBeCloseTo(1);
      expect(match?.entry.threshold).toBe(0.97);
      await index.put('scope', question(clock, 'k', [0, 1], { threshold: 0.99 }));
      expect((await index.search('scope', vector(0, 1), 5))[0]?.entry.threshold).toBe(0.99);
    });

    it('leaves out what has expired, and vectors of another length', async () => {
      const { clock, index } = await arrange();
      await index.put('scope', question(clock, 'short', [1, 0], { expiresAt: clock.now() + 10 }));
      await index.put('scope', question(clock, 'longer', [1, 0, 0]));
      await index.put('scope', question(clock, 'good', [1, 0]));
      clock.advance(10);
      expect(await keys(index, 'scope', [1, 0])).toEqual(['good']);
    });

    it('removes a question', async () => {
      const { clock, index } = await arrange();
      await index.put('scope', question(clock, 'a', [1, 0]));
      await index.put('scope', question(clock, 'b', [1, 0]));
      await index.remove('scope', 'a');
      await index.remove('scope', 'absent');
      expect(await keys(index, 'scope', [1, 0])).toEqual(['b']);
    });

    it('lets the oldest go when a scope is full', async () => {
      const { clock, index } = await arrange();
      for (let number = 0; number < SUITE_LIMIT + 20; number += 1) await index.put('scope', question(clock, `k${number}`, [1, number / 1_000]));
      const kept = await keys(index, 'scope', [1, 0], 1_000);
      expect(kept).toHaveLength(SUITE_LIMIT);
      expect(kept).not.toContain('k19');
      expect(kept).toContain('k20');
    });
  });
}
