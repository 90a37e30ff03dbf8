import { createHash, timingSafeEqual } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import { ApiError } from '../problems/api-error.js';

/** Refuses requests without one of the keys in `Authorization: Bearer`; without keys, nothing is refused. */
export function createKeyCheck(keys: readonly string[]): (request: FastifyRequest) => void {
  const known = keys.map(digest);
  return ({ headers }) => {
    if (known.length === 0) return;
    const [scheme = '', key = '', ...rest] = (headers.authorization ?? '').split(' ');
    const given = digest(key);
    // Digests have one length, and all are compared, so that time tells nothing about any key.
    const matches = known.filter((each) => timingSafeEqual(each, given)).length;
    if (scheme.toLowerCase() === 'bearer' && rest.length === 0 && matches > 0) return;
    throw new ApiError('unauthorized', {
      detail: headers.authorization === undefined ? 'No key was sent.' : 'The key is not one of the keys of this server.',
      headers: { 'www-authenticate': 'Bearer realm="discord-intelligence"' },
    });
  };
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
