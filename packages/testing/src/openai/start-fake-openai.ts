import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import { listen, stopListening } from '../http/listen.js';
import { createChangeSignal } from '../wait/change-signal.js';

import { createProvider, type ProviderState } from './create-provider.js';
import type { FakeOpenAI, FakeOpenAIOptions } from './fake-openai.js';
import { playReply } from './play-reply.js';
import { readCall, splitPath } from './read-call.js';
import { failure, json } from './replies.js';

/**
 * Starts a scripted OpenAI-compatible provider.
 *
 * @example
 * await using openai = await startFakeOpenAI();
 * openai.queue(failure(503), text('hello'));
 * const client = new OpenAI({ baseURL: openai.baseUrl, apiKey: 'any' });
 */
export async function startFakeOpenAI(options: FakeOpenAIOptions = {}): Promise<FakeOpenAI> {
  const server = createServer();
  const port = await listen(server);
  const url = `http://127.0.0.1:${port}`;
  const providers = new Map<string, ProviderState>();
  const connections = new WeakMap<Socket, number>();
  const violations: string[] = [];
  let connectionCount = 0;

  const changed = createChangeSignal(() => {
    const lines = [...providers.values()].flatMap(({ calls }) => calls.map(({ provider, path, status }) => `${provider}${path} -> ${status ?? 'open'}`));
    return `Calls so far:\n${[...lines, ...violations].join('\n') || '(none)'}`;
  }, options.waitMs);
  const providerOf = (name: string): ProviderState => {
    const known = providers.get(name) ?? createProvider(name, name === '' ? `${url}/v1` : `${url}/${encodeURIComponent(name)}/v1`, changed);
    providers.set(name, known);
    return known;
  };

  server.on('connection', (socket) => connections.set(socket, connectionCount++));
  // What a script cuts is no failure of the test run.
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A client that leaves while it still sends is the client's business.
      if (response.destroyed) return;
      violations.push(`The fake itself failed: ${String(error)}`);
      response.destroy();
    });
  });

  // Onto the root provider itself: a spread would freeze its counts.
  return Object.assign(providerOf('').face, {
    url,
    provider: (name: string) => providerOf(name).face,
    violations,
    expectNoViolations,
    stop: () => stopListening(server),
    start: async () => {
      if (!server.listening) await listen(server, port);
    },
    [Symbol.asyncDispose]: () => stopListening(server),
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAtMs = performance.now();
    const target = splitPath(new URL(request.url ?? '/', url).pathname);
    const gone = new AbortController();
    const ended = new Promise<void>((resolve) => {
      response.on('close', () => {
        gone.abort();
        resolve();
      });
    });
    const onCut = () => { isCutByScript = true; };
    let isCutByScript = false;
    if (!target) {
      violations.push(`${request.method ?? 'GET'} ${request.url ?? '/'}: no provider has this path`);
      await playReply(failure(404, { message: `fake provider: no such path` }), { response, gone: gone.signal, onHeaders: () => undefined, onCut });
      return;
    }
    if (target.path === '/models' && request.method === 'GET') {
      const data = (options.models ?? ['fake-model']).map((id) => ({ id, object: 'model', created: 0, owned_by: 'fake' }));
      await playReply(json({ object: 'list', data }), { response, gone: gone.signal, onHeaders: () => undefined, onCut });
      return;
    }

    const provider = providerOf(target.provider);
    const connection = connections.get(request.socket) ?? -1;
    const call = await readCall(request, target, { index: provider.calls.length, connection, startedAtMs, ended });
    provider.begin(call);
    void ended.then(() => {
      call.endedAtMs = performance.now();
      call.isAborted = !response.writableFinished && !isCutByScript;
      provider.end();
    });
    const plan = (await provider.replies.take(call)) ?? unscripted(target.provider, call.path);
    await playReply(plan, { response, gone: gone.signal, onCut, onHeaders: (status) => { call.status = status; } });
  }

  function unscripted(name: string, path: string) {
    const message = `fake provider "${name}": nothing was queued for ${path}`;
    violations.push(message);
    return failure(500, { message, type: 'fake_provider', code: 'nothing_queued' });
  }

  function expectNoViolations(): void {
    const left = [...providers.values()].filter(({ face }) => face.pending > 0).map(({ face }) => `provider "${face.name}": ${face.pending} queued replies were never asked for`);
    const problems = [...violations, ...left];
    if (problems.length > 0) throw new Error(`The script and the calls do not agree:\n${problems.join('\n')}`);
  }
}
