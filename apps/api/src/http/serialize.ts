import type { FastifySerializerCompiler } from 'fastify';

/**
 * Writes answers as they are. They are not parsed by their schemas once more:
 * what analyses give has been held to its models already, models read aliases
 * and so cannot be run backwards, and the tests hold every answer to the
 * OpenAPI document.
 */
export const serializerCompiler: FastifySerializerCompiler<unknown> = () => (data) => JSON.stringify(data);
