import { context, diag, type MeterProvider, type TracerProvider } from '@opentelemetry/api';
import type { LoggerProvider } from '@opentelemetry/api-logs';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import type { Instrumentation } from '@opentelemetry/instrumentation';
import type { Resource } from '@opentelemetry/resources';
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs';
import type { IMetricReader } from '@opentelemetry/sdk-metrics';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { AlwaysOnSampler, ParentBasedSampler, type SpanProcessor, TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace';

import type { Diagnostics } from './diagnostics.js';
import { createPropagator } from './http/propagator.js';
import { isRegistered, releaseGlobals } from './release-globals.js';
import type { Contexts } from './spans/active-span.js';
import { createIdGenerator } from './spans/random-ids.js';

/** What of ours goes into the SDK. */
export interface NodeSdkOptions {
  readonly resource: Resource;
  /** The share of traces that is kept at their start, 0 to 1. */
  readonly sampleRate: number;
  readonly spanProcessor: SpanProcessor;
  readonly logRecordProcessor: LogRecordProcessor;
  /** At least one, else the SDK measures nothing. */
  readonly metricReaders: readonly IMetricReader[];
  readonly instrumentations: readonly Instrumentation[];
  readonly diagnostics: Diagnostics;
}

/** A running SDK, with its own providers: those that the API hands out may be somebody else's. */
export interface StartedSdk {
  readonly tracerProvider: TracerProvider;
  readonly meterProvider: MeterProvider;
  readonly loggerProvider: LoggerProvider;
  readonly contexts: Contexts;
  /** Ends every provider; the readers of metrics deliver once more. May reject. */
  shutdown(): Promise<void>;
  /** Takes everything back from OpenTelemetry's API. */
  release(): void;
}

/** What NodeSDK keeps to itself. It has no getters, and our dependency on it names one exact version. */
interface Inside {
  readonly _tracerProvider?: TracerProvider;
  readonly _meterProvider?: MeterProvider;
  readonly _loggerProvider?: LoggerProvider;
}

const SPAN_LIMITS = {
  attributeValueLengthLimit: 65_536,
  attributeCountLimit: 128,
  eventCountLimit: 128,
  linkCountLimit: 32,
  attributePerEventCountLimit: 64,
  attributePerLinkCountLimit: 16,
};

/**
 * Starts OpenTelemetry's SDK for Node with nothing of its own choosing: every list is given, so that no exporter of its
 * defaults looks for a collector on this machine, and nothing is found out about the machine and its user.
 *
 * @throws {TelemetryDisabledError} When `OTEL_SDK_DISABLED` is `true`: the SDK heeds that by itself, and starts nothing.
 */
export function startNodeSdk({ resource, sampleRate, spanProcessor, logRecordProcessor, metricReaders, instrumentations, diagnostics }: NodeSdkOptions): StartedSdk {
  const contextManager = new AsyncLocalStorageContextManager();
  const propagator = createPropagator();
  const sdk = new NodeSDK({
    resource,
    autoDetectResources: false,
    contextManager,
    textMapPropagator: propagator,
    sampler: new ParentBasedSampler({ root: sampleRate >= 1 ? new AlwaysOnSampler() : new TraceIdRatioBasedSampler(sampleRate) }),
    idGenerator: createIdGenerator(),
    spanLimits: SPAN_LIMITS,
    spanProcessors: [spanProcessor],
    logRecordProcessors: [logRecordProcessor],
    metricReaders: [...metricReaders],
    instrumentations: [...instrumentations],
  });
  // Now, because `OTEL_LOG_LEVEL` has made the SDK talk to the console, where nothing is scrubbed.
  diagnostics.listen();
  sdk.start();
  const { _tracerProvider: tracerProvider, _meterProvider: meterProvider, _loggerProvider: loggerProvider } = sdk as unknown as Inside;
  if (!tracerProvider || !meterProvider || !loggerProvider) {
    for (const instrumentation of instrumentations) instrumentation.disable();
    diag.disable();
    throw new TelemetryDisabledError();
  }
  for (const instrumentation of instrumentations) {
    instrumentation.setTracerProvider(tracerProvider);
    instrumentation.setMeterProvider(meterProvider);
  }
  return {
    tracerProvider,
    meterProvider,
    loggerProvider,
    // Past the API, which looks for its manager at every call; unless that is somebody else's.
    contexts: isRegistered(contextManager) ? contextManager : context,
    shutdown: () => sdk.shutdown(),
    release: () => { releaseGlobals({ tracerProvider, meterProvider, loggerProvider, contextManager, propagator }); },
  };
}

/** The SDK was told not to start. Its name is what the person who runs the program is told. */
export class TelemetryDisabledError extends Error {
  override readonly name = 'OTEL_SDK_DISABLED';
  readonly code = 'telemetry_disabled';

  constructor() {
    super('OTEL_SDK_DISABLED keeps OpenTelemetry from starting.');
  }
}
