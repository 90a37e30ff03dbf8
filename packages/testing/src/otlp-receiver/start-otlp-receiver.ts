import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { listen, stopListening } from '../http/listen.js';
import { createChangeSignal } from '../wait/change-signal.js';

import type { OtlpReceiver, OtlpReceiverOptions, ReceiverBehaviour } from './otlp-receiver.js';
import { readExport } from './read-export.js';
import type { ReceivedExport, ReceivedLog, ReceivedMetric, ReceivedSpan } from './received.js';
import { renderTree } from './render-tree.js';

/**
 * Starts a local OTLP/HTTP collector (protobuf, gzip or not) that can misbehave.
 *
 * @example
 * await using collector = await startOtlpReceiver();
 * // … a program with OTEL_EXPORTER_OTLP_ENDPOINT=collector.url
 * await collector.until('a span', () => collector.spans.length > 0);
 * expect(collector.tree()).toBe('GET /x [server]\n  chat gpt-x [client]');
 */
export async function startOtlpReceiver({ behaviour: first = { kind: 'accept' }, waitMs }: OtlpReceiverOptions = {}): Promise<OtlpReceiver> {
  const spans = new Map<string, ReceivedSpan>();
  const logs: ReceivedLog[] = [];
  const metrics: ReceivedMetric[] = [];
  const exports: ReceivedExport[] = [];
  const problems: string[] = [];
  let behaviour: ReceiverBehaviour = first;
  const changed = createChangeSignal(
    () => `Exports so far: ${exports.map(({ path, status }) => `${path} ${status ?? 'no answer'}`).join(', ') || '(none)'}.\nSpans: ${[...spans.values()].map(({ name }) => name).join(', ') || '(none)'}.\n${problems.join('\n')}`,
    waitMs,
  );

  const server = createServer({ keepAliveTimeout: 60_000 });
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('request', (request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const port = await listen(server);

  const receiver: OtlpReceiver = {
    url: `http://127.0.0.1:${port}`,
    get spans() {
      return [...spans.values()];
    },
    logs,
    metrics,
    exports,
    span(name) {
      const [found, ...others] = [...spans.values()].filter((span) => span.name === name);
      if (found === undefined || others.length > 0) {
        throw new Error(`${others.length + (found ? 1 : 0)} spans are named ${name}. There are:\n${renderTree([...spans.values()])}`);
      }
      return found;
    },
    tree: () => renderTree([...spans.values()]),
    everything: () => exports.map(({ path, headers, body }) => `${path}\n${JSON.stringify(headers)}\n${textOf(body)}`).join('\n'),
    bodies: () => exports.map(({ body }) => textOf(body)).join('\n'),
    behave(next) {
      behaviour = next;
    },
    refuse: () => stopListening(server),
    async listenAgain() {
      if (!server.listening) await listen(server, port);
    },
    until: async (what, condition, options) => {
      await changed.waitFor(what, () => condition() || undefined, options);
    },
    close: () => stopListening(server),
    [Symbol.asyncDispose]: () => stopListening(server),
  };
  return receiver;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const raw = Buffer.concat(parts);
    const wasCompressed = request.headers['content-encoding'] === 'gzip';
    const body = wasCompressed ? gunzipSync(raw) : raw;
    const path = request.url ?? '';
    const now = behaviour;
    const note = (status: number | undefined) => {
      exports.push({ path, headers: request.headers, wasCompressed, body, status });
      changed.notify();
    };

    switch (now.kind) {
      case 'status':
        note(now.status);
        response.writeHead(now.status, now.retryAfter === undefined ? {} : { 'retry-after': now.retryAfter }).end('refused');
        return;
      case 'stall':
        note(undefined);
        return;
      case 'reset':
        note(undefined);
        response.destroy();
        return;
      case 'delay':
        await new Promise((resolve) => setTimeout(resolve, now.ms).unref());
        break;
      case 'accept':
      case 'nonsense':
      case 'partial':
        break;
    }
    try {
      const read = readExport(path, body);
      for (const span of read.spans) spans.set(`${span.traceId}/${span.spanId}`, span);
      logs.push(...read.logs);
      metrics.push(...read.metrics);
    } catch (error) {
      problems.push(`${path}: ${String(error)}`);
      note(400);
      response.writeHead(400).end();
      return;
    }
    note(200);
    response.writeHead(200, { 'content-type': 'application/x-protobuf' });
    if (now.kind === 'nonsense') response.end('<html>hello</html>');
    // ExportTraceServiceResponse { partial_success (1) { rejected (1) } }
    else response.end(now.kind === 'partial' ? Buffer.from([0x0a, 2, 0x08, now.rejected & 0x7f]) : undefined);
  }
}

/** Bytes as text in both ways that could show a word in them. */
function textOf(body: Uint8Array): string {
  const bytes = Buffer.from(body);
  return `${bytes.toString('latin1')}\n${bytes.toString('utf8')}`;
}
