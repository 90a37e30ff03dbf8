import * as z from 'zod';

import { REDACTED, Secret } from '../secret.js';
import { declare, type PresenceOf, type Variable, type VariableOptions } from '../variable.js';
import { splitList } from './list.js';
import { addressOf } from './url.js';

/** How a secret is declared. */
export type SecretOptions = VariableOptions<Secret>;

/** How a secret address is declared. */
export interface SecretUrlOptions extends VariableOptions<Secret> {
  /** Accepted schemes with their colon: `redis:`. */
  readonly schemes: readonly string[];
}

/** How a secret of `key=value` pairs is declared. */
export type SecretPairsOptions = VariableOptions<Secret>;

/** How a list of secrets is declared. */
export interface SecretListOptions extends VariableOptions<readonly Secret[]> {
  readonly minLength: number;
  readonly maxItems: number;
}

const MAX_KEY_LENGTH = 2048;
// Keys travel in HTTP headers, which carry no other characters.
const VISIBLE_ASCII = /^[\u0021-\u007e]*$/;
const WITH_SPACES = /^[\u0020-\u007e]*$/;

const key = () =>
  z
    .string()
    .max(MAX_KEY_LENGTH, { error: `it is longer than ${MAX_KEY_LENGTH} characters` })
    .regex(VISIBLE_ASCII, { error: 'it contains a space, a line break or a letter outside ASCII' })
    .refine((value) => !/^["'].*["']$/.test(value), { error: 'it is wrapped in quotes, which are part of the value here' });

const conceal = (value: string): Secret => new Secret(value);

/** A key or token. */
export function secret<const Options extends SecretOptions>(
  options: Options,
): Variable<Options['name'], Secret, PresenceOf<Options>> {
  return declare(options, {
    kind: 'secret',
    allowed: 'a key or token: ASCII characters without spaces or quotes around them',
    isSecret: true,
    schema: () => key().transform(conceal),
    print: () => REDACTED,
  });
}

/** An address that may hold a password. */
export function secretUrl<const Options extends SecretUrlOptions>(
  options: Options,
): Variable<Options['name'], Secret, PresenceOf<Options>> {
  const written = options.schemes.map((scheme) => `${scheme}//`).join(' or ');
  return declare(options, {
    kind: 'secret',
    allowed: `a URL that begins with ${written}`,
    isSecret: true,
    schema: () =>
      z
        .string()
        .refine((value) => addressOf(value, options.schemes) !== undefined, { error: 'it is not such a URL' })
        .transform(conceal),
    print: () => REDACTED,
  });
}

/** Pairs such as HTTP headers: `key=value,other=value`. */
export function secretPairs<const Options extends SecretPairsOptions>(
  options: Options,
): Variable<Options['name'], Secret, PresenceOf<Options>> {
  return declare(options, {
    kind: 'secret',
    allowed: 'pairs written key=value, with commas between them',
    isSecret: true,
    schema: () =>
      z
        .string()
        .regex(WITH_SPACES, { error: 'it contains a line break or a letter outside ASCII' })
        .refine((value) => value.split(',').every((pair) => pair.trim().indexOf('=') > 0), {
          error: 'a part of it has no name before an equals sign',
        })
        .transform(conceal),
    print: () => REDACTED,
  });
}

/** Several keys, any of which opens the door: `key1,key2`. */
export function secretList<const Options extends SecretListOptions>(
  options: Options,
): Variable<Options['name'], readonly Secret[], PresenceOf<Options>> {
  const { minLength, maxItems } = options;
  return declare<Options, readonly Secret[]>(options, {
    kind: 'secret',
    allowed: `a comma list of at most ${maxItems} keys, each of ${minLength} or more ASCII characters without spaces`,
    isSecret: true,
    schema: () =>
      z
        .string()
        .transform(splitList)
        .pipe(
          z
            .array(key().min(minLength, { error: `one of the keys is shorter than ${minLength} characters` }).transform(conceal))
            .max(maxItems, { error: `it has more than ${maxItems} keys` }),
        ),
    print: (keys) => keys.map(() => REDACTED).join(','),
  });
}
