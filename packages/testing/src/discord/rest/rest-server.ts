import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

import { createFormCheck, type FormIssue } from '../limits/form-check.js';
import type { Upload } from '../messages/upload.js';
import type { DiscordOpenApi } from '../open-api/discord-open-api.js';
import type { World } from '../world.js';

import { DiscordApiError } from './api-error.js';
import type { ApiReply, ApiRequest, Route } from './api-request.js';
import { readBody } from './read-body.js';
import { findRoute } from './route-table.js';
import { toFailureReply, type ScriptedFailures } from './scripted-failures.js';

/** A request that the application made, and what it was told. */
export interface RecordedRequest {
  readonly method: string;
  /** Decoded path below `/api/v10`, such as `/channels/1/messages`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  readonly files: readonly Upload[];
  /** Status of the answer. */
  readonly status: number;
  readonly atMs: number;
}

interface RestServerOptions {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly failures: ScriptedFailures;
  readonly openApi: DiscordOpenApi | undefined;
  readonly onRequest: (request: RecordedRequest) => void;
}

const API = '/api/v10';

/** Answers the REST API and the files of the CDN. */
export function createRestListener({ world, routes, failures, openApi, onRequest }: RestServerOptions): RequestListener {
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = incoming.method ?? 'GET';
    const url = new URL(incoming.url ?? '/', world.origin);
    const file = world.files.get(url.pathname);
    if (file && method === 'GET') {
      response.writeHead(200, { 'content-type': file.contentType, 'content-length': file.bytes.byteLength }).end(file.bytes);
      return;
    }

    const base = { method, path: decodePath(url.pathname), query: url.searchParams, headers: incoming.headers };
    let request: ApiRequest = { ...base, body: undefined, uploads: [] };
    let reply: ApiReply;
    let headers: Readonly<Record<string, string>> = {};
    try {
      request = { ...base, ...(await readBody(incoming)) };
      const failure = failures.take(method, request.path);
      if (failure) {
        const scripted = toFailureReply(failure);
        headers = scripted.headers;
        reply = { status: failure.status, body: scripted.body };
      } else reply = process(request, url.pathname.startsWith(`${API}/`));
    } catch (error) {
      if (!(error instanceof DiscordApiError)) throw error;
      if (error.isViolation && error.issues.length === 0) report(request, { code: error.code, detail: error.message });
      reply = { status: error.status, body: error.toBody() };
    }
    onRequest({
      ...base,
      query: Object.fromEntries(url.searchParams),
      body: request.body,
      files: request.uploads,
      status: reply.status,
      atMs: world.now(),
    });
    write(response, reply, headers);
  };

  const process = (request: ApiRequest, isApi: boolean): ApiReply => {
    const { method, path } = request;
    const match = isApi ? findRoute(routes, method, path) : undefined;
    if (match === undefined || match === 'wrong-method') {
      const isReal = openApi?.checkRequest(method, path, request.query, undefined) !== undefined;
      const detail = isReal ? 'Discord has this route, but the fake does not play it' : 'Discord has no such route';
      world.violations.add({ rule: 'unknown-route', detail, request: `${method} ${path}` });
      throw new DiscordApiError(match === 'wrong-method' ? 'methodNotAllowed' : 'notFound', { isViolation: false });
    }
    const { route, parameters } = match;
    if (route.needsToken && request.headers.authorization !== `Bot ${world.token}`) throw new DiscordApiError('unauthorized');

    const check = createFormCheck();
    route.check?.(check, request, parameters, world);
    const ours = new Set(check.issues.map(({ field }) => field));
    const misfits = (openApi?.checkRequest(method, path, request.query, request.body) ?? []).filter(({ field }) => !ours.has(field));
    for (const issue of misfits) report(request, { rule: 'open-api', issue });
    for (const issue of check.issues) report(request, { rule: 'form', issue, code: 50_035 });
    for (const issue of check.notes) report(request, { rule: 'ineffective', issue });
    const issues = check.issues.length > 0 ? check.issues : misfits;
    if (issues.length > 0) throw new DiscordApiError('invalidForm', { issues });
    return route.handle(request, parameters, world);
  };

  const report = (
    { method, path }: ApiRequest,
    { rule, code, detail, issue }: { rule?: 'open-api' | 'form' | 'ineffective'; code?: number; detail?: string; issue?: FormIssue },
  ) => {
    world.violations.add({
      rule: rule ?? (code === 0 ? 'unauthorized' : 'api'),
      detail: issue?.message ?? detail ?? '',
      request: `${method} ${path}`,
      ...(issue && { field: issue.field }),
      ...(code !== undefined && { code }),
    });
  };

  return (incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      // A bug of the fake must not look like a fault of the application.
      world.violations.add({ rule: 'api', detail: `The fake itself failed: ${String(error)}` });
      write(response, { status: 500, body: { message: 'The fake itself failed', code: 0 } }, {});
    });
  };
}

function write(response: ServerResponse, { status, body }: ApiReply, headers: Readonly<Record<string, string>>): void {
  // With a content type on an empty 204, clients would try to parse nothing as JSON.
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function decodePath(pathname: string): string {
  const path = pathname.startsWith(`${API}/`) ? pathname.slice(API.length) : pathname;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
