import type { ManualSpan } from './logfire-span.js';

const ignore = (): void => undefined;

/** What a function gets for a span while telemetry is off. */
export const NOOP_SPAN: ManualSpan = Object.freeze({
  traceId: undefined,
  spanId: undefined,
  isRecording: false,
  setAttribute: ignore,
  setAttributes: ignore,
  addEvent: ignore,
  recordError: ignore,
  setLevel: ignore,
  run: <T>(fn: () => T): T => fn(),
  end: ignore,
  [Symbol.dispose]: ignore,
});
