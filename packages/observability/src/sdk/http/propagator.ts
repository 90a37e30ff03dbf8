import { type Context, createContextKey, type TextMapPropagator } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';

const BLOCKED = createContextKey('observability: no traceparent');

/** A context in which outgoing calls carry no `traceparent`. */
export function blockTraceparent(context: Context): Context {
  return context.setValue(BLOCKED, true);
}

/**
 * Trace context in headers, but not where it is blocked. Baggage never leaves the process: it may hold names of people
 * and tenants, and every service we call is somebody else's.
 */
export function createPropagator(): TextMapPropagator {
  const traceContext = new W3CTraceContextPropagator();
  // One list of its own, by which it is known again.
  const fields = traceContext.fields();
  return {
    inject(context, carrier, setter) {
      if (context.getValue(BLOCKED) !== true) traceContext.inject(context, carrier, setter);
    },
    extract: (context, carrier, getter) => traceContext.extract(context, carrier, getter),
    fields: () => fields,
  };
}
