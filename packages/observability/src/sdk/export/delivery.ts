import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { type ExportResult, ExportResultCode, suppressTracing } from '@opentelemetry/core';
import { ProtobufLogsSerializer, ProtobufMetricsSerializer, ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { AggregationTemporality, PeriodicExportingMetricReader, type PushMetricExporter, type ResourceMetrics } from '@opentelemetry/sdk-metrics';

import { metrics } from '../../metrics/catalogue.js';
import type { Diagnostics } from '../diagnostics.js';
import type { Measure } from '../metrics/meters.js';
import type { Destination } from '../settings.js';
import { type BatchQueue, createBatchQueue } from './batch-queue.js';
import type { LastPost } from './last-chance.js';
import type { EncodedSpan } from './otlp/encode-span.js';
import { requestOf } from './otlp/span-request.js';
import { createPoster, type PostResult } from './post.js';

/** What delivery to one place needs. */
export interface DeliveryOptions {
  readonly destination: Destination;
  readonly timeoutMs: number;
  readonly capacity: number;
  readonly characters: number;
  readonly metricIntervalMs: number;
  readonly diagnostics: Diagnostics;
  /** Measures how delivery goes; late bound, because metrics are delivered as well. */
  readonly measure: Measure;
}

/** Delivery of all signals to one place. */
export interface Delivery {
  readonly spans: BatchQueue<EncodedSpan>;
  readonly logs: BatchQueue<ReadableLogRecord>;
  /** Undefined when this place takes no metrics. */
  readonly metricReader: PeriodicExportingMetricReader | undefined;
  flush(timeoutMs: number): Promise<boolean>;
  /** What is undelivered, ready to be posted when the loop has stopped; nothing for a place that fails anyway. */
  lastPosts(): LastPost[];
  /** Repeats the gauges of the queue, before metrics are read. */
  observe(): void;
  close(): void;
}

/** Makes the delivery to one place. */
export function createDelivery({ destination, timeoutMs, capacity, characters, metricIntervalMs, diagnostics, measure }: DeliveryOptions): Delivery {
  const { name, headers, isCompressed } = destination;
  const poster = createPoster();
  const quiet = suppressTracing(ROOT_CONTEXT);
  const labels = { 'otel.component.name': name };
  const { telemetry } = metrics;

  // Outside of every span of the app, and not instrumented itself.
  const post = (url: string, body: Uint8Array): Promise<PostResult> =>
    context.with(quiet, () => poster.post({ url, headers, body, isCompressed, timeoutMs }));

  const queue = <Item>(
    what: string,
    url: string,
    serialize: (batch: Item[]) => Uint8Array | undefined,
    rejectedIn: (answer: Uint8Array) => number,
    counters: { readonly processed: typeof telemetry.spansProcessed; readonly exported: typeof telemetry.spansExported },
  ): BatchQueue<Item> =>
    createBatchQueue<Item>({
      capacity: url === '' ? 0 : capacity,
      characters,
      async send(batch) {
        const body = serializeSafely(batch, serialize);
        if (body === undefined) return { kind: 'refused', reason: 'serialization_failed' };
        const result = await post(url, body);
        if (result.kind !== 'accepted') diagnostics.warn(`${what} cannot be delivered to ${name} (${result.reason}).`);
        else if (result.answer.byteLength > 0) {
          const rejected = rejectedIn(result.answer);
          if (rejected > 0) {
            measure(counters.exported.definition, rejected, { ...labels, 'error.type': 'rejected' });
            diagnostics.warn(`${name} refused ${rejected} of ${batch.length} ${what}.`);
          }
        }
        return result;
      },
      onSettled(count, droppedFor, stage) {
        if (url === '') return;
        const reason = droppedFor === undefined ? labels : { ...labels, 'error.type': droppedFor };
        if (stage === 'export') measure(counters.exported.definition, count, reason);
        measure(counters.processed.definition, count, reason);
        if (droppedFor !== undefined) diagnostics.warn(`${count} ${what} for ${name} were dropped (${droppedFor}).`);
      },
    });

  const spans = queue<EncodedSpan>('spans', destination.traces, requestOf, rejectedSpans, {
    processed: telemetry.spansProcessed,
    exported: telemetry.spansExported,
  });
  const logs = queue<ReadableLogRecord>('log records', destination.logs, (batch) => ProtobufLogsSerializer.serializeRequest(batch), rejectedLogs, {
    processed: telemetry.logsProcessed,
    exported: telemetry.logsExported,
  });

  const exporter: PushMetricExporter = {
    selectAggregationTemporality: () => AggregationTemporality.CUMULATIVE,
    export(data: ResourceMetrics, done: (result: ExportResult) => void) {
      const body = serializeSafely(data, (all) => ProtobufMetricsSerializer.serializeRequest(all));
      const sent: Promise<PostResult> = body === undefined ? Promise.resolve({ kind: 'refused', reason: 'serialization_failed' }) : post(destination.metrics, body);
      void sent.then((result) => {
        const isAccepted = result.kind === 'accepted';
        measure(telemetry.metricsExported.definition, pointsIn(data), isAccepted ? labels : { ...labels, 'error.type': result.reason });
        if (!isAccepted) diagnostics.warn(`Metrics cannot be delivered to ${name} (${result.reason}).`);
        // Cumulative values come again with the next delivery, so there is nothing to repeat and nothing to report.
        done({ code: ExportResultCode.SUCCESS });
      });
    },
    forceFlush: () => Promise.resolve(),
    shutdown: () => Promise.resolve(),
  };
  const metricReader =
    destination.metrics === ''
      ? undefined
      : new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: metricIntervalMs, exportTimeoutMillis: Math.min(metricIntervalMs, timeoutMs + 500) });

  return {
    spans,
    logs,
    metricReader,
    async flush(limitMs) {
      const [areSpansOut, areLogsOut] = await Promise.all([spans.flush(limitMs), logs.flush(limitMs)]);
      return areSpansOut && areLogsOut;
    },
    lastPosts() {
      const encoded = isCompressed ? { 'Content-Encoding': 'gzip' } : undefined;
      const last = <Item>(from: BatchQueue<Item>, url: string, serialize: (batch: Item[]) => Uint8Array | undefined): LastPost[] => {
        const items = from.isFailing() ? [] : from.undelivered();
        const body = items.length === 0 ? undefined : serializeSafely(items, serialize);
        return body === undefined ? [] : [{ url, headers: { ...headers, ...encoded, 'Content-Type': 'application/x-protobuf' }, body }];
      };
      return [
        ...last(spans, destination.traces, requestOf),
        ...last(logs, destination.logs, (batch) => ProtobufLogsSerializer.serializeRequest(batch)),
      ];
    },
    observe() {
      measure(telemetry.spanQueueSize.definition, spans.size(), labels);
      measure(telemetry.spanQueueCapacity.definition, capacity, labels);
    },
    close() {
      spans.close();
      logs.close();
      poster.close();
    },
  };
}

function serializeSafely<Data>(data: Data, serialize: (data: Data extends readonly (infer Item)[] ? Item[] : Data) => Uint8Array | undefined): Uint8Array | undefined {
  try {
    return serialize(data as never);
  } catch {
    return undefined;
  }
}

function rejectedSpans(answer: Uint8Array): number {
  try {
    return ProtobufTraceSerializer.deserializeResponse(answer).partialSuccess?.rejectedSpans ?? 0;
  } catch {
    return 0; // an answer that is no OTLP: the status has said that all is well
  }
}

function rejectedLogs(answer: Uint8Array): number {
  try {
    return ProtobufLogsSerializer.deserializeResponse(answer).partialSuccess?.rejectedLogRecords ?? 0;
  } catch {
    return 0;
  }
}

function pointsIn(data: ResourceMetrics): number {
  return data.scopeMetrics.reduce((sum, { metrics: all }) => sum + all.reduce((inner, { dataPoints }) => inner + dataPoints.length, 0), 0);
}
