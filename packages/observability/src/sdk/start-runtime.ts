import { createHmac, randomBytes } from 'node:crypto';

import { context, metrics as metricsApi, propagation, type SpanContext, trace, diag } from '@opentelemetry/api';
import { logs as logsApi } from '@opentelemetry/api-logs';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { suppressTracing } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { type IMetricReader, MeterProvider } from '@opentelemetry/sdk-metrics';
import { AlwaysOnSampler, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';

import { Secret } from '@discord-intelligence/config';

import { ENCODE_LIMITS, encodeValue } from '../encode/encode-value.js';
import type { FastifyLike } from '../fastify-like.js';
import type { LevelName } from '../levels.js';
import { LEVELS } from '../levels.js';
import { metrics } from '../metrics/catalogue.js';
import { NOOP_SPAN } from '../noop-span.js';
import { LOGFIRE } from '../names/attributes.js';
import type { Runtime } from '../runtime.js';
import { createScrubber } from '../scrub/scrubber.js';
import { PATTERN_NAMES } from '../scrub/secret-patterns.js';
import type { ScrubMatch } from '../scrub/text-scrubber.js';
import type { SetupOptions } from '../setup-options.js';
import { createTreeConsole } from './console/tree-console.js';
import { createDiagnostics } from './diagnostics.js';
import { createDelivery } from './export/delivery.js';
import { guardExit } from './export/exit-guard.js';
import { deliverAtExit } from './export/last-chance.js';
import { instrumentFastify } from './http/fastify-hooks.js';
import { instrumentOutgoing } from './http/outgoing.js';
import { blockTraceparent, createPropagator } from './http/propagator.js';
import { createLogs, type LogSink } from './logs.js';
import { createMeasure, type Measure, meterOf } from './metrics/meters.js';
import { measureProcess } from './metrics/process-metrics.js';
import { createMetricsHandler, type MetricsHandler, PullReader } from './metrics/prometheus.js';
import type { Settings } from './settings.js';
import { ActiveSpan, type SpanSurroundings } from './spans/active-span.js';
import { createOpenSpan } from './spans/open-span.js';
import { createPendingSpans } from './spans/pending-spans.js';
import { attachHandle, handleOf } from './spans/span-handle.js';
import { createSpanPipeline, type SpanSink } from './spans/span-pipeline.js';
import { createTailSampler } from './spans/tail-sampler.js';

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
  readonly metricReader?: IMetricReader;
}

const SCOPE = '@discord-intelligence/observability';
const DEFAULT_IGNORED = ['/metrics', '/health', '/healthz', '/livez', '/readyz'];
/** Milliseconds that the end of the process is held up at most after the loop has stopped. */
const LAST_CHANCE_MS = 1500;
const FLUSH_MS = 3000;
const MOST_FINDS = 64;

/**
 * Starts everything and registers it with OpenTelemetry's API. Loaded only while telemetry is on.
 *
 * @param onStopped Called once when it is shut down.
 */
