import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

import type { Environment } from './environment.js';
import { ConfigError } from './errors.js';

/** Most bytes of a `.env` file. */
const MAX_BYTES = 1024 ** 2;

/**
 * Reads the `.env` file of a folder; without one there are no variables.
 *
 * @param folder - Only this folder is looked at, not the ones above it.
 * @throws {@link ConfigError} with code `DOTENV_UNREADABLE` when the file is there and cannot be read.
 */
export function readDotEnv(folder: string): Environment {
  const file = join(folder, '.env');
  try {
    const { size } = statSync(file);
    if (size > MAX_BYTES) throw unreadable(file, `it is larger than ${MAX_BYTES} bytes`);
    const text = readFileSync(file, 'utf8');
    return parseEnv(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    if (ConfigError.is(error)) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return {};
    throw unreadable(file, REASONS[code ?? ''] ?? 'the system refuses it', error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link that leads back to itself',
  ENOTDIR: 'the working directory is not a folder',
};

function unreadable(file: string, reason: string, cause?: unknown): ConfigError {
  return new ConfigError({
    code: 'DOTENV_UNREADABLE',
    message: `The settings file ${file} cannot be read: ${reason}. Make it readable, remove it, or set NODE_ENV=production to do without it.`,
    cause,
  });
}
