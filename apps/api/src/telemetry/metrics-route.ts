import type { LogfireHandle } from '@discord-intelligence/observability';
import type { FastifyPluginCallback } from 'fastify';

import { createKeyCheck } from '../access/api-keys.js';

/** What the route stands on. */
export interface MetricsRouteOptions {
  /** Keys of which the scraper must send one; empty for none. */
  readonly keys: readonly string[];
  readonly metricsHandler: LogfireHandle['metricsHandler'];
}

/** `GET /metrics` for Prometheus, behind the same keys as the analyses: it tells how the server is used and what it costs. */
export const metricsRoute: FastifyPluginCallback<MetricsRouteOptions> = (app, { keys, metricsHandler }, done) => {
  const checkKey = createKeyCheck(keys);
  app.get(
    '/metrics',
    {
      schema: { hide: true },
      onRequest: (request, _reply, next) => {
        checkKey(request);
        next();
      },
    },
    (request, reply) => {
      // The handler writes the answer itself; what every answer has it does not know.
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
      reply.hijack();
      metricsHandler(request.raw, reply.raw);
    },
  );
  done();
};
