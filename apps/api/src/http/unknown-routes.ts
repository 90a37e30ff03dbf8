import type { FastifyInstance } from 'fastify';

import { ApiError } from '../problems/api-error.js';

/**
 * Answers what no route takes, before a body is read: 405 where the address
 * exists for other methods, 404 where it does not. Fastify alone says 404 to both.
 * To be called before the routes are added.
 */
export function refuseUnknownRoutes(app: FastifyInstance): void {
  const methodsByRoute = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsByRoute.get(url) ?? new Set(['OPTIONS']);
    for (const name of [method].flat()) methods.add(name);
    methodsByRoute.set(url, methods);
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    const [path = ''] = request.url.split('?', 1);
    const allowed = [...methodsByRoute].filter(([route]) => matches(route, path)).flatMap(([, methods]) => [...methods]);
    if (allowed.length === 0) throw new ApiError('not-found', { detail: 'There is nothing at this address.' });
    const allow = [...new Set(allowed)].sort().join(', ');
    if (request.method === 'OPTIONS') {
      await reply.code(204).header('allow', allow).send();
      return;
    }
    throw new ApiError('method-not-allowed', { detail: `This address takes ${allow}.`, headers: { allow } });
  });
}

/** Whether a path belongs to a route: `:name` stands for one part, `*` for the rest. */
function matches(route: string, path: string): boolean {
  const wanted = route.split('/');
  const parts = path.split('/');
  const rest = wanted.indexOf('*');
  if (rest === -1 ? parts.length !== wanted.length : parts.length <= rest) return false;
  return wanted.slice(0, rest === -1 ? undefined : rest).every((part, index) => part.startsWith(':') || part === parts[index]);
}
