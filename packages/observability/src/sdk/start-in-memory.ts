import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';

import type { SeenLog, SeenSpan, TestTelemetry } from '../for-tests.js';
import type { Runtime } from '../runtime.js';
import type { SetupOptions } from '../setup-options.js';
import type { Settings } from './settings.js';
import { startRuntime } from './start-runtime.js';

const STATUS = { [SpanStatusCode.UNSET]: 'unset', [SpanStatusCode.OK]: 'ok', [SpanStatusCode.ERROR]: 'error' } as const;

/** Starts a runtime whose spans, logs and metrics stay in memory. */
export function startInMemory(settings: Settings, options: SetupOptions, onStopped: () => void): { readonly runtime: Runtime; readonly telemetry: TestTelemetry } {
  let spans: SeenSpan[] = [];
  let logs: SeenLog[] = [];
  const { runtime, metricsText } = startRuntime(settings, options, onStopped, {
    spans: { take: (span) => { spans.push(seen(span)); } },
    logs: (record) => { logs.push(seenLog(record)); },
  });
  const telemetry: TestTelemetry = {
    spans: () => spans,
    span(name) {
      const [found, ...others] = spans.filter((span) => span.name === name);
      if (found === undefined) throw new Error(`No span is named ${name}. There are: ${spans.map((span) => span.name).join(', ') || 'none'}.`);
      if (others.length > 0) throw new Error(`${others.length + 1} spans are named ${name}.`);
      return found;
    },
    logs: () => logs,
    tree: () => treeOf(spans),
    metrics: metricsText,
    reset() {
      spans = [];
      logs = [];
    },
    shutdown: () => runtime.shutdown(3000),
    [Symbol.asyncDispose]: () => runtime.shutdown(3000),
  };
  return { runtime, telemetry };
}

function seen(span: ReadableSpan): SeenSpan {
  const { traceId, spanId } = span.spanContext();
  return {
    name: span.name,
    kind: SpanKind[span.kind].toLowerCase(),
    traceId,
    spanId,
    parentId: span.parentSpanContext?.spanId,
    attributes: span.attributes,
    events: span.events.map(({ name, attributes = {} }) => ({ name, attributes })),
    status: STATUS[span.status.code],
    statusMessage: span.status.message,
  };
}

function seenLog(record: ReadableLogRecord): SeenLog {
  return {
    level: record.severityText ?? '',
    message: typeof record.body === 'string' ? record.body : JSON.stringify(record.body),
    attributes: record.attributes,
    spanId: record.spanContext?.spanId,
  };
}

function treeOf(spans: readonly SeenSpan[]): string {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const lines: string[] = [];
  const visit = (parentId: string | undefined, depth: number) => {
    for (const span of spans) {
      const parent = span.parentId !== undefined && known.has(span.parentId) ? span.parentId : undefined;
      if (parent !== parentId) continue;
      lines.push(`${'  '.repeat(depth)}${span.name}`);
      visit(span.spanId, depth + 1);
    }
  };
  visit(undefined, 0);
  return lines.join('\n');
}
