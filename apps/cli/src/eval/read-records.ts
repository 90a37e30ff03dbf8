import { toSafeLine } from '../terminal/safe-text.js';

import { type Line, LONGEST_LINE, readLines } from './json-lines.js';

/** A record of a file, or why a line holds none. */
export type FileRecord<Value> = { readonly number: number; readonly value: Value } | { readonly number: number; readonly problem: string };

/** What tells a record from anything else; a zod schema is one. */
export interface RecordForm<Value> {
  safeParse(value: unknown): { readonly success: true; readonly data: Value } | { readonly success: false; readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] } };
}

/**
 * Reads the records of a JSON Lines file. A line that holds none is told with its number, in words without its content.
 *
 * @param option - What names the file on the command line.
 * @throws CliError `input_unreadable` when the system refuses.
 */
export async function* readRecords<Value>(path: string, form: RecordForm<Value>, option?: string): AsyncGenerator<FileRecord<Value>> {
  for await (const line of readLines(path, LONGEST_LINE, option)) yield readRecord(line, form);
}

function readRecord<Value>(line: Line, form: RecordForm<Value>): FileRecord<Value> {
  if ('problem' in line) return line;
  const { number, text } = line;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { number, problem: 'not JSON' };
  }
  const parsed = form.safeParse(value);
  if (parsed.success) return { number, value: parsed.data };
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  return { number, problem: toSafeLine(`${place}${issue?.message ?? 'not of the form asked for'}`).slice(0, 200) };
}
