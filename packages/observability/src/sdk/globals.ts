import { context, diag, metrics, propagation, trace, type MeterProvider, type TracerProvider } from '@opentelemetry/api';
import { logs, type LoggerProvider } from '@opentelemetry/api-logs';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';

import { createPropagator } from './http/propagator.js';

/** What OpenTelemetry's API hands out to everybody. */
export interface Globals {
  readonly tracerProvider: TracerProvider;
  readonly meterProvider: MeterProvider;
  readonly loggerProvider: LoggerProvider;
}

/**
 * Registers everything with OpenTelemetry's API, for other libraries in the process.
 *
 * @returns Takes it back, else a second setup would stay tied to the first one.
 */
export function registerGlobals({ tracerProvider, meterProvider, loggerProvider }: Globals): () => void {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(createPropagator());
  trace.setGlobalTracerProvider(tracerProvider);
  metrics.setGlobalMeterProvider(meterProvider);
  logs.setGlobalLoggerProvider(loggerProvider);
  return () => {
    trace.disable();
    context.disable();
    propagation.disable();
    metrics.disable();
    logs.disable();
    diag.disable();
  };
}
