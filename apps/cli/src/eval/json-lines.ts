import { createReadStream } from 'node:fs';

import { CliError } from '../errors.js';
import { nameInput } from '../input/read-input.js';

/** A line of a file: its text, or why it has none that can be read. */
export type Line = { readonly number: number; readonly text: string } | { readonly number: number; readonly problem: string };

/** Longest line that is read, in bytes: no annotated text comes near. */
export const LONGEST_LINE = 32 * 1024 ** 2;

const NEWLINE = 0x0a;

/**
 * Reads a file line by line, holding no more than one line and a chunk of it at a
 * time. Empty lines are left out but counted; a line that is too long or no UTF-8
 * is told as a problem, and the next one is read all the same.
 *
 * @param option - What names the file on the command line.
 * @throws CliError `input_unreadable` when the system refuses.
 */
export async function* readLines(path: string, longest = LONGEST_LINE, option = '--gold'): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts: Buffer[] = [];
  let length = 0;
  let number = 0;

  const take = (): Line | undefined => {
    const bytes = Buffer.concat(parts);
    const size = length;
    parts = [];
    length = 0;
    number += 1;
    if (size > longest) return { number, problem: `longer than ${Math.floor(longest / 1024 ** 2)} MiB` };
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      return { number, problem: 'not valid UTF-8' };
    }
    return text.trim() === '' ? undefined : { number, text };
  };
  const add = (bytes: Buffer): void => {
    length += bytes.length;
    // What will not be read need not be kept.
    if (length > longest) parts = [];
    else parts.push(bytes);
  };

  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
        add(chunk.subarray(from, end));
        from = end + 1;
        const line = take();
        if (line !== undefined) yield line;
      }
      if (from < chunk.length) add(chunk.subarray(from));
    }
  } catch (cause) {
    throw new CliError('input_unreadable', `${option} ${nameInput(path)}: it cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown error'})`, { cause });
  }
  const last = length > 0 ? take() : undefined;
  if (last !== undefined) yield last;
}
