import type { FastifyRequest } from 'fastify';

import { ApiError } from '../problems/api-error.js';

/**
 * Refuses what a page of another site makes a browser send. A plain-text POST
 * needs no permission of ours to be sent, so any page could use up the server
 * (and later the keys) of whoever looks at it. Only browsers send this header,
 * and no page can forge it.
 */
export function refuseCrossSite({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw new ApiError('cross-site-request');
}
