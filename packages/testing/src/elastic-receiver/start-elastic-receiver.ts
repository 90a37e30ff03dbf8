import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { ReceivedSpan } from '../otlp-receiver/received.js';
import { renderTree } from '../otlp-receiver/render-tree.js';
import { createChangeSignal, type WaitOptions } from '../wait/change-signal.js';

/** A span as Elastic's collector tells it. */
export type ElasticSpan = Pick<ReceivedSpan, 'name' | 'kind' | 'traceId' | 'spanId' | 'parentId' | 'startMs' | 'attributes'>;

/** A collector that somebody else wrote, so that a mistake of our own decoder is no mistake of the test. */
export interface ElasticReceiver extends AsyncDisposable {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`; it cannot unzip, so with `OTEL_EXPORTER_OTLP_COMPRESSION=none`. */
  readonly url: string;
  readonly spans: readonly ElasticSpan[];
  /** Spans as a tree: `name [kind]`, two spaces deeper for each parent. */
  tree(): string;
  until(what: string, condition: () => boolean, options?: WaitOptions): Promise<void>;
}

// In a process of its own, as collectors are: its protobuf library and ours must not meet.
const PROGRAM = `
const { MockOtlpServer, normalizeTrace } = require('@elastic/mockotlpserver');
const server = new MockOtlpServer({
  logLevel: 'fatal', services: ['http'], httpHostname: '127.0.0.1', httpPort: 0,
  onTrace: (trace) => console.log(JSON.stringify(normalizeTrace(trace))),
});
server.start().then(() => console.log(JSON.stringify({ url: String(server.httpUrl) })));
`;

interface TheirTraces {
  readonly resourceSpans?: readonly { readonly scopeSpans: readonly { readonly spans: readonly TheirSpan[] }[] }[];
}
interface TheirSpan {
  readonly name: string;
  readonly kind: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly startTimeUnixNano?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/**
 * Starts `@elastic/mockotlpserver`.
 *
 * @param waitMs Milliseconds that every wait lasts at most. @default 10000
 */
export async function startElasticReceiver(waitMs?: number): Promise<ElasticReceiver> {
  const spans: ElasticSpan[] = [];
  const changed = createChangeSignal(() => `Spans so far: ${spans.map(({ name }) => name).join(', ') || '(none)'}.`, waitMs);
  const child = spawn(process.execPath, ['-e', PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] });
  let url: string | undefined;
  createInterface(child.stdout).on('line', (line) => {
    const said = JSON.parse(line) as TheirTraces & { readonly url?: string };
    url ??= said.url;
    spans.push(...(said.resourceSpans ?? []).flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans.map(toSpan))));
    changed.notify();
  });
  await changed.waitFor('the address of the collector', () => url);
  return {
    url: url!,
    spans,
    tree: () => renderTree(spans),
    until: async (what, condition, options) => {
      await changed.waitFor(what, () => condition() || undefined, options);
    },
    async [Symbol.asyncDispose]() {
      const closed = once(child, 'close');
      child.kill();
      await closed;
    },
  };
}

const KINDS: Readonly<Record<string, ElasticSpan['kind']>> = {
  SPAN_KIND_INTERNAL: 'internal',
  SPAN_KIND_SERVER: 'server',
  SPAN_KIND_CLIENT: 'client',
  SPAN_KIND_PRODUCER: 'producer',
  SPAN_KIND_CONSUMER: 'consumer',
};

function toSpan({ name, kind, traceId, spanId, parentSpanId = '', startTimeUnixNano = '0', attributes = {} }: TheirSpan): ElasticSpan {
  return { name, kind: KINDS[kind] ?? 'unspecified', traceId, spanId, parentId: parentSpanId === '' ? undefined : parentSpanId, startMs: Number(startTimeUnixNano) / 1e6, attributes };
}
