import type { MeterProvider, TracerProvider } from '@opentelemetry/api';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';

/**
 * Gives every `fetch` and undici call a CLIENT span and a duration. It listens to a diagnostics channel, so it works in
 * ESM, in CommonJS, bundled, and for calls made by other libraries. No header becomes an attribute.
 *
 * @returns Stops it.
 */
export function instrumentOutgoing(tracers: TracerProvider, meters: MeterProvider): () => void {
  const instrumentation = new UndiciInstrumentation();
  instrumentation.setTracerProvider(tracers);
  instrumentation.setMeterProvider(meters);
  return () => { instrumentation.disable(); };
}
