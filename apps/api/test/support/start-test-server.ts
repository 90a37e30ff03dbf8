import { Writable } from 'node:stream';

import type { AnalyzeText } from '@discord-intelligence/pipeline';
import type { FastifyInstance } from 'fastify';
import { type LoggerOptions, pino } from 'pino';

import { createServer } from '../../src/create-server.js';
import type { ServerOptions } from '../../src/server-options.js';
import { type Answer, createAnswerCheck } from './answer.js';
import { createStubAnalyzer } from './stub-analyzer.js';

/** A server that listens on a free port of the loopback address. */
export interface TestServer extends AsyncDisposable {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly port: number;
  /** What it has logged so far. */
  readonly logLines: readonly Record<string, unknown>[];
  /** Sends a request, and holds the answer to the OpenAPI document of the server. */
  readonly request: (path: string, init?: RequestInit) => Promise<Answer>;
  /** Posts JSON. */
  readonly post: (path: string, body: unknown, init?: RequestInit) => Promise<Answer>;
}

/** Starts a server; without an analyser it has a stub. */
export async function startTestServer(
  options: Omit<ServerOptions, 'analyzeText'> & { readonly analyzeText?: AnalyzeText } = {},
  logging: LoggerOptions = {},
): Promise<TestServer> {
  const logLines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().trim().split('\n')) logLines.push(JSON.parse(line) as Record<string, unknown>);
      done();
    },
  });
  const app = createServer({
    analyzeText: createStubAnalyzer().analyzeText,
    logger: pino({ level: 'trace', ...logging }, stream),
    ...options,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const check = createAnswerCheck(() => app.swagger());
  const request = async (path: string, init: RequestInit = {}) => check(path, init.method ?? 'GET', await fetch(url + path, init));
  return {
    app,
    url,
    port,
    logLines,
    request,
    post: (path, body, init = {}) =>
      request(path, {
        method: 'POST',
        body: JSON.stringify(body),
        ...init,
        headers: { 'content-type': 'application/json', ...(init.headers as Record<string, string> | undefined) },
      }),
    async [Symbol.asyncDispose]() {
      app.server.closeAllConnections();
      await app.close();
    },
  };
}
