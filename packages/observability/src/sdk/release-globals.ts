import { context, type ContextManager, createContextKey, diag, type MeterProvider, metrics, propagation, ROOT_CONTEXT, type TextMapPropagator, trace, type TracerProvider } from '@opentelemetry/api';
import { type LoggerProvider, logs } from '@opentelemetry/api-logs';

/** What was offered to OpenTelemetry's API, which takes the first of a kind. */
export interface Offered {
  readonly tracerProvider: TracerProvider;
  readonly meterProvider: MeterProvider;
  readonly loggerProvider: LoggerProvider;
  readonly contextManager: ContextManager;
  readonly propagator: TextMapPropagator;
}

const PROBE = createContextKey('observability: probe');

/**
 * Takes back from OpenTelemetry's API what is ours, else a second setup would stay tied to the first one. What another
 * program in the process had registered before stays.
 */
export function releaseGlobals({ tracerProvider, meterProvider, loggerProvider, contextManager, propagator }: Offered): void {
  diag.disable();
  if (registeredTracers() === tracerProvider) trace.disable();
  if (metrics.getMeterProvider() === meterProvider) metrics.disable();
  if (logs.getLoggerProvider() === loggerProvider) logs.disable();
  if (isRegistered(contextManager)) context.disable();
  // This one cannot be asked for: it is known by its list.
  if (propagation.fields() === propagator.fields()) propagation.disable();
}

/** Whether the API carries contexts along with this one. It cannot be asked for, so it is told by what it does. */
export function isRegistered(contextManager: ContextManager): boolean {
  return contextManager.with(ROOT_CONTEXT.setValue(PROBE, true), () => context.active().getValue(PROBE) === true);
}

/** The API stands before the provider with a proxy of its own. */
function registeredTracers(): TracerProvider {
  const registered: TracerProvider & { readonly getDelegate?: () => TracerProvider } = trace.getTracerProvider();
  return registered.getDelegate?.() ?? registered;
}
