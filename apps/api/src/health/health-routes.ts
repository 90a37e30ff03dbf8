import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import * as z from 'zod';

import { jsonAnswer } from '../open-api/json-answer.js';
import { ApiError } from '../problems/api-error.js';
import { documentedProblems } from '../problems/documented-problems.js';
import type { Readiness } from './readiness.js';

/** The answer of a server that is well. */
export const Health = z
  .object({ status: z.literal('ok') })
  .meta({ id: 'Health', title: 'Health', description: 'The answer of a server that is well.' });

/** What the health routes stand on. */
export interface HealthRoutesOptions {
  readonly readiness: Readiness;
}

/** Addresses that say no more than that the process answers. `/health` is the name it had in the replaced system. */
const LIVENESS = {
  '/livez': 'Whether the process answers; restart it when it does not',
  '/healthz': 'The same as /livez, by its older name',
  '/health': 'The same as /livez, by its oldest name',
} as const;

/** `/livez`, `/healthz`, `/health`: whether the process answers. `/readyz`: whether it should be sent requests. */
export const healthRoutes: FastifyPluginCallbackZod<HealthRoutesOptions> = (app, { readiness }, done) => {
  const shared = { tags: ['health'] };
  for (const [url, summary] of Object.entries(LIVENESS)) {
    app.get(
      url,
      { schema: { ...shared, operationId: url.slice(1), summary, response: { 200: jsonAnswer('It answers.', Health), ...documentedProblems() } } },
      async () => ({ status: 'ok' as const }),
    );
  }
  app.get(
    '/readyz',
    {
      schema: {
        ...shared,
        operationId: 'readyz',
        summary: 'Whether the server should be sent requests',
        response: { 200: jsonAnswer('It should.', Health), ...documentedProblems('not-ready') },
      },
    },
    async () => {
      const reasons = readiness.reasons();
      if (reasons.length > 0) {
        throw new ApiError('not-ready', { fields: reasons.map((detail) => ({ detail })), headers: { 'retry-after': '5' } });
      }
      return { status: 'ok' as const };
    },
  );
  done();
};
