import { stat } from 'node:fs/promises';

import type { CommandIo } from '../command-io.js';
import { CliError, type CliErrorCode } from '../errors.js';
import { toSafeLine } from '../terminal/safe-text.js';
import { decodeText } from './decode-text.js';
import { openFile } from './open-file.js';
import { readBounded, TooManyBytes } from './read-bounded.js';

/** What reading an input takes beside its name. */
export interface ReadInputOptions {
  readonly io: Pick<CommandIo, 'stdin' | 'signal'>;
  /** Longest text taken, in UTF-16 code units. */
  readonly maxCharacters: number;
}

/**
 * Reads one input as text: a file, a pipe, or `-` for standard input.
 *
 * @throws CliError with an `input_…` code; the signal's reason when aborted.
 */
export async function readInput(input: string, { io, maxCharacters }: ReadInputOptions): Promise<string> {
  const name = nameInput(input);
  const bytes = await readBytes(input, io, maxCharacters).catch((error: unknown) => {
    io.signal.throwIfAborted();
    if (error instanceof TooManyBytes) throw tooLong(name, error.message, maxCharacters);
    throw CliError.is(error) ? error : unreadable(name, error, input);
  });
  const text = decodeText(bytes, name);
  if (text.length > maxCharacters) throw tooLong(name, `${text.length} characters`, maxCharacters);
  return text;
}

/** What messages and headings call an input, safe to show. */
export function nameInput(input: string): string {
  if (input === '-') return 'standard input';
  return input === '' ? "''" : toSafeLine(input);
}

async function readBytes(input: string, { stdin, signal }: ReadInputOptions['io'], maxCharacters: number): Promise<Buffer> {
  // A UTF-16 code unit takes three bytes of UTF-8 at most; three more are the byte order mark.
  const maxBytes = maxCharacters * 3 + 3;
  if (input === '-') return readBounded(stdin.read(signal), maxBytes, signal);
  const status = await stat(input);
  const name = nameInput(input);
  if (status.isDirectory()) throw new CliError('input_is_directory', `${name}: a directory; name the files in it`);
  // Before a byte is read: what is far too long costs nothing. Pipes and devices have no size.
  if (status.isFile() && status.size > maxBytes) throw new TooManyBytes(`${status.size} bytes`);
  return readBounded(await openFile(input, status, name, signal), maxBytes, signal);
}

const REASONS: Readonly<Record<string, readonly [CliErrorCode, string]>> = {
  ENOENT: ['input_missing', 'no such file'],
  ENOTDIR: ['input_missing', 'no such file: a part of the path is not a directory'],
  EISDIR: ['input_is_directory', 'a directory; name the files in it'],
  EACCES: ['input_unreadable', 'this user may not read it'],
  EPERM: ['input_unreadable', 'this user may not read it'],
  ELOOP: ['input_unreadable', 'a link that leads back to itself'],
  ENAMETOOLONG: ['input_missing', 'the name is too long for a file'],
  ENXIO: ['input_unreadable', 'a socket or a device without a driver'],
};

function unreadable(name: string, error: unknown, path: string): CliError {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  const [errorCode, reason] = REASONS[code] ?? (['input_unreadable', `it cannot be read (${code})`] as const);
  const hint = /^https?:\/\//i.test(path) ? '; links are not fetched: download the page and give its text' : '';
  return new CliError(errorCode, `${name}: ${reason}${hint}`, { cause: error });
}

function tooLong(name: string, found: string, maxCharacters: number): CliError {
  return new CliError(
    'input_too_long',
    `${name}: too long: ${found}, and at most ${maxCharacters} characters are analysed (ANALYSIS_MAX_CHARACTERS)`,
  );
}
