import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { CliError } from '../errors.js';
import { toSafeLine } from '../terminal/safe-text.js';

/** A place for the result that has been looked at and not yet been touched. */
export interface OutputFile {
  /** Replaces the file as a whole: a reader sees the old one or the new one, never half of it. */
  write(text: string): Promise<void>;
}

/**
 * Checks where the result is to go, before any work is done for it.
 *
 * @param option - What names the file on the command line.
 * @throws CliError `usage` when it is a directory or its directory is not there.
 */
export async function prepareOutputFile(path: string, option = '--out'): Promise<OutputFile> {
  const name = toSafeLine(path);
  if (path === '') throw new CliError('usage', `${option} needs the name of a file`);
  const existing = await stat(path).catch(() => undefined);
  if (existing?.isDirectory()) throw new CliError('usage', `${option} ${name}: a directory; name a file in it`);
  // A link stays a link: what it leads to is replaced.
  const target = existing === undefined ? path : await realpath(path);
  const folder = dirname(target);
  const isFolder = await stat(folder).then((status) => status.isDirectory(), () => false);
  if (!isFolder) throw new CliError('usage', `${option} ${name}: there is no directory ${toSafeLine(folder)}`);
  return {
    async write(text) {
      try {
        // A pipe or a device cannot be replaced, only written to.
        if (existing !== undefined && !existing.isFile()) await writeFile(target, text);
        else await replaceFile(target, text, existing?.mode);
      } catch (error) {
        const { code = 'unknown error' } = error as NodeJS.ErrnoException;
        throw new CliError('output_failed', `${option} ${name}: the result cannot be written (${code})`, { cause: error });
      }
    },
  };
}

async function replaceFile(target: string, text: string, mode = 0o666): Promise<void> {
  // In the same directory, because a rename is atomic within one file system only.
  const temporary = join(dirname(target), `.discord-intelligence-${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode & 0o777);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
