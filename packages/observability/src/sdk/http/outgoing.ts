import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';

/**
 * Gives every `fetch` and undici call a CLIENT span and a duration. It listens to a diagnostics channel, so it works in
 * ESM, in CommonJS, bundled, and for calls made by other libraries. No header becomes an attribute.
 */
export function createOutgoing(): UndiciInstrumentation {
  return new UndiciInstrumentation();
}
