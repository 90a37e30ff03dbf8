import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

import { DOCS_SECURITY_POLICY } from '../http/security-headers.js';
import { tidyComponents } from './components.js';

/** Version of the API, apart from the package's: the first number is raised by a break. */
const API_VERSION = '1.0.0';

/** Makes the OpenAPI document of the routes that are added after this call. */
export function describeRoutes(app: FastifyInstance): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'discord-intelligence',
        version: API_VERSION,
        description:
          'Fallacies, perspectives, sentiment, topics and routing of a text. ' +
          'Offsets are in UTF-16 code units of the text as it was sent. ' +
          'Every error is a problem as RFC 9457 has it.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags: [
        { name: 'analysis', description: 'Analyses of a text.' },
        { name: 'health', description: 'Whether the server is well.' },
        { name: 'problems', description: 'What can go wrong.' },
      ],
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'Needed where the server was started with API_KEYS.' },
        },
      },
    },
    transform: describeRoute,
    transformObject: (document) => tidyComponents(jsonSchemaTransformObject(document)),
  } satisfies FastifyDynamicSwaggerOptions);
}

/** Serves the document at `/openapi.json`. */
export function serveDocument(app: FastifyInstance): void {
  let written: string | undefined;
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    written ??= JSON.stringify(app.swagger());
    await reply.type('application/json').send(written);
  });
}

/** Serves a page to read the document and try the routes at `/docs`, from local files only. */
export function serveDocsPage(app: FastifyInstance): void {
  app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: DOCS_SECURITY_POLICY,
    theme: { title: 'discord-intelligence' },
    uiConfig: { deepLinking: true },
  });
}

/** A plain-text body is the text itself, though it is checked as the `text` of the JSON one. */
const describeRoute: NonNullable<FastifyDynamicSwaggerOptions['transform']> = (route) => {
  const { schema, url } = jsonSchemaTransform(route);
  const { consumes } = schema as { readonly consumes?: readonly string[] };
  if (consumes?.includes('text/plain') !== true) return { schema, url };
  const body = {
    content: {
      'application/json': { schema: schema.body },
      'text/plain': { schema: { type: 'string', description: 'The text to analyse.' } },
    },
  };
  return { schema: { ...schema, body }, url };
};
