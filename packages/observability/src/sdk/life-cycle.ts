import type { Runtime } from '../runtime.js';
import { guardExit } from './export/exit-guard.js';
import { deliverAtExit } from './export/last-chance.js';
import type { StartedSdk } from './node-sdk.js';
import type { Signals } from './signals.js';
import { within } from './within.js';

/** What is brought to its end. */
export interface LifeCycleOptions {
  readonly signals: Signals;
  readonly sdk: StartedSdk;
  /** Stops what listens and measures. */
  readonly stops: readonly (() => void)[];
  /** Whether the end of the process is watched. */
  readonly handleExit: boolean;
  /** Called once, as soon as telemetry is being shut down. */
  readonly onStopped: () => void;
}

/** Milliseconds that the end of the process is held up at most after the loop has stopped. */
const LAST_CHANCE_MS = 1500;
const FLUSH_MS = 3000;
const TICK_MS = 1000;

/** Makes the functions that deliver now and that end everything, and watches for the end of the process. */
export function createLifeCycle({ signals, sdk, stops, handleExit, onStopped }: LifeCycleOptions): Pick<Runtime, 'flush' | 'shutdown'> {
  const { deliveries, tick } = signals;
  const ticking = tick && setInterval(tick, TICK_MS);
  ticking?.unref();
  let stopping: Promise<void> | undefined;
  // What was attempted at the end of the loop need not be attempted again without anything new.
  let sizeAtLastFlush = -1;
  const undelivered = () => deliveries.reduce((sum, delivery) => sum + delivery.spans.size() + delivery.logs.size(), 0);
  // Metrics go out once at the natural end even if no span waits.
  const areMetricsPending = () => sizeAtLastFlush === -1 && deliveries.length > 0;

  const unguard = handleExit
    ? guardExit({
        hasUndelivered: () => stopping === undefined && sizeAtLastFlush !== undelivered() + (areMetricsPending() ? 1 : 0),
        flush: () => flush(FLUSH_MS),
        endOpen: () => { signals.endOpen(); },
        // In the middle of a shutdown as well: a program may not wait for that.
        deliverNow: () => { deliverAtExit(deliveries.flatMap((delivery) => delivery.lastPosts()), LAST_CHANCE_MS); },
      })
    : undefined;

  return {
    flush: (timeoutMs) => flush(timeoutMs),
    shutdown: (timeoutMs) => (stopping ??= stop(timeoutMs)),
  };

  async function flush(timeoutMs: number, isLast = false): Promise<boolean> {
    signals.settle();
    for (const delivery of deliveries) delivery.observe();
    const all = Promise.all([
      ...deliveries.map((delivery) => delivery.flush(timeoutMs)),
      // The end of the readers of metrics is their last delivery.
      ...(isLast ? [sdk.shutdown()] : deliveries.map(({ metricReader }) => metricReader?.forceFlush())).map((done) => done?.then(() => true, () => true)),
    ]);
    const results = await within(timeoutMs, all);
    sizeAtLastFlush = undelivered();
    return results?.every((isOut) => isOut !== false) ?? false;
  }

  async function stop(timeoutMs: number): Promise<void> {
    onStopped();
    for (const end of stops) guarded(end);
    clearInterval(ticking);
    guarded(() => { signals.endOpen(); });
    await flush(timeoutMs, true).catch(() => false);
    unguard?.();
    for (const delivery of deliveries) delivery.close();
    sdk.release();
  }
}

function guarded(fn: () => void): void {
  try {
    fn();
  } catch {
    // what is being stopped need not stop well
  }
}
