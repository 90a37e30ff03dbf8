import { describe, expect, it } from '@jest/globals';

import { Secret } from '../src/index.js';

import { registeredVariables, registry, type VariableGroup } from '../src/registry.js';

const registered = registeredVariables();
const byName = new Map(registered.map((entry) => [entry.variable.name, entry]));

describe('the registry', () => {
  it('has each variable once', () => {
    expect(byName.size).toBe(registered.length);
  });

  it('has no group called like a field of the config', () => {
    expect(Object.keys(registry)).not.toEqual(expect.arrayContaining(['warnings']));
    expect(Object.keys(registry)).not.toEqual(expect.arrayContaining(['sources']));
  });

  it.each(Object.entries<VariableGroup>(registry))('describes the group %s in a sentence', (_name, { title, description }) => {
    expect(title).toMatch(/^\S.*\S$/);
    expect(description).toMatch(/^[A-Z].*\.$/);
  });
});

describe.each(registered.map(({ variable }) => [variable.name, variable] as const))('%s', (_name, variable) => {
  it('has a name that a shell can set', () => {
    expect(variable.name).toMatch(/^[A-Z][A-Z0-9_]{1,63}$/);
  });

  it('is described in one sentence that fits a table', () => {
    expect(variable.description).toMatch(/^[A-Z][^.|\n]*(?:\.env[^.|\n]*)?\.$/);
  });

  it('takes its own default and example', () => {
    const { default: value, example } = variable;
    if (value !== undefined && variable.print(value) !== '') {
      expect(variable.schema().safeParse(variable.print(value))).toEqual({ success: true, data: value });
    }
    if (example !== undefined) expect(variable.schema().safeParse(example).success).toBe(true);
  });

  it('always has a value exactly when it says so', () => {
    const chain = [variable];
    for (let next = variable; next.fallsBackTo !== undefined; ) {
      const target = byName.get(next.fallsBackTo)?.variable;
      if (target === undefined || chain.includes(target)) throw new Error(`${next.name} falls back to nowhere`);
      chain.push((next = target));
    }
    expect(variable.presence).toBe(chain.some((link) => link.default !== undefined) ? 'always' : 'maybe');
  });

  it('falls back only to what it could hold itself', () => {
    const target = byName.get(variable.fallsBackTo ?? '')?.variable;
    for (const text of [target?.default, target?.example].filter((value) => typeof value === 'string')) {
      const parsed = target?.schema().safeParse(text);
      expect(variable.schema().safeParse(String(parsed?.success && parsed.data)).success).toBe(true);
    }
  });

  it('prints nothing of a secret', () => {
    if (variable.isSecret) expect(variable.print(variable.name === 'API_KEYS' ? [new Secret('x')] : new Secret('x'))).toBe('[redacted]');
    else expect(variable.kind).not.toBe('secret');
  });
});
