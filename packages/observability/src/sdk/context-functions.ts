import { context, propagation, trace } from '@opentelemetry/api';

import type { Runtime } from '../runtime.js';
import { blockTraceparent } from './http/propagator.js';
import { ActiveSpan, type SpanSurroundings } from './spans/active-span.js';
import { attachHandle, handleOf } from './spans/span-handle.js';

/** The part of a runtime that is about what surrounds the caller. */
export function createContextFunctions(around: SpanSurroundings): Pick<Runtime, 'currentSpan' | 'withBaggage' | 'withoutTraceparent' | 'traceIds'> {
  return {
    currentSpan() {
      const span = trace.getActiveSpan();
      if (span === undefined) return undefined;
      const known = handleOf(span);
      if (known !== undefined) return known;
      // A span of another instrumentation: it gets our way of setting attributes, but its maker ends it.
      const handle = new ActiveSpan(span, context.active(), around);
      attachHandle(span, handle);
      return handle;
    },
    withBaggage(entries, fn) {
      let inside = context.active();
      try {
        let baggage = propagation.getBaggage(inside) ?? propagation.createBaggage();
        for (const key of Object.keys(entries)) baggage = baggage.setEntry(key, { value: String(entries[key]) });
        inside = propagation.setBaggage(inside, baggage);
      } catch {
        // entries that cannot be read
      }
      return context.with(inside, fn);
    },
    withoutTraceparent: (fn) => context.with(blockTraceparent(context.active()), fn),
    traceIds() {
      const ids = trace.getActiveSpan()?.spanContext();
      return ids && { trace_id: ids.traceId, span_id: ids.spanId, trace_flags: ids.traceFlags.toString(16).padStart(2, '0') };
    },
  };
}
