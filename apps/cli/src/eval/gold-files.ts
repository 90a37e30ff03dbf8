import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { CliError } from '../errors.js';
import { nameInput } from '../input/read-input.js';

/**
 * The files of annotated texts that a name stands for: a file, the `.jsonl` files
 * of a folder in the order of their names, or several of both with commas between them.
 *
 * @throws CliError `input_missing` or `input_unreadable`, naming what is not there or holds no such file.
 */
export async function findGoldFiles(name: string): Promise<string[]> {
  // A comma may be part of a name.
  const names = (await statusOf(name)) === undefined ? name.split(',') : [name];
  const files: string[] = [];
  for (const each of names) {
    const status = await statusOf(each);
    if (status === undefined) throw new CliError('input_missing', `--gold ${nameInput(each)}: no such file or folder`);
    if (status.isFile()) files.push(each);
    else if (status.isDirectory()) {
      const inside = (await readdir(each)).filter((file) => file.endsWith('.jsonl')).sort();
      if (inside.length === 0) throw new CliError('input_missing', `--gold ${nameInput(each)}: a folder without .jsonl files`);
      files.push(...inside.map((file) => join(each, file)));
    } else throw new CliError('input_unreadable', `--gold ${nameInput(each)}: neither a file nor a folder`);
  }
  return files;
}

async function statusOf(path: string) {
  return stat(path).catch(() => undefined);
}
