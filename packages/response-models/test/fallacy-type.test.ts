import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { FALLACY_ALIASES, FALLACY_TAXONOMY, FALLACY_TYPES, FallacyType, fallacyDefinition, fallacyLabel } from '../src/index.js';

interface Taxonomy {
  readonly types: Readonly<Record<string, { readonly group: string; readonly definition: string }>>;
}

describe('the taxonomy', () => {
  const { types } = JSON.parse(readFileSync(join(__dirname, 'data/taxonomy.json'), 'utf8')) as Taxonomy;

  it('is the one that the annotated data uses', () => {
    const ours = Object.entries(FALLACY_TAXONOMY).map(([name, { family, definition }]) => [name, family, definition]);
    expect(ours).toEqual(Object.entries(types).map(([name, { group, definition }]) => [name, group, definition]));
  });

  it('holds every type of the replaced system, under its own name or an alias', () => {
    const replaced =
      'ad_hominem straw_man false_dilemma slippery_slope appeal_to_authority appeal_to_emotion hasty_generalization red_herring circular_reasoning false_cause bandwagon tu_quoque no_true_scotsman loaded_question appeal_to_nature appeal_to_tradition personal_incredulity composition_division middle_ground burden_of_proof ambiguity gambler_fallacy other'.split(' ');
    expect(replaced.map((name) => FallacyType.safeParse(name).success)).toEqual(replaced.map(() => true));
    expect(['false_cause', 'bandwagon', 'gambler_fallacy'].map((name) => FallacyType.parse(name))).toEqual(['false_causality', 'appeal_to_popularity', 'gamblers_fallacy']);
  });
});

describe('a fallacy name', () => {
  it.each([
    ['Ad Hominem', 'ad_hominem'],
    [' slippery-slope ', 'slippery_slope'],
    ["Gambler's Fallacy", 'gamblers_fallacy'],
    ['BEGGING THE QUESTION', 'circular_reasoning'],
  ])('is read in any dress: %s', (name, type) => {
    expect(FallacyType.parse(name)).toBe(type);
  });

  it.each(['', 'constructor', '__proto__', 'toString', 'false_', 3, null, {}])('is refused when there is no such fallacy: %j', (name) => {
    expect(FallacyType.safeParse(name).success).toBe(false);
  });

  it('never is an alias of itself, nor an alias of an alias', () => {
    const types = new Set<string>(FALLACY_TYPES);
    for (const [alias, type] of Object.entries(FALLACY_ALIASES)) {
      expect(types.has(alias)).toBe(false);
      expect(types.has(type)).toBe(true);
    }
  });

  it('has a label and a definition for people', () => {
    expect(fallacyLabel('gamblers_fallacy')).toBe("Gambler's fallacy");
    expect(fallacyLabel('appeal_to_nature')).toBe('Appeal to nature');
    for (const type of FALLACY_TYPES) expect(fallacyDefinition(type)).toMatch(/^[A-Z].{20,}\.$/);
  });
});
