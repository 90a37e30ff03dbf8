import { OTLP_REQUESTS } from './otlp-shapes.js';
import type { AttributeValues, ReceivedLog, ReceivedMetric, ReceivedPoint, ReceivedSpan } from './received.js';
import { decodeMessage, type Message } from './wire.js';

/** What one request carried. */
export interface ReadExport {
  readonly spans: readonly ReceivedSpan[];
  readonly logs: readonly ReceivedLog[];
  readonly metrics: readonly ReceivedMetric[];
}

const KINDS = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'] as const;
const STATUS = ['unset', 'ok', 'error'] as const;

/** Decodes the body of a request. @throws When it is no OTLP, or the path is none of OTLP's. */
export function readExport(path: string, body: Uint8Array): ReadExport {
  const shape = OTLP_REQUESTS[path];
  if (shape === undefined) throw new Error(`No such path: ${path}`);
  const found = { spans: [] as ReceivedSpan[], logs: [] as ReceivedLog[], metrics: [] as ReceivedMetric[] };
  for (const from of list(decodeMessage(body, shape).resources)) {
    const resource = attributesOf((from.resource as Message | undefined)?.attributes);
    for (const group of list(from.scopes)) {
      const scope = text((group.scope as Message | undefined)?.name);
      for (const item of list(group.items)) {
        if (path === '/v1/traces') found.spans.push(spanOf(item, scope, resource));
        else if (path === '/v1/logs') found.logs.push(logOf(item, resource));
        else found.metrics.push(metricOf(item, scope));
      }
    }
  }
  return found;
}

function spanOf(span: Message, scope: string, resource: AttributeValues): ReceivedSpan {
  const status = (span.status ?? {}) as Message;
  const parentId = text(span.parentSpanId);
  return {
    name: text(span.name),
    kind: KINDS[Number(span.kind ?? 0)] ?? 'unspecified',
    traceId: text(span.traceId),
    spanId: text(span.spanId),
    parentId: parentId === '' ? undefined : parentId,
    startMs: Number((span.start as bigint | undefined) ?? 0n) / 1e6,
    durationMs: Number(((span.end as bigint | undefined) ?? 0n) - ((span.start as bigint | undefined) ?? 0n)) / 1e6,
    attributes: attributesOf(span.attributes),
    events: list(span.events).map((event) => ({ name: text(event.name), attributes: attributesOf(event.attributes) })),
    status: STATUS[Number(status.code ?? 0)] ?? 'unset',
    statusMessage: text(status.message),
    scope,
    resource,
  };
}

function logOf(log: Message, resource: AttributeValues): ReceivedLog {
  return {
    severityNumber: Number(log.severityNumber ?? 0),
    severityText: text(log.severityText),
    body: valueOf(log.body as Message | undefined),
    attributes: attributesOf(log.attributes),
    traceId: text(log.traceId),
    spanId: text(log.spanId),
    resource,
  };
}

function metricOf(metric: Message, scope: string): ReceivedMetric {
  const kind = (['gauge', 'sum', 'histogram'] as const).find((name) => metric[name] !== undefined) ?? 'gauge';
  const points = list((metric[kind] as Message | undefined)?.points).map((point): ReceivedPoint => ({
    attributes: attributesOf(point.attributes),
    value: Number(point.double ?? point.int ?? point.sum ?? 0),
    count: Number(point.count ?? 0),
    bounds: (point.bounds as number[] | undefined) ?? [],
  }));
  return { name: text(metric.name), unit: text(metric.unit), kind, points, scope };
}

function attributesOf(pairs: unknown): AttributeValues {
  return Object.fromEntries(list(pairs).map(({ key, value }) => [text(key), valueOf(value as Message | undefined)]));
}

function valueOf(value: Message | undefined): unknown {
  if (value === undefined) return undefined;
  if (value.array !== undefined) return list((value.array as Message).values).map(valueOf);
  if (value.map !== undefined) return attributesOf((value.map as Message).values);
  if (typeof value.int === 'bigint') return Number(value.int);
  return value.string ?? value.bool ?? value.double ?? value.bytes;
}

function list(value: unknown): readonly Message[] {
  return (value as Message[] | undefined) ?? [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
