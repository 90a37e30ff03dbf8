import { isUtf8 } from 'node:buffer';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import { ApiError } from '../problems/api-error.js';

/** Media types of a body. */
export const BODY_MEDIA_TYPES = ['application/json', 'text/plain'] as const;

/** Names of UTF-8 and of its subset. */
const CHARSETS = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);

/**
 * Reads bodies: JSON as it is, and plain text as the JSON `{ "text": … }`, so that
 * one schema holds for both. Bytes that are not UTF-8 are refused rather than
 * replaced, which would move the spans of every finding behind them.
 */
export function addBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  // `__proto__` and `constructor.prototype` are refused, as Fastify does by default.
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    // It calls `done` itself, and returns nothing.
    void parseJson(request, decode(request, body), done);
  });
  app.addContentTypeParser('text/plain', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    done(null, { text: decode(request, body) });
  });
}

/** Refuses what the parsers cannot read before a byte of the body is. */
export function refuseCompressedBody({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') throw unsupported('Compressed bodies are not read.');
}

/** The answer to a body of a kind that is not read. */
export function unsupported(detail: string): ApiError {
  return new ApiError('unsupported-media-type', {
    detail,
    headers: { 'accept-post': BODY_MEDIA_TYPES.join(', '), 'accept-encoding': 'identity' },
  });
}

function decode({ headers }: FastifyRequest, body: Buffer): string {
  const charset = /;\s*charset="?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !CHARSETS.has(charset.toLowerCase())) throw unsupported('The body must be in UTF-8.');
  if (!isUtf8(body)) throw new ApiError('invalid-encoding', { detail: 'The body is not UTF-8.' });
  return body.toString('utf8');
}
