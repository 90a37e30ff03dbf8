/** What is read of a request: the part of Fastify's that is needed, so that no package of Fastify is. */
export interface FastifyRequestLike {
  readonly method: string;
  readonly url: string;
  readonly protocol: string;
  readonly hostname?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly routeOptions?: { readonly url?: string | undefined } | undefined;
  readonly raw?: { readonly httpVersion: string } | undefined;
}

/** What is read of a reply. */
export interface FastifyReplyLike {
  readonly statusCode: number;
}

/** Goes on with the request. */
export type Done = () => void;

/** A Fastify application, version 5: whatever has its hooks. */
export interface FastifyLike {
  addHook(name: 'onRequest' | 'preValidation' | 'onResponse', hook: (request: FastifyRequestLike, reply: FastifyReplyLike, done: Done) => void): unknown;
  addHook(name: 'onError', hook: (request: FastifyRequestLike, reply: FastifyReplyLike, error: Error, done: Done) => void): unknown;
  addHook(name: 'onRequestAbort', hook: (request: FastifyRequestLike, done: Done) => void): unknown;
}
