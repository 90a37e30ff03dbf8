import { monitorEventLoopDelay, performance, PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics } from 'node:v8';

import type { Meter, ObservableGauge } from '@opentelemetry/api';

import { metrics } from '../../metrics/catalogue.js';
import type { Gauge } from '../../metrics/instrument.js';
import type { Measure } from './meters.js';

/** Kinds of garbage collection, by V8's numbers (Node's documentation of `perf_hooks.constants`). */
const GC_KINDS: Readonly<Record<number, string>> = { 1: 'minor', 4: 'major', 8: 'incremental', 16: 'weakcb' };
const RESOLUTION_MS = 20;

/**
 * Measures this process: delay and use of the event loop, heap, garbage collection. Looked at when metrics are read.
 *
 * @returns Stops measuring.
 */
export function measureProcess(meter: Meter, measure: Measure): () => void {
  const { eventLoopDelayP50, eventLoopDelayP99, eventLoopUtilization, heapUsed, gcDuration } = metrics.process;
  const observable = ({ definition: { name, description, unit } }: Gauge): ObservableGauge => meter.createObservableGauge(name, { description, unit });
  const gauges = [observable(eventLoopDelayP50), observable(eventLoopDelayP99), observable(eventLoopUtilization), observable(heapUsed)] as const;
  const [p50, p99, utilization, heap] = gauges;

  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let last = performance.eventLoopUtilization();

  const read: Parameters<Meter['addBatchObservableCallback']>[0] = (result) => {
    const now = performance.eventLoopUtilization();
    result.observe(utilization, performance.eventLoopUtilization(now, last).utilization);
    last = now;
    // Nanoseconds, with the timer's own interval in them.
    const seconds = (nanos: number) => Math.max(0, nanos / 1e9 - RESOLUTION_MS / 1000);
    if (delay.count > 0) {
      result.observe(p50, seconds(delay.percentile(50)));
      result.observe(p99, seconds(delay.percentile(99)));
    }
    delay.reset();
    for (const { space_name, space_used_size } of getHeapSpaceStatistics()) {
      result.observe(heap, space_used_size, { 'v8js.heap.space.name': space_name });
    }
  };
  meter.addBatchObservableCallback(read, [...gauges]);

  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { kind } = (entry as typeof entry & { readonly detail: { readonly kind: number } }).detail;
      measure(gcDuration.definition, entry.duration / 1000, { 'v8js.gc.type': GC_KINDS[kind] ?? 'other' });
    }
  });
  observer.observe({ entryTypes: ['gc'] });

  return () => {
    delay.disable();
    observer.disconnect();
    meter.removeBatchObservableCallback(read, [...gauges]);
  };
}
