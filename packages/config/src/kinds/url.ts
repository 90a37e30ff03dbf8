import * as z from 'zod';

import { declare, type PresenceOf, type Variable, type VariableOptions } from '../variable.js';

/** How a URL is declared. */
export type UrlOptions = VariableOptions<string>;

/** An `http://` or `https://` address, kept as written but for slashes at its end. */
export function url<const Options extends UrlOptions>(
  options: Options,
): Variable<Options['name'], string, PresenceOf<Options>> {
  return declare(options, {
    kind: 'url',
    allowed: 'a URL that begins with http:// or https://, without user name, password or #fragment',
    schema: () =>
      z
        .string()
        .refine((value) => addressOf(value, ['http:', 'https:']) !== undefined, {
          error: 'it is not such a URL',
          abort: true,
        })
        .refine(hasNoCredentials, { error: 'it holds a user name or password, which fetch refuses to send', abort: true })
        .refine((value) => !value.includes('#'), { error: 'it has a #fragment' })
        .transform(withoutTrailingSlashes),
    print: withoutQueryValues,
  });
}

/** The parsed URL, or undefined when it is none or has another scheme. */
export function addressOf(value: string, schemes: readonly string[]): URL | undefined {
  // The URL parser drops tabs and line breaks; here they are a paste gone wrong.
  if (/\s/.test(value) || !URL.canParse(value)) return undefined;
  const address = new URL(value);
  const isWritten = value.slice(0, address.protocol.length + 2).toLowerCase() === `${address.protocol}//`;
  return isWritten && schemes.includes(address.protocol) && address.hostname !== '' ? address : undefined;
}

function hasNoCredentials(value: string): boolean {
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

function withoutTrailingSlashes(value: string): string {
  if (value.includes('?')) return value; // the slash may belong to the query
  let end = value.length;
  while (value[end - 1] === '/') end -= 1;
  return value.slice(0, end);
}

/** A query may carry a key, so a listing shows only that there is one. */
function withoutQueryValues(value: string): string {
  const query = value.indexOf('?');
  return query === -1 ? value : `${value.slice(0, query)}?[redacted]`;
}
