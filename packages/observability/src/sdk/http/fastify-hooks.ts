import { type Context, context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';

import { metrics } from '../../metrics/catalogue.js';
import { COMMON, HTTP, OURS } from '../../names/attributes.js';
import type { FastifyLike, FastifyReplyLike, FastifyRequestLike } from '../../fastify-like.js';
import type { Measure } from '../metrics/meters.js';
import type { ActiveSpan } from '../spans/active-span.js';
import type { OpenSpan } from '../spans/open-span.js';

/** What the hooks need. */
export interface FastifyHooksOptions {
  readonly open: OpenSpan;
  readonly measure: Measure;
  readonly ignorePaths: readonly string[];
  readonly trustTraceparent: boolean;
}

interface ServerCall {
  readonly span: ActiveSpan;
  readonly context: Context;
  readonly startedAt: number;
  readonly method: string;
  /** What was thrown, until it is known what it is answered with. */
  thrown?: Error;
}

const SERVER = { kind: 'server' } as const;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH', 'QUERY']);
/** What routes that do not exist have in common: one series, however many paths a scanner tries. */
const UNMATCHED = 'unmatched';

/** Adds one SERVER span and one duration to every request of a Fastify application. It may come after its routes. */
export function instrumentFastify(app: FastifyLike, { open, measure, ignorePaths, trustTraceparent }: FastifyHooksOptions): void {
  const calls = new WeakMap<object, ServerCall>();
  const ignored = new Set(ignorePaths);

  app.addHook('onRequest', (request, _reply, done) => {
    const path = pathOf(request.url);
    if (ignored.has(path)) {
      done();
      return;
    }
    const parent = trustTraceparent ? propagation.extract(ROOT_CONTEXT, request.headers) : ROOT_CONTEXT;
    const method = METHODS.has(request.method) ? request.method : '_OTHER';
    const route = request.routeOptions?.url;
    const query = request.url.slice(path.length);
    // Written one by one: this is every request's way in.
    const attributes: Record<string, unknown> = { [HTTP.method]: method, [HTTP.urlPath]: path, [HTTP.urlScheme]: request.protocol, [HTTP.protocolVersion]: request.raw?.httpVersion ?? '1.1' };
    if (method !== request.method) attributes[HTTP.methodOriginal] = request.method.slice(0, 64);
    if (query.length > 1) attributes[HTTP.urlQuery] = query.slice(1);
    if (route !== undefined) attributes[HTTP.route] = route;
    if (request.hostname !== undefined) attributes[COMMON.serverAddress] = request.hostname;
    const agent = request.headers['user-agent'];
    if (typeof agent === 'string') attributes[HTTP.userAgent] = agent;
    const span = open(route === undefined ? method : `${method} ${route}`, attributes, SERVER, parent);
    if (span === undefined) {
      done();
      return;
    }
    const call: ServerCall = { span, context: span.context, startedAt: performance.now(), method };
    calls.set(request, call);
    context.with(call.context, done);
  });

  // A body is read on the socket's events, which belong to no request: here the request finds back to its span.
  app.addHook('preValidation', (request, _reply, done) => {
    const call = calls.get(request);
    if (call === undefined) done();
    else context.with(call.context, done);
  });

  app.addHook('onError', (request, _reply, error, done) => {
    const call = calls.get(request);
    // The application's own error handler, which decides about the status, comes after this.
    if (call !== undefined) call.thrown = error;
    done();
  });

  app.addHook('onResponse', (request, reply, done) => {
    finish(request, reply);
    done();
  });

  app.addHook('onRequestAbort', (request, done) => {
    const call = calls.get(request);
    call?.span.setAttribute(OURS.aborted, true);
    finish(request, undefined);
    done();
  });

  function finish(request: FastifyRequestLike, reply: FastifyReplyLike | undefined): void {
    const call = calls.get(request);
    if (call === undefined) return;
    calls.delete(request);
    const status = reply?.statusCode;
    const errorType = status === undefined ? 'aborted' : status >= 500 ? String(status) : undefined;
    if (status !== undefined) call.span.setAttribute(HTTP.status, status);
    // What is answered with a 4xx is the caller's doing.
    if (call.thrown !== undefined && (status === undefined || status >= 500)) call.span.recordError(call.thrown);
    if (errorType !== undefined) call.span.markFailed(errorType);
    call.span.end();
    measure(metrics.http.serverDuration.definition, (performance.now() - call.startedAt) / 1000, {
      [HTTP.method]: call.method,
      [HTTP.route]: request.routeOptions?.url ?? UNMATCHED,
      [HTTP.status]: status,
      [HTTP.urlScheme]: request.protocol,
      [COMMON.errorType]: errorType,
    });
  }
}

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}
