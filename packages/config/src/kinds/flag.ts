import * as z from 'zod';

import { declare, type PresenceOf, type Variable, type VariableOptions } from '../variable.js';

const ON = ['1', 'true', 'yes', 'on'];
const OFF = ['0', 'false', 'no', 'off'];

/** Something that is on or off, in any case of letters. */
export function flag<const Options extends VariableOptions<boolean>>(
  options: Options,
): Variable<Options['name'], boolean, PresenceOf<Options>> {
  return declare(options, {
    kind: 'flag',
    allowed: 'a flag: true, 1, yes, on or false, 0, no, off',
    schema: () => z.stringbool({ truthy: ON, falsy: OFF, error: 'it is neither yes nor no' }),
  });
}
