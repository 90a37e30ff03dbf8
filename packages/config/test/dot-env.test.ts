import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { ConfigError } from '../src/index.js';

import { readDotEnv } from '../src/dot-env.js';

/** A user without rights, on any system we test on. */
const NOBODY = 65_534;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dot-env-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const failure = (): ConfigError => {
  try {
    readDotEnv(folder);
  } catch (error) {
    if (ConfigError.is(error)) return error;
    throw error;
  }
  throw new Error('The file was read.');
};

describe('readDotEnv', () => {
  it('reads comments, quotes, exports and lines of other systems', () => {
    const lines = ['\ufeff# a comment', 'A=1', 'export B="two words"', "C='#3'", 'D=4 # four', 'E=', 'F=a=b', 'G="1\n2"'];
    writeFileSync(join(folder, '.env'), lines.join('\r\n'));
    expect(readDotEnv(folder)).toEqual({ A: '1', B: 'two words', C: '#3', D: '4', E: '', F: 'a=b', G: '1\n2' });
  });

  it('finds nothing where there is no file, also when the folder above has one', () => {
    writeFileSync(join(folder, '.env'), 'A=1');
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    expect(readDotEnv(inner)).toEqual({});
  });

  it('says so when .env is a folder', () => {
    mkdirSync(join(folder, '.env'));
    expect(failure()).toMatchObject({ code: 'DOTENV_UNREADABLE', issues: [] });
    expect(failure().message).toContain('it is a folder');
  });

  it('says so when .env is a link in a circle', () => {
    symlinkSync('.env', join(folder, '.env'));
    expect(failure().message).toContain('a link that leads back to itself');
  });

  it('refuses a file that cannot be one of settings', () => {
    writeFileSync(join(folder, '.env'), 'A='.padEnd(1024 ** 2 + 1, 'x'));
    expect(failure().message).toContain('larger than 1048576 bytes');
  });

  it('says so when this user may not read the file', () => {
    writeFileSync(join(folder, '.env'), 'A=1');
    chmodSync(join(folder, '.env'), 0o000);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(NOBODY); // root may read everything
    try {
      expect(failure().message).toContain('this user may not read it');
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});