export function startRuntime(settings: Settings, options: SetupOptions, onStopped: () => void, extra: ExtraSinks = {}): StartedRuntime {
  const { captureContent } = settings;
  let measure: Measure = () => undefined;
  const lateMeasure: Measure = (...measured) => { measure(...measured); };

  let finds: ScrubMatch[] = [];
  const scrubber = createScrubber({
    ...options.scrubbing,
    secrets: settings.secrets,
    onScrub(match) {
      if (finds.length < MOST_FINDS) finds.push(match);
      scrubbedCount(match.reason);
      return options.scrubbing?.onScrub?.(match);
    },
  });
  // Other reasons are names of keys, which users choose: they are no labels.
  function scrubbedCount(reason: string): void {
    lateMeasure(metrics.telemetry.scrubbed.definition, 1, { reason: PATTERN_NAMES.has(reason) ? reason : 'key' });
  }
  const takeFinds = (): readonly ScrubMatch[] => {
    if (finds.length === 0) return finds;
    const taken = finds;
    finds = [];
    return taken;
  };
  const diagnostics = createDiagnostics({
    write: options.warn ?? ((message) => { process.emitWarning(message, 'TelemetryWarning'); }),
    scrub: (text) => scrubber.text(text, 'diagnostics'),
  });
  for (const warning of settings.warnings) diagnostics.warn(warning);

  const resource = resourceFromAttributes(resourceAttributes(settings, options));
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
    readers: [pull, ...deliveries.flatMap(({ metricReader }) => metricReader ?? []), ...(extra.metricReader ? [extra.metricReader] : [])],
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
      ...(treeConsole ? [consoleSink(treeConsole)] : []),
    ],
  });

  const contextManager = new AsyncLocalStorageContextManager().enable();
  context.setGlobalContextManager(contextManager);
  propagation.setGlobalPropagator(createPropagator());
  trace.setGlobalTracerProvider(tracerProvider);
  metricsApi.setGlobalMeterProvider(meterProvider);
  logsApi.setGlobalLoggerProvider(logs.provider);

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
    // Else a second setup would stay tied to this one.
    trace.disable();
    context.disable();
    propagation.disable();
    metricsApi.disable();
    logsApi.disable();
    diag.disable();
  }

  const runtime: Runtime = {
    captureContent,
    emitsNewestNames: options.genaiSemconv !== 'v1.41',
    validations: options.validations ?? 'failure',
    scrubber,
    span(name, attributes, fn, spanOptions) {
      const active = open(name, attributes, spanOptions);
      if (active === undefined) return fn(NOOP_SPAN);
      let result: ReturnType<typeof fn>;
      try {
        result = context.with(active.context, fn, undefined, active);
      } catch (error) {
        fail(active, error);
        throw error;
      }
      if (!isThenable(result)) {
        active.end();
        return result;
      }
      return Promise.resolve(result).then(
        (value) => {
          active.end();
          return value;
        },
        (error: unknown) => {
          fail(active, error);
          throw error;
        },
      ) as ReturnType<typeof fn>;
    },
    startSpan: (name, attributes, spanOptions) => open(name, attributes, spanOptions) ?? NOOP_SPAN,
    currentSpan() {
      const span = trace.getActiveSpan();
      if (span === undefined) return undefined;
      const known = handleOf(span);
      if (known !== undefined) return known;
      // A span of another instrumentation: it gets our way of setting attributes, but its maker ends it.
      const handle = new ActiveSpan(span, context.active(), around);
      attachHandle(span, handle);
      return handle;
    },
    log: (level, message, attributes) => { logs.log(level, message, attributes); },
    measure: lateMeasure,
    encode: (value, plan, limit = ENCODE_LIMITS.attribute) => encodeValue(value, { key: '', scrubber, plan, limit }),
    withhold(error) {
      if (typeof error === 'object' && error !== null) around.withheld.add(error);
    },
    hash: (text) => createHmac('sha256', hashKey).update(text).digest('hex'),
    withBaggage(entries, fn) {
      let inside = context.active();
      try {
        let baggage = propagation.getBaggage(inside) ?? propagation.createBaggage();
        for (const key of Object.keys(entries)) baggage = baggage.setEntry(key, { value: String(entries[key]) });
        inside = propagation.setBaggage(inside, baggage);
      } catch {
        // entries that cannot be read
      }
      return context.with(inside, fn);
    },
    withoutTraceparent: (fn) => context.with(blockTraceparent(context.active()), fn),
    traceIds() {
      const ids = trace.getActiveSpan()?.spanContext();
      return ids && idsOf(ids);
    },
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

function fail(active: ActiveSpan, error: unknown): void {
  active.recordError(error);
  active.end();
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  try {
    return typeof (value as { then?: unknown }).then === 'function';
  } catch {
    return false;
  }
}

function idsOf({ traceId, spanId, traceFlags }: SpanContext) {
  return { trace_id: traceId, span_id: spanId, trace_flags: traceFlags.toString(16).padStart(2, '0') };
}

function resourceAttributes({ serviceName, serviceVersion, environment, projectName }: Settings, { resource }: SetupOptions): Record<string, string | number> {
  return {
    ...resource,
    'service.name': serviceName,
    ...(serviceVersion !== undefined && { 'service.version': serviceVersion }),
    ...(environment !== undefined && { 'deployment.environment.name': environment }),
    'service.instance.id': randomBytes(8).toString('hex'),
    'telemetry.sdk.language': 'nodejs',
    'telemetry.sdk.name': 'opentelemetry',
    'process.pid': process.pid,
    'process.runtime.version': process.versions.node,
    [LOGFIRE.projectName]: projectName,
  };
}

function consoleSink(target: ReturnType<typeof createTreeConsole>): LogSink {
  const names = Object.entries(LEVELS) as [LevelName, number][];
  return (record: ReadableLogRecord) => {
    const number = record.severityNumber ?? LEVELS.info;
    const [level] = names.findLast(([, least]) => number >= least) ?? ['info' as const];
    const { spanContext, hrTime } = record;
    target.log({ level, message: typeof record.body === 'string' ? record.body : '', time: hrTime[0] * 1000 + hrTime[1] / 1e6, traceId: spanContext?.traceId, spanId: spanContext?.spanId });
  };
}

/** Undefined when the time is up first. */
async function within<T>(timeoutMs: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => { resolve(undefined); }, timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

function guarded(fn: () => void): void {
  try {
    fn();
  } catch {
    // what is being stopped need not stop well
  }
}
