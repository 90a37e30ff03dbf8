import type { Runtime } from './runtime.js';

/** Where the running telemetry is found: empty while it is off. */
export interface Slot {
  runtime: Runtime | undefined;
  /** The setup under way or done, so that a second one joins it. */
  starting: Promise<unknown> | undefined;
}

const KEY = Symbol.for('@discord-intelligence/observability/slot/1');

/**
 * The one piece of state in this package. It hangs on the global object, so that the ESM build, the CommonJS build and
 * a second installed copy, which can all be in one process, write one trace. A constant read by every call: the whole
 * cost of telemetry that is off is `slot.runtime === undefined`.
 */
export const slot: Slot = ((globalThis as unknown as Record<symbol, Slot | undefined>)[KEY] ??= { runtime: undefined, starting: undefined });
