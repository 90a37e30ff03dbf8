import type { IncomingMessage } from 'node:http';

import type { FastifyReply } from 'fastify';

/** How long the rest of a refused body is read and thrown away, in milliseconds. */
const LINGER_MS = 5_000;

/**
 * Keeps a connection open for a while when a request is answered before its body
 * has arrived. Closing at once would reset the connection under a caller that is
 * still sending, and the caller would see the reset in place of the answer.
 */
export function lingerForRest(request: IncomingMessage, reply: FastifyReply): void {
  const hasBody = 'content-length' in request.headers || 'transfer-encoding' in request.headers;
  if (!hasBody || request.complete) return;
  // Fastify asks for an immediate close after a parser's error.
  reply.removeHeader('connection');
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), LINGER_MS).unref();
  const stop = () => {
    clearTimeout(timer);
  };
  request.once('end', stop).once('close', stop);
  // Node throws the rest away by itself once the answer is out, if nobody reads.
  reply.raw.once('finish', () => request.resume());
}
