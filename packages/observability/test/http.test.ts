import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';

import { describe, expect, it } from '@jest/globals';

import { loadConfig, Secret } from '@discord-intelligence/config';
import { startOtlpReceiver } from '@discord-intelligence/testing';

import { type FastifyLike, info, llmSpan, type LogfireHandle, metrics, setSpanAttribute, setupLogfire, type SetupOptions, span, withoutTraceparent } from '../src/index.js';

import { CANARIES, CORE } from './canaries.js';

/** What is used here of Fastify, which this layer must not import: it is met through its hooks alone. */
interface App extends FastifyLike {
  get(path: string, handler: (request: Request, reply: Reply) => unknown): unknown;
  post(path: string, handler: (request: Request, reply: Reply) => unknown): unknown;
  register(plugin: (child: App, options: unknown, done: () => void) => void): PromiseLike<unknown>;
  listen(options: { readonly port: number; readonly host: string }): Promise<string>;
  close(): Promise<void>;
}

interface Request {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly params: unknown;
  readonly body: unknown;
  readonly raw: IncomingMessage;
}

interface Reply {
  readonly raw: ServerResponse;
  hijack(): void;
  code(status: number): { send(body: unknown): PromiseLike<unknown> };
}

const fastify = createRequire(__filename)('fastify') as () => App;

interface World extends AsyncDisposable {
  readonly app: App;
  readonly url: string;
  readonly telemetry: LogfireHandle;
}

/** A Fastify application with routes, then telemetry, then a socket. */
async function startWorld(endpoint: string, addRoutes: (app: App) => void, options: SetupOptions = {}): Promise<World> {
  const app = fastify();
  addRoutes(app);
  await app.register((child, _options, done) => {
    child.get('/child', () => ({ ok: true }));
    done();
  });
  const config = loadConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OPENAI_API_KEY: 'plain-words-CANARY-of-openai' });
  const telemetry = await setupLogfire(app, { isEnabled: true, handleExit: false, runtimeMetrics: false, config, warn: () => undefined, ...options });
  app.get('/metrics', (request, reply) => {
    reply.hijack();
    telemetry.metricsHandler(request.raw, reply.raw);
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    app,
    url,
    telemetry,
    async [Symbol.asyncDispose]() {
      await app.close();
      await telemetry.shutdown(0);
    },
  };
}

function deferred() {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => { resolve = done; });
  return { promise, resolve: () => { resolve(); } };
}

describe('a Fastify application', () => {
  it('has one server span for each request, with what happens in it below, bodies and child plugins included', async () => {
    await using collector = await startOtlpReceiver();
    await using world = await startWorld(collector.url, (app) => {
      app.post('/echo/:id', async (request) => {
        setSpanAttribute('from.handler', true);
        return await span('work', {}, async () => {
          await Promise.resolve();
          return request.body;
        });
      });
    });
    const response = await fetch(`${world.url}/echo/7?page=2`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: 'x'.repeat(200_000) }) });
    expect(((await response.json()) as { text: string }).text).toHaveLength(200_000);
    await (await fetch(`${world.url}/child`)).text();
    await world.telemetry.flush();

    // fetch is in the same process: the client's span is the parent.
    expect(collector.tree()).toBe('POST [client]\n  POST /echo/:id [server]\n    work [internal]\nGET [client]\n  GET /child [server]');
    expect(collector.span('POST /echo/:id').attributes).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/echo/:id',
      'url.path': '/echo/7',
      'url.query': 'page=2',
      'http.response.status_code': 200,
      'from.handler': true,
    });
  });

  it('marks what failed with 5xx, and not what the caller did wrong', async () => {
    await using collector = await startOtlpReceiver();
    await using world = await startWorld(collector.url, (app) => {
      app.get('/broken', () => { throw new TypeError('broken inside'); });
      app.get('/refused', async (_request, reply) => { await reply.code(404).send({}); });
    });
    for (const path of ['/broken', '/refused', '/nowhere', '/elsewhere']) await (await fetch(world.url + path)).text();
    await world.telemetry.flush();
    expect(collector.span('GET /broken')).toMatchObject({ status: 'error', attributes: { 'http.response.status_code': 500, 'error.type': '500' }, events: [{ name: 'exception' }] });
    expect(collector.span('GET /refused')).toMatchObject({ status: 'unset', attributes: { 'http.response.status_code': 404 } });
    const text = await (await fetch(`${world.url}/metrics`)).text();
    expect(text).toMatch(/http_server_request_duration_count\{[^}]*http_route="unmatched"[^}]*\} 2/);
    expect(text).toMatch(/http_server_request_duration_bucket\{[^}]*http_route="\/broken"[^}]*le="0.005"\} \d/);
    expect(collector.tree()).not.toContain('/metrics');
  });

  it('continues the trace of its caller, unless told not to trust it', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    for (const trustTraceparent of [true, false]) {
      await using collector = await startOtlpReceiver();
      await using world = await startWorld(collector.url, (app) => { app.get('/x', () => 'x'); }, { trustTraceparent, instrumentOutgoing: false });
      await (await fetch(`${world.url}/x`, { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } })).text();
      await world.telemetry.flush();
      expect(collector.span('GET /x').traceId === traceId).toBe(trustTraceparent);
    }
  });

  it('ends the span of a request whose client goes away', async () => {
    await using collector = await startOtlpReceiver();
    const gone = new AbortController();
    const closed = deferred();
    await using world = await startWorld(collector.url, (app) => {
      app.get('/slow', (_request, reply) => {
        reply.hijack();
        reply.raw.on('close', () => { setImmediate(closed.resolve); });
        gone.abort();
      });
    });
    await expect(fetch(`${world.url}/slow`, { signal: gone.signal })).rejects.toThrow('abort');
    await closed.promise;
    await world.telemetry.flush();
    expect(collector.span('GET /slow').attributes).toMatchObject({ 'error.type': 'aborted', 'http.request.aborted': true });
  });
});

