import { metrics } from '../../metrics/catalogue.js';
import type { Measure } from '../metrics/meters.js';
import type { SpanSink } from '../spans/span-pipeline.js';
import type { Delivery } from './delivery.js';
import { createSpanEncoder } from './otlp/encode-span.js';

/** One place that takes spans. */
export type SpanDestination = Pick<Delivery, 'spans'> & { readonly name: string };

/** Encodes each span once, for all places that it is delivered to. */
export function createSpanDelivery(destinations: readonly SpanDestination[], measure: Measure): SpanSink {
  const encode = createSpanEncoder();

  return {
    take(span, characters) {
      let encoded;
      try {
        encoded = encode(span);
      } catch {
        // A span of another library may hold what cannot even be looked at.
        for (const { name } of destinations) measure(metrics.telemetry.spansProcessed.definition, 1, { 'otel.component.name': name, 'error.type': 'serialization_failed' });
        return;
      }
      for (const { spans } of destinations) spans.push(encoded, characters);
    },
  };
}
