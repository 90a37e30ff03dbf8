import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { PerspectiveType } from '@discord-intelligence/response-models';
import { describe, expect, it } from '@jest/globals';

import { createCueIndex } from '../src/cue.js';
import { OPPOSITES, STANDPOINTS } from '../src/lexicon/standpoints.js';

/** The phrases of a pattern, spelled out here once more so that the index is not its own judge. */
function spell(pattern: string): string[] {
  const bracket = /\(([^)]*)\)/.exec(pattern);
  if (bracket?.[1] === undefined) return [pattern];
  const choices = bracket[1].includes('|') ? bracket[1].split('|') : ['', bracket[1]];
  return choices.flatMap((choice) => spell(pattern.slice(0, bracket.index) + choice + pattern.slice(bracket.index + bracket[0].length)));
}

const plain = (phrase: string): string => createTextDocument(phrase).words.map(({ lower }) => lower).join(' ');
const tiers = ['unmistakable', 'telling', 'hints'] as const;

describe('the lexicons', () => {
  it('have one for every standpoint but neutral', () => {
    expect(STANDPOINTS.map(({ standpoint }) => standpoint).sort()).toEqual(PerspectiveType.options.filter((type) => type !== 'neutral').sort());
  });

  it.each(STANDPOINTS)('give $standpoint at least 40 patterns and none twice', ({ frames }) => {
    const patterns = frames.flatMap((frame) => tiers.flatMap((tier) => frame[tier] ?? []));
    expect(patterns.length).toBeGreaterThanOrEqual(40);
    const phrases = patterns.flatMap((pattern) => [...new Set(spell(pattern).map(plain))]);
    expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([]);
  });

  it('are all found by the index under their own standpoint', () => {
    const { index } = createCueIndex();
    for (const { standpoint, frames } of STANDPOINTS) {
      for (const phrase of frames.flatMap((frame) => tiers.flatMap((tier) => frame[tier] ?? [])).flatMap(spell)) {
        const { words } = createTextDocument(phrase);
        const found: unknown[] = [];
        index.find(words, 0, words.length, (cue, first, end) => {
          if (first === 0 && end === words.length && cue.kind === 'standpoint') found.push(cue.standpoint);
        });
        expect({ phrase, isFound: found.includes(standpoint) }).toEqual({ phrase, isFound: true });
      }
    }
  });

  it('name opposites that oppose back', () => {
    for (const [standpoint, opposites] of Object.entries(OPPOSITES)) expect(opposites).not.toContain(standpoint);
    for (const [one, other] of [['progressive', 'conservative'], ['socialist', 'capitalist'], ['nationalist', 'globalist'], ['religious', 'secular']] as const) {
      expect(OPPOSITES[one]).toContain(other);
      expect(OPPOSITES[other]).toContain(one);
    }
  });
});
