import { randomBytes } from 'node:crypto';

import type { ReadableSpan, Span } from '@opentelemetry/sdk-trace';

import { LOGFIRE } from '../../names/attributes.js';
import type { ContentCapture } from '../../runtime.js';
import type { Scrubber } from '../../scrub/scrubber.js';
import { scrubAttributes } from './scrub-span.js';
import type { SpanSink } from './span-pipeline.js';

/** What it needs. */
export interface PendingSpansOptions {
  readonly open: ReadonlySet<Span & ReadableSpan>;
  /** The scope whose spans are announced: ours only. */
  readonly scope: string;
  readonly scrubber: Scrubber;
  readonly captureContent: ContentCapture;
  readonly sinks: readonly SpanSink[];
  /** @default Date.now */
  readonly now?: () => number;
}

/** Milliseconds after which an open span is announced. Shorter spans are seen soon enough, and cost nothing twice. */
export const PENDING_AFTER_MS = 1000;

/** Makes a function that announces open spans, each once, as `pending_span`s; call it about once a second. */
export function createPendingSpans({ open, scope, scrubber, captureContent, sinks, now = Date.now }: PendingSpansOptions): () => void {
  const announced = new WeakSet<Span>();

  return () => {
    for (const span of open) {
      const age = now() - (span.startTime[0] * 1000 + span.startTime[1] / 1e6);
      if (announced.has(span) || age < PENDING_AFTER_MS || span.instrumentationScope.name !== scope) continue;
      announced.add(span);
      const pending = pendingOf(span);
      const size = scrubAttributes(pending.attributes, scrubber, captureContent);
      for (const sink of sinks) sink.take(pending, size + pending.name.length + 200);
    }
  };

  function pendingOf(span: ReadableSpan): ReadableSpan {
    const { traceId, spanId, traceFlags } = span.spanContext();
    const own = { traceId, spanId: randomBytes(8).toString('hex'), traceFlags };
    return {
      name: scrubber.text(span.name, 'name'),
      kind: span.kind,
      spanContext: () => own,
      // A child of the span that it announces, which has not been sent yet.
      parentSpanContext: { traceId, spanId, traceFlags },
      startTime: span.startTime,
      endTime: span.startTime,
      duration: [0, 0],
      ended: true,
      status: span.status,
      attributes: {
        ...span.attributes,
        [LOGFIRE.spanType]: 'pending_span',
        [LOGFIRE.pendingParentId]: span.parentSpanContext?.spanId ?? '0000000000000000',
      },
      links: [],
      events: [],
      resource: span.resource,
      instrumentationScope: span.instrumentationScope,
      droppedAttributesCount: 0,
      droppedEventsCount: 0,
      droppedLinksCount: 0,
    };
  }
}
