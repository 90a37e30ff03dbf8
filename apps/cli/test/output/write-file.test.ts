import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { prepareOutputFile } from '../../src/output/write-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-out-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('prepareOutputFile', () => {
  it('touches nothing until there is something to write', async () => {
    await prepareOutputFile(join(folder, 'report.md'));
    expect(await readdir(folder)).toEqual([]);
  });

  it('writes a new file and leaves nothing else behind', async () => {
    const file = await prepareOutputFile(join(folder, 'report.md'));
    await file.write('result\n');
    expect(await readFile(join(folder, 'report.md'), 'utf8')).toBe('result\n');
    expect(await readdir(folder)).toEqual(['report.md']);
  });

  it('replaces a file as a whole and keeps its mode', async () => {
    const path = join(folder, 'report.md');
    await writeFile(path, 'a much longer report than the new one\n');
    await chmod(path, 0o600);
    const before = await stat(path);
    await (await prepareOutputFile(path)).write('new\n');
    const after = await stat(path);
    expect(await readFile(path, 'utf8')).toBe('new\n');
    expect(after.mode & 0o777).toBe(0o600);
    // Another file took the name: no reader ever saw a half-written one.
    expect(after.ino).not.toBe(before.ino);
  });

  it('replaces what a link leads to and keeps the link', async () => {
    await writeFile(join(folder, 'real.md'), 'old\n');
    await symlink('real.md', join(folder, 'link.md'));
    await (await prepareOutputFile(join(folder, 'link.md'))).write('new\n');
    expect(await readFile(join(folder, 'real.md'), 'utf8')).toBe('new\n');
    expect((await lstat(join(folder, 'link.md'))).isSymbolicLink()).toBe(true);
  });

  it('writes to a device without replacing it', async () => {
    await (await prepareOutputFile('/dev/null')).write('result\n');
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  it('refuses a directory, a missing directory and no name at all, before any work is done', async () => {
    await expect(prepareOutputFile(folder)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('a directory') });
    await expect(prepareOutputFile(join(folder, 'no/report.md'))).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('there is no directory'),
    });
    await expect(prepareOutputFile('')).rejects.toMatchObject({ code: 'usage' });
  });

  it('says so when the system refuses', async () => {
    const prepared = await prepareOutputFile(join(folder, 'report.md'));
    await rm(folder, { recursive: true });
    await expect(prepared.write('x')).rejects.toMatchObject({ code: 'output_failed', exitCode: 4 });
    folder = await mkdtemp(join(tmpdir(), 'cli-out-'));
  });
});
