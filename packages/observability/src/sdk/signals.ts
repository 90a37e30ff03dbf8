import type { LogRecordProcessor } from '@opentelemetry/sdk-logs';

import { metrics } from '../metrics/catalogue.js';
import type { SetupOptions } from '../setup-options.js';
import { consoleLogs } from './console/console-logs.js';
import { createTreeConsole } from './console/tree-console.js';
import type { Diagnostics } from './diagnostics.js';
import { createDelivery, type Delivery } from './export/delivery.js';
import { createSpanDelivery } from './export/span-delivery.js';
import { createLogProcessor, type LogSink } from './logs/log-processor.js';
import type { Measure } from './metrics/meters.js';
import type { NotingScrubber } from './noting-scrubber.js';
import type { Settings } from './settings.js';
import { createPendingSpans } from './spans/pending-spans.js';
import { createSpanPipeline, type SpanPipeline, type SpanSink } from './spans/span-pipeline.js';
import { createTailSampler } from './spans/tail-sampler.js';

/** Where tests look. */
export interface ExtraSinks {
  readonly spans?: SpanSink;
  readonly logs?: LogSink;
}

/** What signals go through. */
export interface SignalsOptions extends NotingScrubber {
  readonly settings: Settings;
  readonly options: SetupOptions;
  readonly extra: ExtraSinks;
  readonly diagnostics: Diagnostics;
  readonly measure: Measure;
}

/** The way of spans and logs from the SDK to where they are delivered. */
export interface Signals {
  readonly deliveries: readonly Delivery[];
  readonly spanProcessor: SpanPipeline;
  readonly logProcessor: LogRecordProcessor;
  /** To be called about once a second, if there is anything to be done then. */
  readonly tick: (() => void) | undefined;
  /** Decides over every trace that waits for its end. */
  settle(): void;
  /** Ends every open span, because the process or telemetry ends. */
  endOpen(): void;
}

/** The name under which our own spans, logs and metrics are made. */
export const SCOPE = '@discord-intelligence/observability';

/** Makes the way of all signals. */
export function createSignals({ settings, options, extra, diagnostics, measure, scrubber, takeFinds }: SignalsOptions): Signals {
  const { captureContent } = settings;
  const deliveries = settings.destinations.map((destination) =>
    createDelivery({
      destination,
      timeoutMs: settings.timeoutMs,
      capacity: options.queueCapacity ?? 8192,
      characters: options.queueCharacters ?? 32 * 1024 * 1024,
      metricIntervalMs: options.metricIntervalMs ?? 15_000,
      diagnostics,
      measure,
    }),
  );
  const takers = settings.destinations.flatMap(({ name, traces }, index) => (traces === '' ? [] : [{ name, spans: deliveries[index]!.spans }]));
  const delivered: SpanSink[] = [
    ...(takers.length > 0 ? [createSpanDelivery(takers, measure)] : []),
    ...(extra.spans ? [extra.spans] : []),
  ];
  const tail = options.tailSampling && createTailSampler(options.tailSampling, {
    sinks: delivered,
    onDropped: (count) => { measure(metrics.telemetry.sampledOut.definition, count); },
  });
  const treeConsole = settings.isConsoleOn ? createTreeConsole(typeof options.console === 'object' ? options.console : {}) : undefined;
  const spanProcessor = createSpanPipeline({
    scrubber,
    captureContent,
    takeFinds,
    sinks: [...(treeConsole ? [treeConsole] : []), ...(tail ? [tail] : delivered)],
    baggageKeys: options.baggageKeys ?? [],
    onFailure: () => { diagnostics.warn('A span could not be handed on.'); },
  });
  const logProcessor = createLogProcessor({
    scrubber,
    captureContent,
    minLevel: options.minLevel ?? 'trace',
    sinks: [
      ...deliveries.map((delivery): LogSink => (record, size) => { delivery.logs.push(record, size); }),
      ...(extra.logs ? [extra.logs] : []),
      ...(treeConsole ? [consoleLogs(treeConsole)] : []),
    ],
  });
  const announce = options.pendingSpans === true ? createPendingSpans({ open: spanProcessor.open, scope: SCOPE, scrubber, captureContent, sinks: delivered }) : undefined;

  return {
    deliveries,
    spanProcessor,
    logProcessor,
    tick: tail || announce ? () => { tail?.sweep(); announce?.(); } : undefined,
    settle: () => tail?.drain(),
    endOpen() {
      spanProcessor.endOpen();
      tail?.drain();
      treeConsole?.drain();
    },
  };
}
