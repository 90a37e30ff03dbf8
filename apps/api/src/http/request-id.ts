import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { REQUEST_ID_HEADER } from './common-headers.js';

/** Unreserved characters of RFC 3986 only, so that the id is also a relative reference, as `instance` has to be. */
const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$/;

/** The caller's id of the request where it is well formed, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}
