import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';

import { describe, expect, it, jest } from '@jest/globals';

import { Secret } from '../src/index.js';

const CANARY = 'canary-7f3a9b';

describe('Secret', () => {
  it('gives its text to reveal() only', () => {
    expect(new Secret(CANARY).reveal()).toBe(CANARY);
  });

  const secret = new Secret(CANARY);
  const holder = { deep: { list: [secret], map: new Map([[secret, secret]]) } };
  const ways: Readonly<Record<string, () => string>> = {
    'String()': () => String(secret),
    'a template': () => `of ${secret as unknown as string}`,
    addition: () => `x${secret as unknown as string}`,
    'toString()': () => secret.toString(),
    toLocaleString: () => secret.toLocaleString(),
    'an array joined': () => [secret].join(),
    'JSON.stringify': () => JSON.stringify(secret),
    'JSON.stringify of an object around it': () => JSON.stringify({ secret, holder }),
    'util.inspect': () => inspect(secret),
    'util.inspect with everything shown': () => inspect(secret, { showHidden: true, depth: Infinity, getters: true }),
    'util.inspect without custom inspection': () => inspect(secret, { customInspect: false, showHidden: true }),
    'util.inspect of an object around it': () => inspect(holder, { showHidden: true, depth: Infinity, getters: true }),
    'util.format %s %o %O %j': () => format('%s %o %O %j', secret, secret, secret, secret),
    'Object.entries': () => JSON.stringify([Object.keys(secret), Object.values(secret), Object.entries(secret)]),
    'all own property names and symbols': () => inspect(Reflect.ownKeys(secret)),
    'for … in': () => {
      const keys: string[] = [];
      for (const key in secret) keys.push(key);
      return keys.join();
    },
    'Object.assign': () => inspect(Object.assign({}, secret)),
    structuredClone: () => inspect(structuredClone({ secret }), { showHidden: true, depth: Infinity }),
    'v8.serialize': () => serialize({ secret }).toString('latin1'),
    'an error made of it': () => inspect(new Error(`bad ${secret as unknown as string}`, { cause: secret })),
    'console.log, console.dir and console.table': () => {
      let written = '';
      const stream = new Writable({
        write(chunk: Buffer, _encoding, done) {
          written += chunk.toString();
          done();
        },
      });
      const out = new Console(stream);
      out.log(secret, { secret });
      out.dir({ secret }, { showHidden: true });
      out.table([secret, { secret }]);
      return written;
    },
  };
  it.each(Object.keys(ways))('is not shown by %s', (way) => {
    expect(ways[way]?.()).not.toContain(CANARY);
  });

  it('prints as [redacted]', () => {
    expect(String(secret)).toBe('[redacted]');
    expect(inspect({ secret })).toBe('{ secret: [redacted] }');
    expect(JSON.stringify({ secret })).toBe('{"secret":"[redacted]"}');
  });

  it('has no properties and takes none', () => {
    expect(Reflect.ownKeys(secret)).toEqual([]);
    expect(Object.isFrozen(secret)).toBe(true);
  });

  it('knows its own kind', () => {
    expect(Secret.is(secret)).toBe(true);
    for (const other of [undefined, null, CANARY, {}, { reveal: () => CANARY }, new Map()]) {
      expect(Secret.is(other)).toBe(false);
    }
  });

  it('knows secrets and errors of another copy of the package', async () => {
    await jest.isolateModulesAsync(async () => {
      const copy = await import('../src/index.js');
      const { ConfigError } = await import('../src/index.js');
      const foreign = new copy.Secret(CANARY);
      expect(foreign).not.toBeInstanceOf(Secret);
      expect(Secret.is(foreign)).toBe(true);
      expect(copy.Secret.is(secret)).toBe(true);
      expect(ConfigError.is(new copy.ConfigError({ code: 'CONFIG_INVALID', message: 'x' }))).toBe(true);
    });
  });
});