describe('the traceparent header', () => {
  it('goes to services of ours, not to providers, and not where it is blocked', async () => {
    await using collector = await startOtlpReceiver();
    const seen: Record<string, unknown> = {};
    await using world = await startWorld(collector.url, (app) => {
      app.get('/seen/:by', (request) => {
        seen[(request.params as { by: string }).by] = request.headers.traceparent;
        expect(request.headers.baggage).toBeUndefined();
        return 'ok';
      });
    });
    const call = async (by: string) => { await (await fetch(`${world.url}/seen/${by}`)).text(); };
    await span('around', {}, async () => {
      await call('ours');
      await llmSpan({ provider: 'openai', model: 'm' }, () => call('provider'));
      await withoutTraceparent(() => call('stranger'));
    });
    expect(seen).toEqual({ ours: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/), provider: undefined, stranger: undefined });
  });
});

describe('canaries', () => {
  it('planted everywhere are found nowhere: not in exports, not in metrics, not on the console, not in warnings', async () => {
    await using collector = await startOtlpReceiver();
    let output = '';
    const said: string[] = [];
    await using world = await startWorld(
      collector.url,
      (app) => {
        app.get('/in', (request) => {
          info(`header ${String(request.headers.authorization)}`, { headers: request.headers, cookie: request.headers.cookie });
          throw new Error(`upstream said ${CANARIES.openai} for ${CANARIES.urlParameter}`);
        });
      },
      {
        console: { stream: { write: (text: string) => { output += text; } } },
        warn: (line) => said.push(line),
        secrets: [new Secret(CANARIES.configured)],
        baggageKeys: ['note'],
      },
    );
    const all = Object.values(CANARIES);
    await (await fetch(`${world.url}/in?api_key=${encodeURIComponent(CANARIES.openai)}&note=${encodeURIComponent(CANARIES.github)}&token=CANARY-in-query`, {
      headers: { authorization: CANARIES.bearer, cookie: 'session=CANARY-in-a-cookie', 'user-agent': `agent ${CANARIES.aws}` },
    })).text();

    for (const secret of all) {
      // Names and messages are templates, which people fill by hand all the same.
      await span(`name ${secret}`, { note: secret, password: secret, list: [secret, 'x'], object: { deep: [{ text: secret }] }, [`key ${secret}`]: 1 }, async (current) => {
        current.addEvent(`event ${secret}`, { note: secret, object: { secret } });
        current.setAttribute('error', new Error(secret));
        info(`log ${secret}`, { note: secret, object: { note: secret } });
        metrics.router.attempts.add(1, { provider: secret, model: secret });
        await span('failing', {}, () => Promise.reject(new Error(`failed: ${secret}`, { cause: new Error(secret) }))).catch(() => undefined);
        await llmSpan({ provider: 'openai', model: 'm', promptName: secret }, async (call) => {
          call.setContent({ input: [{ role: 'user', content: `CANARY prompt ${secret}` }], output: [{ role: 'assistant', content: 'CANARY answer' }], systemInstructions: 'CANARY system' });
          // Somebody who sets them by hand gets no further.
          call.setAttribute('gen_ai.input.messages', 'CANARY by hand');
          call.setAttribute('gen_ai.prompt.0.content', 'CANARY by hand');
          throw Object.assign(new Error('400 your prompt was: CANARY prompt'), { status: 400 });
        }).catch(() => undefined);
      });
    }
    await world.telemetry.flush();

    const scrape = await (await fetch(`${world.url}/metrics`)).text();
    const everything = { exports: collector.everything(), output, scrape, said: said.join('\n') };
    for (const [where, text] of Object.entries(everything)) {
      const at = text.search(CORE);
      expect(`${where}: ${at === -1 ? '' : text.slice(Math.max(0, at - 120), at + 60)}`).toBe(`${where}: `);
    }
    // The test has looked at something.
    expect(collector.spans.length).toBeGreaterThan(all.length * 3);
    expect(collector.logs.length).toBeGreaterThan(all.length);
    expect(output).toContain('failing');
    expect(scrape).toContain('llm_router_attempts_total');
  });
});
