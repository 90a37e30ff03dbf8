import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import { listen, stopListening } from '../http/listen.js';
import { createChangeSignal } from '../wait/change-signal.js';

import { playStep } from './play-step.js';
import type { ProviderStep } from './provider-step.js';
import { readRequest } from './read-request.js';
import type { IncomingRequest, ProviderScript, ScriptedProvider, ScriptedProviderOptions } from './scripted-provider.js';
import { wallClock, type MutableScriptedRequest } from './scripted-request.js';

/** What a deployment without a script answers. */
const DEFAULT_STEP: ProviderStep = { status: 200, body: { completion: 'ok' } };

/**
 * Starts a local server whose deployments follow scripts, at
 * `<url>/<deployment>/v1/chat/completions` and `/embeddings`.
 *
 * @example
 * await using provider = await startScriptedProvider({ scripts: { a: [{ status: 503 }, { body: { completion: 'late' } }] } });
 * const client = new OpenAI({ baseURL: provider.baseUrl('a'), apiKey: 'k1' });
 */
export async function startScriptedProvider({ scripts = {}, now = Date.now, keepRequests = true, onClosed, waitMs }: ScriptedProviderOptions = {}): Promise<ScriptedProvider> {
  const server = createServer({ keepAliveTimeout: 60_000 });
  const port = await listen(server);
  const url = `http://127.0.0.1:${port}`;
  const script = new Map<string, ProviderScript>(Object.entries(scripts));
  const taken = new Map<string, number>();
  const requests: MutableScriptedRequest[] = [];
  const open = new Map<string, number>();
  const peaks = new Map<string, number>();
  const connections = new WeakMap<Socket, number>();
  let connectionCount = 0;
  let closedPort: number | undefined;
  if (Object.values(scripts).some(isRefused)) closedPort = await findClosedPort();

  const changed = createChangeSignal(() => `Requests so far:\n${requests.map((request) => `${request.deployment}#${request.key}${request.path} ${request.closedBy ?? 'open'}`).join('\n') || '(none)'}`, waitMs);
  server.on('connection', (socket) => connections.set(socket, connectionCount++));
  // What a script cuts is no failure of the test run.
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('request', (incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  });

  return {
    url,
    baseUrl: (deployment) => `${isRefused(script.get(deployment) ?? []) ? `http://127.0.0.1:${closedPort ?? 1}` : url}/${encodeURIComponent(deployment)}/v1`,
    requests,
    requestsOf: (id) => requests.filter((request) => request.deployment === id || `${request.deployment}#${request.key}` === id),
    peak: (deployment) => peaks.get(deployment) ?? 0,
    inFlight: (deployment) => (deployment === undefined ? [...open.values()].reduce((sum, count) => sum + count, 0) : (open.get(deployment) ?? 0)),
    get connections() {
      return connectionCount;
    },
    script(id, next) {
      script.set(id, next);
      taken.delete(id);
    },
    until: async (what, condition, options) => {
      await changed.waitFor(what, () => condition() || undefined, options);
    },
    close: () => stopListening(server),
    [Symbol.asyncDispose]: () => stopListening(server),
  };

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    const ended = new Promise<void>((resolve) => {
      response.on('close', () => {
        gone.abort();
        resolve();
      });
    });
    const read = await readRequest(incoming);
    if (!read) {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"message":"scripted provider: no such path","type":null,"code":null}}');
      return;
    }
    const { deployment } = read;
    const request: MutableScriptedRequest = {
      ...read,
      step: takeStep(read),
      connection: connections.get(incoming.socket) ?? -1,
      openedAtMs: wallClock(),
      closedAtMs: undefined,
      closedBy: undefined,
      isComplete: false,
      usage: undefined,
      sentText: '',
      closed: ended,
    };
    if (keepRequests) requests.push(request);
    const inFlight = (open.get(deployment) ?? 0) + 1;
    open.set(deployment, inFlight);
    peaks.set(deployment, Math.max(peaks.get(deployment) ?? 0, inFlight));
    let isCut = false;
    void ended.then(() => {
      request.closedAtMs = wallClock();
      request.closedBy = isCut || response.writableFinished ? 'provider' : 'client';
      open.set(deployment, (open.get(deployment) ?? 1) - 1);
      onClosed?.(request);
      changed.notify();
    });
    changed.notify();
    await playStep({ request, response, gone: gone.signal, now, onCut: () => { isCut = true; } });
  }

  function takeStep(incoming: IncomingRequest): ProviderStep {
    const { deployment, key } = incoming;
    const id = script.has(`${deployment}#${key}`) ? `${deployment}#${key}` : deployment;
    const steps = script.get(id) ?? [];
    const index = taken.get(id) ?? 0;
    taken.set(id, index + 1);
    return (typeof steps === 'function' ? steps(index, incoming) : steps[Math.min(index, steps.length - 1)]) ?? DEFAULT_STEP;
  }
}

function isRefused(steps: ProviderScript): boolean {
  return typeof steps !== 'function' && steps.length > 0 && steps.every(({ network }) => network === 'refused');
}

/** A port that was free a moment ago: nobody listens there. */
async function findClosedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await stopListening(server);
  return port;
}
