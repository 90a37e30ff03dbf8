import { type Context, propagation } from '@opentelemetry/api';
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace';

import { OURS } from '../../names/attributes.js';
import type { ContentCapture } from '../../runtime.js';
import type { ScrubMatch } from '../../scrub/text-scrubber.js';
import type { Scrubber } from '../../scrub/scrubber.js';
import { noteScrubbed, type ScrubbableSpan, scrubSpan } from './scrub-span.js';
import { handleOf } from './span-handle.js';

/** What takes finished, scrubbed spans: a queue, the console, a tail sampler, a test. */
export interface SpanSink {
  /** @param characters The size of the span, roughly. */
  take(span: ReadableSpan, characters: number): void;
}

/** What a pipeline needs. */
export interface SpanPipelineOptions {
  readonly scrubber: Scrubber;
  readonly captureContent: ContentCapture;
  /** Finds of the scrubber since the last call, so that a span can list its own. */
  readonly takeFinds: () => readonly ScrubMatch[];
  readonly sinks: readonly SpanSink[];
  readonly baggageKeys: readonly string[];
  /** Called when a span could not be handed on. */
  readonly onFailure: () => void;
}

/** The one processor of spans: knows the open ones, scrubs the finished ones, hands them on. */
export interface SpanPipeline extends SpanProcessor {
  /** Spans that have not ended, oldest first. Bounded: more than 10,000 open spans are not all known. */
  readonly open: ReadonlySet<Span>;
  /** Ends every open span with `span.unfinished`, because the process ends. */
  endOpen(): void;
}

const MOST_OPEN = 10_000;
const LONGEST_BAGGAGE = 256;

/** Makes the pipeline. */
export function createSpanPipeline({ scrubber, captureContent, takeFinds, sinks, baggageKeys, onFailure }: SpanPipelineOptions): SpanPipeline {
  const open = new Set<Span>();

  return {
    open,
    onStart(span: Span, context: Context) {
      if (open.size < MOST_OPEN) open.add(span);
      if (baggageKeys.length === 0) return;
      const baggage = propagation.getBaggage(context);
      if (baggage === undefined) return;
      for (const key of baggageKeys) {
        const entry = baggage.getEntry(key);
        if (entry !== undefined) span.setAttribute(key, entry.value.slice(0, LONGEST_BAGGAGE));
      }
    },
    onEnd(span: ReadableSpan) {
      open.delete(span as ReadableSpan & Span);
      try {
        handOn(span);
      } catch {
        // The app ends its spans in the midst of its work. What cannot be scrubbed goes nowhere.
        onFailure();
      }
    },
    endOpen() {
      // The innermost first, as they would have ended.
      for (const span of [...open].reverse()) {
        span.setAttribute(OURS.unfinished, true);
        const handle = handleOf(span);
        if (handle) handle.end();
        else span.end();
      }
    },
    forceFlush: () => Promise.resolve(),
    shutdown: () => Promise.resolve(),
  };

  function handOn(span: ReadableSpan): void {
    const scrubbable = span as unknown as ScrubbableSpan;
    const handle = handleOf(span);
    takeFinds(); // of somebody else
    const characters = scrubSpan(scrubbable, scrubber, captureContent, handle?.clean);
    noteScrubbed(scrubbable.attributes, handle?.finds, takeFinds());
    for (const sink of sinks) sink.take(span, characters);
  }
}
