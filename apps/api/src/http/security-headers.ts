import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** The API sends data only: nothing in an answer may load, run or be framed. */
const NOTHING = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"] };

/**
 * What the page of the documentation may load: its own files. Its pictures are
 * `data:` addresses inside its style sheet, and it sets styles in its markup.
 */
export const DOCS_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Adds the security headers to every answer. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
    // The server speaks plain HTTP; whoever puts TLS before it decides on this one.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
}
