import { createHmac, randomBytes } from 'node:crypto';

import { context } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';

import { Secret } from '@discord-intelligence/config';

import { ENCODE_LIMITS, encodeValue } from '../encode/encode-value.js';
import type { FastifyLike } from '../fastify-like.js';
import { NOOP_SPAN } from '../noop-span.js';
import type { Runtime } from '../runtime.js';
import type { SetupOptions } from '../setup-options.js';
import { createContextFunctions } from './context-functions.js';
import { createDiagnostics } from './diagnostics.js';
import { instrumentFastify } from './http/fastify-hooks.js';
import { createOutgoing } from './http/outgoing.js';
import { createLifeCycle } from './life-cycle.js';
import { createWriteLog } from './logs/write-log.js';
import { createMeasure, type Measure } from './metrics/meters.js';
import { measureProcess } from './metrics/process-metrics.js';
import { createMetricsHandler, type MetricsHandler, PullReader } from './metrics/prometheus.js';
import { startNodeSdk } from './node-sdk.js';
import { createNotingScrubber } from './noting-scrubber.js';
import { createResource } from './resource.js';
import type { Settings } from './settings.js';
import { createSignals, type ExtraSinks, SCOPE } from './signals.js';
import type { SpanSurroundings } from './spans/active-span.js';
import { createOpenSpan } from './spans/open-span.js';
import { createRunInSpan } from './spans/run-in-span.js';
import { createWithheld } from './spans/withheld.js';

/** A running telemetry, with what only the setup needs of it. */
export interface StartedRuntime {
  readonly runtime: Runtime;
  readonly metricsHandler: MetricsHandler;
  readonly metricsText: () => Promise<string>;
  readonly instrument: (app: FastifyLike) => void;
}

const DEFAULT_IGNORED = ['/metrics', '/health', '/healthz', '/livez', '/readyz'];

/**
 * Starts everything and registers it with OpenTelemetry's API. Loaded only while telemetry is on.
 *
 * @param onStopped Called once when it is shut down.
 * @throws {TelemetryDisabledError} When `OTEL_SDK_DISABLED` keeps the SDK from starting.
 */
export function startRuntime(settings: Settings, options: SetupOptions, onStopped: () => void, extra: ExtraSinks = {}): StartedRuntime {
  const { captureContent } = settings;
  // Bound late: what scrubs and delivers is measured, by what it scrubs and delivers.
  let measureNow: Measure = () => undefined;
  const measure: Measure = (...measured) => { measureNow(...measured); };

  const { scrubber, takeFinds } = createNotingScrubber(settings.secrets, options.scrubbing, measure);
  const diagnostics = createDiagnostics({
    write: options.warn ?? ((message) => { process.emitWarning(message, 'TelemetryWarning'); }),
    scrub: (text) => scrubber.text(text, 'diagnostics'),
  });
  const signals = createSignals({ settings, options, extra, diagnostics, measure, scrubber, takeFinds });
  const { deliveries } = signals;
  const pull = new PullReader();
  const outgoing = options.instrumentOutgoing === false ? [] : [createOutgoing()];
  const sdk = startNodeSdk({
    resource: createResource(settings, options),
    sampleRate: settings.sampleRate,
    spanProcessor: signals.spanProcessor,
    logRecordProcessor: signals.logProcessor,
    metricReaders: [pull, ...deliveries.flatMap(({ metricReader }) => metricReader ?? [])],
    instrumentations: outgoing,
    diagnostics,
  });
  for (const warning of settings.warnings) diagnostics.warn(warning);

  const meter = sdk.meterProvider.getMeter(SCOPE);
  measureNow = createMeasure(meter, scrubber);
  const around: SpanSurroundings = {
    scrubber,
    captureContent,
    withheld: createWithheld(),
    takeFinds,
    contexts: sdk.contexts,
  };
  const open = createOpenSpan(sdk.tracerProvider.getTracer(SCOPE), around, () => { diagnostics.warn('A span could not be begun, or its attributes not be made.'); });
  const lifeCycle = createLifeCycle({
    signals,
    sdk,
    stops: [...outgoing.map((instrumentation) => () => { instrumentation.disable(); }), ...(options.runtimeMetrics === false ? [] : [measureProcess(meter, measure)])],
    handleExit: options.handleExit !== false,
    onStopped,
  });

  const hashKey = keyOf(options.contentHashKey);
  const runtime: Runtime = {
    captureContent,
    emitsNewestNames: options.genaiSemconv !== 'v1.41',
    validations: options.validations ?? 'failure',
    scrubber,
    span: createRunInSpan(open, sdk.contexts),
    startSpan: (name, attributes, spanOptions) => open(name, attributes, spanOptions) ?? NOOP_SPAN,
    log: createWriteLog({ logger: sdk.loggerProvider.getLogger(SCOPE), scrubber, captureContent, minLevel: options.minLevel ?? 'trace' }),
    measure,
    encode: (value, plan, limit = ENCODE_LIMITS.attribute) => encodeValue(value, { key: '', scrubber, plan, limit }),
    withhold: (error) => { around.withheld.add(error); },
    hash: (text) => createHmac('sha256', hashKey).update(text).digest('hex'),
    ...createContextFunctions(around),
    ...lifeCycle,
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

/** The key of the hashes of content. */
function keyOf(given: SetupOptions['contentHashKey']): Buffer | string {
  if (given === undefined) return randomBytes(32);
  return Secret.is(given) ? given.reveal() : given;
}
