import { type Context, isSpanContextValid, trace, TraceFlags } from '@opentelemetry/api';
import type { LogRecordProcessor, ReadableLogRecord, ReadWriteLogRecord } from '@opentelemetry/sdk-logs';

import { cutText } from '../../encode/cut-text.js';
import { ENCODE_LIMITS, encodeValue } from '../../encode/encode-value.js';
import { LEVELS, type LevelName } from '../../levels.js';
import type { ContentCapture } from '../../runtime.js';
import type { Scrubber } from '../../scrub/scrubber.js';
import { type MutableAttributes, scrubAttributes } from '../spans/scrub-span.js';

/** What takes scrubbed log records. */
export type LogSink = (record: ReadableLogRecord, characters: number) => void;

/** What the processor needs. */
export interface LogProcessorOptions {
  readonly scrubber: Scrubber;
  readonly captureContent: ContentCapture;
  readonly minLevel: LevelName;
  readonly sinks: readonly LogSink[];
}

/** Characters of a message. */
export const BODY_CHARACTERS = 8192;

/** Makes the one processor of log records, ours and those of other libraries: it bounds, scrubs and hands them on. */
export function createLogProcessor({ scrubber, captureContent, minLevel, sinks }: LogProcessorOptions): LogRecordProcessor {
  return {
    onEmit(record: ReadWriteLogRecord, around?: Context) {
      if (isUnwanted(record, around)) return;
      const attributes = record.attributes as MutableAttributes;
      cutAttributes(attributes);
      const size = scrubAttributes(attributes, scrubber, captureContent);
      const { body } = record;
      const text = typeof body === 'string' ? cutText(body, BODY_CHARACTERS, (part) => scrubber.text(part, 'body')).text : body === undefined ? '' : (encodeValue(body, { key: 'body', scrubber }).value ?? '');
      record.setBody(text);
      for (const sink of sinks) sink(record, size + String(text).length + 200);
    },
    forceFlush: () => Promise.resolve(),
    shutdown: () => Promise.resolve(),
  };

  /** What is not loud belongs to its trace, and goes where that goes. */
  function isUnwanted(record: ReadWriteLogRecord, around: Context | undefined): boolean {
    const severity: number = record.severityNumber ?? 0;
    if (severity >= LEVELS.warn) return false;
    if (severity > 0 && severity < LEVELS[minLevel]) return true;
    const span = around && trace.getSpanContext(around);
    return span !== undefined && isSpanContextValid(span) && (span.traceFlags & TraceFlags.SAMPLED) === 0;
  }
}

/** Bounds texts before anybody looks through them: NodeSDK passes no limits to its provider of logs. */
function cutAttributes(attributes: MutableAttributes): void {
  for (const key in attributes) {
    const value = attributes[key];
    if (typeof value === 'string') {
      if (value.length > ENCODE_LIMITS.attribute) attributes[key] = value.slice(0, ENCODE_LIMITS.attribute);
    } else if (Array.isArray(value) && (value.length > ENCODE_LIMITS.items || value.some((item) => typeof item === 'string' && item.length > ENCODE_LIMITS.text))) {
      const kept = value.slice(0, ENCODE_LIMITS.items) as unknown[];
      attributes[key] = kept.map((item) => (typeof item === 'string' ? item.slice(0, ENCODE_LIMITS.text) : item)) as string[];
    }
  }
}
