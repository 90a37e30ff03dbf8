import { createRandom } from '@discord-intelligence/testing/random';
import { describe, expect, it } from '@jest/globals';

import { cacheKey, type CacheKeyParts } from '../../../src/cache/exact/cache-key.js';

const SEED = 7_041_776;

const PARAMS = {
  model: 'g',
  messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'What is a monad?' }],
  temperature: 0,
  max_tokens: 100,
  top_p: 1,
  seed: 1,
  stop: ['\n'],
  n: 1,
  response_format: { type: 'json_schema', json_schema: { name: 'a', schema: { type: 'object', properties: { x: { type: 'string' }, y: { type: 'number' } } } } },
  tools: [{ type: 'function', function: { name: 't1', parameters: { type: 'object' } } }],
  tool_choice: 'auto',
  logit_bias: { 50256: -100 },
  reasoning_effort: 'low',
  top_k: 40,
};

const keyOf = (params: Record<string, unknown>, parts: Partial<CacheKeyParts> = {}) =>
  cacheKey({ owner: { kind: 'tenant', tenant: 't1' }, group: 'g', params, ...parts });

describe('cacheKey', () => {
  it(`changes with every parameter that changes the answer, at any depth (seed ${SEED})`, () => {
    const random = createRandom(SEED);
    const original = keyOf(PARAMS);
    const paths = leaves(PARAMS).filter(([first]) => first !== 'model');
    const seen = new Set([original]);
    for (const path of paths) {
      for (const change of [changed, removed]) {
        const key = keyOf(change(PARAMS, path, random));
        expect({ path, isNew: !seen.has(key) }).toEqual({ path, isNew: true });
        seen.add(key);
      }
    }
    expect(seen.size).toBe(paths.length * 2 + 1);
  });

  it('changes with a parameter that it has never heard of', () => {
    expect(keyOf({ ...PARAMS, brand_new_option: true })).not.toBe(keyOf(PARAMS));
  });

  it.each(['model', 'stream', 'stream_options', 'user', 'safety_identifier', 'metadata', 'store', 'service_tier', 'prompt_cache_key', 'prompt_cache_retention'])('does not change with %s', (name) => {
    expect(keyOf({ ...PARAMS, [name]: 'something' })).toBe(keyOf(PARAMS));
  });

  it('does not change with the order of keys, or with null for left out', () => {
    const reversed = Object.fromEntries(Object.entries(PARAMS).reverse());
    expect(keyOf({ ...reversed, presence_penalty: null, functions: undefined })).toBe(keyOf(PARAMS));
  });

  it('changes with the order of messages and of tools', () => {
    expect(keyOf({ ...PARAMS, messages: [...PARAMS.messages].reverse() })).not.toBe(keyOf(PARAMS));
  });

  it('ignores white space around a message, not inside it, and never the case', () => {
    const ask = (content: unknown) => keyOf({ messages: [{ role: 'user', content }] });
    expect(ask('  Translate polish\n')).toBe(ask('Translate polish'));
    expect(ask('Translate  polish')).not.toBe(ask('Translate polish'));
    expect(ask('Translate Polish')).not.toBe(ask('Translate polish'));
    const parts = (first: string, second: string) => [{ type: 'text', text: first }, { type: 'text', text: second }];
    expect(ask(parts(' a', 'b '))).toBe(ask(parts('a', 'b')));
    expect(ask(parts('a ', 'b'))).not.toBe(ask(parts('a', 'b')));
  });

  it('changes with group, fingerprint, tenant and namespace', () => {
    const keys = [
      keyOf(PARAMS),
      keyOf(PARAMS, { group: 'h' }),
      keyOf(PARAMS, { fingerprint: 'v2' }),
      keyOf(PARAMS, { owner: { kind: 'tenant', tenant: 't2' } }),
      keyOf(PARAMS, { owner: { kind: 'tenant', tenant: 't1', namespace: 'n' } }),
      keyOf(PARAMS, { owner: { kind: 'shared' } }),
      keyOf(PARAMS, { owner: { kind: 'shared', namespace: 'n' } }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('cannot be confused by a tenant who is called like another one with a namespace', () => {
    const odd = ['a', 'a:b', 'a","b', 'a\u0000b', '["tenant","a","b"]', 'shared'];
    const keys = odd.flatMap((tenant) => [keyOf(PARAMS, { owner: { kind: 'tenant', tenant } }), keyOf(PARAMS, { owner: { kind: 'tenant', tenant, namespace: 'b' } })]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('tells nothing of the request, and begins alike for all of an owner', () => {
    const key = keyOf(PARAMS) ?? '';
    expect(key).toMatch(/^[0-9a-f]{32}:[0-9a-f]{64}$/u);
    expect(keyOf({ messages: [] })?.split(':')[0]).toBe(key.split(':')[0]);
  });

  it('is missing when a parameter has no JSON', () => {
    expect(keyOf({ ...PARAMS, tools: [() => 1] })).toBeUndefined();
  });
});

type Path = readonly (string | number)[];

function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, Array.isArray(value) ? Number(key) : key]));
}

/** A copy in which the leaf has another value. */
function changed(params: Record<string, unknown>, path: Path, random: () => number): Record<string, unknown> {
  return edit(params, path, (holder, key) => {
    const old = holder[key];
    holder[key] = typeof old === 'number' ? old + 1 + random() : `${String(old)} ${random()}`;
  });
}

/** A copy in which the leaf is missing. */
function removed(params: Record<string, unknown>, path: Path): Record<string, unknown> {
  return edit(params, path, (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  });
}

function edit(params: Record<string, unknown>, path: Path, apply: (holder: Record<string | number, unknown>, key: string | number) => void): Record<string, unknown> {
  const copy = structuredClone(params);
  let holder: Record<string | number, unknown> = copy;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
  apply(holder, path.at(-1) ?? '');
  return copy;
}
