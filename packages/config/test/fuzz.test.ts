import { inspect } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { ConfigError, describeConfig, loadConfig } from '../src/index.js';

import { registeredVariables } from '../src/registry.js';

const SEED = 20_261_122;
const ROUNDS = 1500;
const CANARY = 'canary-90be51';

/** Mulberry32: small, fast and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FRAGMENTS = [
  '', ' ', '\n', '\u0000', '\u001b[31m', '\ud800', '🙂', '"', "'", '[', ']', '{', '}', '["a"]', ',', '=', ':', '//', '@', '?', '#', '%',
  '-', '.', '..', '…', '<', '>', '1', '0', '-1', '3.5', '1e3', '0x10', '99999999999999999999', 'NaN', 'true', 'OFF', 'yes',
  'http://', 'https://localhost', 'redis://', 'rediss://u:p@h', 'sk-', 'your-', 'CHANGE_ME', 'xxx', 'none', 'full', 'info',
  'constructor', '__proto__', 'least-busy', 'a/b', 'A'.repeat(300), 'x'.repeat(20_000),
]; // prettier-ignore

describe('loadConfig on garbage', () => {
  it('throws nothing but a ConfigError and never shows a secret', () => {
    const random = randomFrom(SEED);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
    const registered = registeredVariables().map(({ variable }) => variable);
    const names = [...registered.map(({ name }) => name), 'LITELLM_X', 'ENABLE_INSTRUCTER', '__proto__', 'constructor', ''];
    const secretNames = new Set(registered.filter(({ isSecret }) => isSecret).map(({ name }) => name));
    const garbage = () => Array.from({ length: Math.floor(random() * 4) }, () => pick(FRAGMENTS)).join('');
    const outcomes = { accepted: 0, refused: 0 };

    for (let round = 0; round < ROUNDS; round += 1) {
      const layers = [new Map<string, unknown>(), new Map<string, unknown>()] as const;
      for (let count = Math.floor(random() * 12); count > 0; count -= 1) {
        const name = pick(names);
        const value = secretNames.has(name) ? `${garbage()}${CANARY}${garbage()}` : garbage();
        pick(layers).set(name, random() < 0.02 ? pick([undefined, null, 5, {}, []]) : value);
      }
      const [env, dotEnv] = layers.map((layer) => Object.freeze(Object.fromEntries(layer) as Record<string, string>));
      const where = `seed ${SEED}, round ${round}`;
      let told: string;
      try {
        const config = loadConfig(env ?? {}, { dotEnv: dotEnv ?? {} });
        told = inspect(config, { depth: Infinity, showHidden: true }) + JSON.stringify([config, describeConfig(config)]);
        outcomes.accepted += 1;
      } catch (error) {
        if (!ConfigError.is(error)) throw new Error(`Not a ConfigError (${where})`, { cause: error });
        if (error.issues.length === 0) throw new Error(`No issue (${where})`, { cause: error });
        told = inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(error);
        outcomes.refused += 1;
      }
      if (told.includes(CANARY)) throw new Error(`A secret was shown (${where})`);
    }
    // Both ways were really walked.
    expect(outcomes.accepted).toBeGreaterThan(ROUNDS / 20);
    expect(outcomes.refused).toBeGreaterThan(ROUNDS / 20);
  });
});
