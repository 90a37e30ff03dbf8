import * as z from 'zod';

import { declare, type PresenceOf, type Variable, type VariableOptions } from '../variable.js';

/** How a text variable is declared. */
export interface TextOptions extends VariableOptions<string> {
  /** The whole text must match; written so that it matches in linear time. */
  readonly pattern: RegExp;
  /** What the pattern means, in words. */
  readonly allowed: string;
}

/** How a path is declared. */
export type PathOptions = VariableOptions<string>;

/** A text of a certain form. */
export function text<const Options extends TextOptions>(
  options: Options,
): Variable<Options['name'], string, PresenceOf<Options>> {
  return declare(options, {
    kind: 'string',
    allowed: options.allowed,
    schema: () => z.string().regex(options.pattern, { error: 'it has another form' }),
  });
}

/** The path of a file. Whether the file exists is for its reader to find out. */
export function path<const Options extends PathOptions>(
  options: Options,
): Variable<Options['name'], string, PresenceOf<Options>> {
  return declare(options, {
    kind: 'path',
    allowed: 'the path of a file, absolute or from the working directory',
    schema: () =>
      z
        .string()
        .max(4096, { error: 'it is longer than 4096 characters' })
        // eslint-disable-next-line no-control-regex -- refusing them is the point
        .regex(/^[^\u0000-\u001f\u007f]*$/, { error: 'it contains a control character' }),
  });
}
