import { pinoMixin } from '@discord-intelligence/observability';
import { LogController, type FastifyInstance } from 'fastify';

/** Fastify's own lines are off: they hold the address of a request, and so whatever a caller wrote there. */
export const quietLogController = new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' });

/** Writes one line for each request, once it is over: what was called and how it went, and nothing the caller wrote. */
export function logRequests(app: FastifyInstance): void {
  const traceIds = pinoMixin();
  app.addHook('onRequest', (request, reply, done) => {
    // By the time of the line the request is over, and its span gone.
    const ids = traceIds();
    // Not `onResponse`, which does not run when the caller hangs up.
    reply.raw.once('close', () => {
      request.log.info(
        {
          ...ids,
          method: request.method,
          route: request.routeOptions.url ?? null,
          status: reply.raw.writableFinished ? reply.raw.statusCode : null,
          bodyBytes: Number(request.headers['content-length'] ?? 0),
          durationMs: Math.round(reply.elapsedTime * 1000) / 1000,
        },
        reply.raw.writableFinished ? 'request completed' : 'request aborted by the caller',
      );
    });
    done();
  });
}
