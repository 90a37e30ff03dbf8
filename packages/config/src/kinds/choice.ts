import * as z from 'zod';

import { declare, type PresenceOf, type Variable, type VariableOptions } from '../variable.js';

/** How a choice is declared. Choices and aliases are lower-case. */
export interface ChoiceOptions extends VariableOptions<string> {
  readonly choices: readonly string[];
  /** Other spellings that are understood, and the choice each one means. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What may be written, when the list of choices does not say it. */
  readonly allowed?: string;
}

/** One word out of a closed set, in any case of letters. */
export function choice<const Options extends ChoiceOptions>(
  options: Options,
): Variable<Options['name'], Options['choices'][number], PresenceOf<Options>> {
  const { choices, aliases = {} } = options;
  return declare(options, {
    kind: 'enum',
    allowed: options.allowed ?? `one of ${choices.join(', ')}`,
    schema: () =>
      z
        .string()
        .toLowerCase()
        .transform((word) => (Object.hasOwn(aliases, word) ? aliases[word] : word))
        .pipe(z.enum(choices, { error: 'it is none of the choices' })),
  });
}
