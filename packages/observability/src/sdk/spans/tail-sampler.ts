import { isSpanContextValid, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';

import { LEVELS } from '../../levels.js';
import { LOGFIRE } from '../../names/attributes.js';
import { GEN_AI } from '../../names/gen-ai.js';
import type { TailSampling } from '../../setup-options.js';
import type { SpanSink } from './span-pipeline.js';

/** Holds the spans of a trace back until its end shows whether it is worth keeping. */
export interface TailSampler extends SpanSink {
  /** Decides every waiting trace now. */
  drain(): void;
  /** Decides traces that have waited too long. */
  sweep(): void;
  /** Spans that wait. */
  waiting(): number;
}

interface Trace {
  readonly startedAt: number;
  readonly spans: { readonly span: ReadableSpan; readonly characters: number }[];
  isWorthKeeping: boolean;
}

const DEFAULTS = {
  keepErrors: true,
  slowerThanMs: 5000,
  level: 'warn',
  costUsd: Infinity,
  rate: 0.1,
  maxTraces: 1000,
  maxSpans: 20_000,
  maxAgeMs: 30_000,
} as const satisfies Required<TailSampling>;

/** Decisions that are remembered for spans which end after their root. */
const MOST_DECISIONS = 4096;

/** Makes a tail sampler in front of other sinks. Bounded by traces, by spans and by age. */
export function createTailSampler(
  options: TailSampling,
  { sinks, onDropped, now = Date.now }: { readonly sinks: readonly SpanSink[]; readonly onDropped: (count: number) => void; readonly now?: () => number },
): TailSampler {
  const limits = { ...DEFAULTS, ...options };
  const traces = new Map<string, Trace>();
  const decisions = new Map<string, boolean>();
  let waiting = 0;

  return {
    take(span, characters) {
      const { traceId } = span.spanContext();
      const decided = decisions.get(traceId);
      if (decided !== undefined) {
        if (decided) for (const sink of sinks) sink.take(span, characters);
        else onDropped(1);
        return;
      }
      let trace = traces.get(traceId);
      if (trace === undefined) {
        if (traces.size >= limits.maxTraces) decideOldest();
        trace = { startedAt: now(), spans: [], isWorthKeeping: false };
        traces.set(traceId, trace);
      }
      trace.spans.push({ span, characters });
      waiting += 1;
      trace.isWorthKeeping ||= isWorthKeeping(span);
      // The parent of a local root is in another process, or nowhere.
      const parent = span.parentSpanContext;
      if (parent === undefined || parent.isRemote === true || !isSpanContextValid(parent)) decide(traceId, trace);
      while (waiting > limits.maxSpans) decideOldest();
    },
    drain() {
      for (const [traceId, trace] of traces) decide(traceId, trace);
    },
    sweep() {
      for (const [traceId, trace] of traces) {
        if (now() - trace.startedAt < limits.maxAgeMs) break; // the rest is younger
        decide(traceId, trace);
      }
    },
    waiting: () => waiting,
  };

  function isWorthKeeping(span: ReadableSpan): boolean {
    if (limits.keepErrors && span.status.code === SpanStatusCode.ERROR) return true;
    if (span.duration[0] * 1000 + span.duration[1] / 1e6 >= limits.slowerThanMs) return true;
    if (Number(span.attributes[LOGFIRE.levelNumber] ?? 0) >= LEVELS[limits.level]) return true;
    return Number(span.attributes[GEN_AI.operationCost] ?? 0) >= limits.costUsd;
  }

  function decideOldest(): void {
    const oldest = traces.entries().next().value;
    if (oldest) decide(...oldest);
  }

  function decide(traceId: string, trace: Trace): void {
    traces.delete(traceId);
    waiting -= trace.spans.length;
    const isKept = trace.isWorthKeeping || shareOf(traceId) < limits.rate;
    if (decisions.size >= MOST_DECISIONS) decisions.delete(decisions.keys().next().value ?? '');
    decisions.set(traceId, isKept);
    if (!isKept) {
      onDropped(trace.spans.length);
      return;
    }
    for (const { span, characters } of trace.spans) for (const sink of sinks) sink.take(span, characters);
  }
}

/** The same share for a trace in every process, as the ratio sampler takes it: from the last 32 bits of its id. */
function shareOf(traceId: string): number {
  return Number.parseInt(traceId.slice(-8), 16) / 0x1_0000_0000;
}
