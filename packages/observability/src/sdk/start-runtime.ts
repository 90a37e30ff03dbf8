import { createHmac, randomBytes } from 'node:crypto';

import { context } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { AlwaysOnSampler, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';

import { Secret } from '@discord-intelligence/config';

import { ENCODE_LIMITS, encodeValue } from '../encode/encode-value.js';
import type { FastifyLike } from '../fastify-like.js';
import { metrics } from '../metrics/catalogue.js';
import { NOOP_SPAN } from '../noop-span.js';
import type { Runtime } from '../runtime.js';
import type { SetupOptions } from '../setup-options.js';
import { consoleLogs } from './console/console-logs.js';
import { createTreeConsole } from './console/tree-console.js';
import { createContextFunctions } from './context-functions.js';
import { createDiagnostics } from './diagnostics.js';
import { createDelivery } from './export/delivery.js';
import { guardExit } from './export/exit-guard.js';
import { deliverAtExit } from './export/last-chance.js';
import { registerGlobals } from './globals.js';
import { instrumentFastify } from './http/fastify-hooks.js';
import { instrumentOutgoing } from './http/outgoing.js';
import { createLogs, type LogSink } from './logs.js';
import { createMeasure, type Measure, meterOf } from './metrics/meters.js';
import { measureProcess } from './metrics/process-metrics.js';
import { createMetricsHandler, type MetricsHandler, PullReader } from './metrics/prometheus.js';
import { createNotingScrubber } from './noting-scrubber.js';
import { createResource } from './resource.js';
import type { Settings } from './settings.js';
import type { SpanSurroundings } from './spans/active-span.js';
import { createOpenSpan } from './spans/open-span.js';
import { createPendingSpans } from './spans/pending-spans.js';
import { createRunInSpan } from './spans/run-in-span.js';
import { createIdGenerator } from './spans/random-ids.js';
import { createSpanPipeline, type SpanSink } from './spans/span-pipeline.js';
import { createTailSampler } from './spans/tail-sampler.js';
import { within } from './within.js';

/** A running telemetry, with what only the setup needs of it. */
export interface StartedRuntime {
  readonly runtime: Runtime;
  readonly metricsHandler: MetricsHandler;
  readonly metricsText: () => Promise<string>;
  readonly instrument: (app: FastifyLike) => void;
}

/** Where tests look. */
export interface ExtraSinks {
  readonly spans?: SpanSink;
  readonly logs?: LogSink;
}

const SCOPE = '@discord-intelligence/observability';
const DEFAULT_IGNORED = ['/metrics', '/health', '/healthz', '/livez', '/readyz'];
/** Milliseconds that the end of the process is held up at most after the loop has stopped. */
const LAST_CHANCE_MS = 1500;
const FLUSH_MS = 3000;

/**
 * Starts everything and registers it with OpenTelemetry's API. Loaded only while telemetry is on.
 *
 * @param onStopped Called once when it is shut down.
 */
export function startRuntime(settings: Settings, options: SetupOptions, onStopped: () => void, extra: ExtraSinks = {}): StartedRuntime {
  const { captureContent } = settings;
  let measure: Measure = () => undefined;
  const lateMeasure: Measure = (...measured) => { measure(...measured); };

  const { scrubber, takeFinds } = createNotingScrubber(settings.secrets, options.scrubbing, lateMeasure);
  const diagnostics = createDiagnostics({
    write: options.warn ?? ((message) => { process.emitWarning(message, 'TelemetryWarning'); }),
    scrub: (text) => scrubber.text(text, 'diagnostics'),
  });
  for (const warning of settings.warnings) diagnostics.warn(warning);

  const resource = createResource(settings, options);
  const deliveries = settings.destinations.map((destination) =>
    createDelivery({
      destination,
      timeoutMs: settings.timeoutMs,
      capacity: options.queueCapacity ?? 8192,
      characters: options.queueCharacters ?? 32 * 1024 * 1024,
      metricIntervalMs: options.metricIntervalMs ?? 15_000,
      diagnostics,
      measure: lateMeasure,
    }),
  );

  const pull = new PullReader();
  const meterProvider = new MeterProvider({
    resource,
    readers: [pull, ...deliveries.flatMap(({ metricReader }) => metricReader ?? [])],
  });
  const meter = meterOf(meterProvider);
  measure = createMeasure(meter, scrubber);

  const delivered: SpanSink[] = [
    ...deliveries.map(({ spans }): SpanSink => ({ take: (span, size) => { spans.push(span, size); } })),
    ...(extra.spans ? [extra.spans] : []),
  ];
  const tail = options.tailSampling && createTailSampler(options.tailSampling, {
    sinks: delivered,
    onDropped: (count) => { measure(metrics.telemetry.sampledOut.definition, count); },
  });
  const treeConsole = settings.isConsoleOn ? createTreeConsole(typeof options.console === 'object' ? options.console : {}) : undefined;
  const pipeline = createSpanPipeline({
    scrubber,
    captureContent,
    takeFinds,
    sinks: [...(treeConsole ? [treeConsole] : []), ...(tail ? [tail] : delivered)],
    baggageKeys: options.baggageKeys ?? [],
  });
  const tracerProvider = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: settings.sampleRate >= 1 ? new AlwaysOnSampler() : new TraceIdRatioBasedSampler(settings.sampleRate) }),
    spanProcessors: [pipeline],
    idGenerator: createIdGenerator(),
    spanLimits: {
      attributeValueLengthLimit: 65_536,
      attributeCountLimit: 128,
      eventCountLimit: 128,
      linkCountLimit: 32,
      attributePerEventCountLimit: 64,
      attributePerLinkCountLimit: 16,
    },
  });
  const logs = createLogs({
    resource,
    scrubber,
    captureContent,
    minLevel: options.minLevel ?? 'trace',
    sinks: [
      ...deliveries.map((delivery): LogSink => (record, size) => { delivery.logs.push(record, size); }),
      ...(extra.logs ? [extra.logs] : []),
      ...(treeConsole ? [consoleLogs(treeConsole)] : []),
    ],
  });

  const releaseGlobals = registerGlobals({ tracerProvider, meterProvider, loggerProvider: logs.provider });

  const around: SpanSurroundings = {
    scrubber,
    captureContent,
    withheld: new WeakSet(),
    takeFinds,
    run: (inside, fn) => context.with(inside, fn),
  };
  const open = createOpenSpan(tracerProvider.getTracer(SCOPE), around, () => { diagnostics.warn('A span could not be begun, or its attributes not be made.'); });
  const stops = [
    ...(options.instrumentOutgoing === false ? [] : [instrumentOutgoing(tracerProvider, meterProvider)]),
    ...(options.runtimeMetrics === false ? [] : [measureProcess(meter, measure)]),
  ];

  const announce = options.pendingSpans === true ? createPendingSpans({ open: pipeline.open, scope: SCOPE, scrubber, captureContent, sinks: delivered }) : undefined;
  const ticking = tail || announce ? setInterval(() => { tail?.sweep(); announce?.(); }, 1000) : undefined;
  ticking?.unref();

  const hashKey = options.contentHashKey === undefined ? randomBytes(32) : Secret.is(options.contentHashKey) ? options.contentHashKey.reveal() : options.contentHashKey;
  let stopping: Promise<void> | undefined;
  // What was attempted at the end of the loop need not be attempted again without anything new.
  let sizeAtLastFlush = -1;
  const undelivered = () => deliveries.reduce((sum, delivery) => sum + delivery.spans.size() + delivery.logs.size(), 0);

  async function flush(timeoutMs: number, isLast = false): Promise<boolean> {
    tail?.drain();
    for (const delivery of deliveries) delivery.observe();
    const all = Promise.all([
      ...deliveries.map((delivery) => delivery.flush(timeoutMs)),
      // The end of the provider is its last delivery.
      ...(isLast ? [meterProvider.shutdown()] : deliveries.map(({ metricReader }) => metricReader?.forceFlush())).map((done) => done?.then(() => true, () => true)),
    ]);
    const results = await within(timeoutMs, all);
    sizeAtLastFlush = undelivered();
    return results?.every((isOut) => isOut !== false) ?? false;
  }

  const unguard =
    options.handleExit === false
      ? undefined
      : guardExit({
          hasUndelivered: () => stopping === undefined && sizeAtLastFlush !== undelivered() + (metricsPending() ? 1 : 0),
          flush: () => flush(FLUSH_MS),
          endOpen() {
            pipeline.endOpen();
            tail?.drain();
            treeConsole?.drain();
          },
          deliverNow() {
            if (stopping === undefined) deliverAtExit(deliveries.flatMap((delivery) => delivery.lastPosts()), LAST_CHANCE_MS);
          },
        });
  // Metrics go out once at the natural end even if no span waits.
  function metricsPending(): boolean {
    return sizeAtLastFlush === -1 && deliveries.length > 0;
  }

  function shutdown(timeoutMs: number): Promise<void> {
    return (stopping ??= stop(timeoutMs));
  }

  async function stop(timeoutMs: number): Promise<void> {
    onStopped();
    for (const end of stops) guarded(end);
    clearInterval(ticking);
    pipeline.endOpen();
    treeConsole?.drain();
    await flush(timeoutMs, true).catch(() => false);
    unguard?.();
    for (const delivery of deliveries) delivery.close();
    void Promise.allSettled([tracerProvider.shutdown(), logs.provider.shutdown()]);
    releaseGlobals();
  }

  const runtime: Runtime = {
    captureContent,
    emitsNewestNames: options.genaiSemconv !== 'v1.41',
    validations: options.validations ?? 'failure',
    scrubber,
    span: createRunInSpan(open),
    startSpan: (name, attributes, spanOptions) => open(name, attributes, spanOptions) ?? NOOP_SPAN,
    log: (level, message, attributes) => { logs.log(level, message, attributes); },
    measure: lateMeasure,
    encode: (value, plan, limit = ENCODE_LIMITS.attribute) => encodeValue(value, { key: '', scrubber, plan, limit }),
    withhold(error) {
      if (typeof error === 'object' && error !== null) around.withheld.add(error);
    },
    hash: (text) => createHmac('sha256', hashKey).update(text).digest('hex'),
    ...createContextFunctions(around),
    flush: (timeoutMs) => flush(timeoutMs),
    shutdown,
  };

  const instrumented = new WeakSet<FastifyLike>();
  const metricsText = async () => {
    for (const delivery of deliveries) delivery.observe();
    return context.with(suppressTracing(context.active()), () => pull.text());
  };
  return {
    runtime,
    metricsText,
    metricsHandler: createMetricsHandler(metricsText),
    instrument(app) {
      if (instrumented.has(app)) return;
      instrumented.add(app);
      instrumentFastify(app, { open, measure, ignorePaths: options.ignorePaths ?? DEFAULT_IGNORED, trustTraceparent: options.trustTraceparent ?? true });
    },
  };
}

function guarded(fn: () => void): void {
  try {
    fn();
  } catch {
    // what is being stopped need not stop well
  }
}
