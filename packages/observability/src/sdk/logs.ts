import { type Context, context, isSpanContextValid, trace, TraceFlags } from '@opentelemetry/api';
import type { SeverityNumber } from '@opentelemetry/api-logs';
import { LoggerProvider, type LogRecordProcessor, type ReadableLogRecord, type ReadWriteLogRecord } from '@opentelemetry/sdk-logs';
import type { Resource } from '@opentelemetry/resources';

import { cutText } from '../encode/cut-text.js';
import { ENCODE_LIMITS, encodeValue } from '../encode/encode-value.js';
import { LEVELS, type Level, type LevelName } from '../levels.js';
import type { AttributeMap, Attributes } from '../logfire-span.js';
import { LOGFIRE, SUFFIX } from '../names/attributes.js';
import type { ContentCapture } from '../runtime.js';
import type { Scrubber } from '../scrub/scrubber.js';
import { type MutableAttributes, scrubAttributes } from './spans/scrub-span.js';
import { show } from './spans/open-span.js';
import { createTemplates } from './spans/template.js';

/** What takes scrubbed log records. */
export type LogSink = (record: ReadableLogRecord, characters: number) => void;

/** What logging needs. */
export interface LogsOptions {
  readonly resource: Resource;
  readonly scrubber: Scrubber;
  readonly captureContent: ContentCapture;
  readonly minLevel: LevelName;
  readonly sinks: readonly LogSink[];
}

/** Logging: our own records, and a provider for what other libraries log through OpenTelemetry. */
export interface Logs {
  readonly provider: LoggerProvider;
  log(level: Level, template: string, attributes: Attributes): void;
}

const BODY_CHARACTERS = 8192;

/** Makes the logging. */
export function createLogs({ resource, scrubber, captureContent, minLevel, sinks }: LogsOptions): Logs {
  const fill = createTemplates();
  const processor: LogRecordProcessor = {
    onEmit(record: ReadWriteLogRecord, around?: Context) {
      if (isUnwanted(record, around)) return;
      const size = scrubAttributes(record.attributes as MutableAttributes, scrubber, captureContent);
      const { body } = record;
      const text = typeof body === 'string' ? cutText(body, BODY_CHARACTERS, (part) => scrubber.text(part, 'body')).text : body === undefined ? '' : (encodeValue(body, { key: 'body', scrubber }).value ?? '');
      record.setBody(text);
      for (const sink of sinks) sink(record, size + String(text).length + 200);
    },
    forceFlush: () => Promise.resolve(),
    shutdown: () => Promise.resolve(),
  };
  const provider = new LoggerProvider({
    resource,
    processors: [processor],
    logRecordLimits: { attributeCountLimit: 128, attributeValueLengthLimit: ENCODE_LIMITS.attribute },
  });
  const logger = provider.getLogger('@discord-intelligence/observability');

  return {
    provider,
    log(level, template, attributes) {
      if (level.number < LEVELS[minLevel]) return;
      try {
        const given = (typeof attributes === 'function' ? attributes() : attributes) ?? {};
        const message = fill(template, (key) => show(given, key, { scrubber, captureContent })) ?? template;
        logger.emit({
          severityNumber: severityOf(level.number),
          severityText: level.name,
          body: message.slice(0, 2 * BODY_CHARACTERS),
          attributes: { ...encodeAll(given), ...(message !== template && { [LOGFIRE.messageTemplate]: template.slice(0, 1024) }) },
          context: context.active(),
        });
      } catch {
        // attributes that cannot be read
      }
    },
  };

  /** What is not loud belongs to its trace, and goes where that goes. */
  function isUnwanted(record: ReadWriteLogRecord, around: Context | undefined): boolean {
    const severity: number = record.severityNumber ?? 0;
    if (severity >= LEVELS.warn) return false;
    if (severity > 0 && severity < LEVELS[minLevel]) return true;
    const span = around && trace.getSpanContext(around);
    return span !== undefined && isSpanContextValid(span) && (span.traceFlags & TraceFlags.SAMPLED) === 0;
  }

  function encodeAll(attributes: AttributeMap): Record<string, string | number | boolean> {
    const encoded: Record<string, string | number | boolean> = {};
    const nulls: string[] = [];
    for (const key of Object.keys(attributes).slice(0, 120)) {
      const kind = scrubber.classOf(key);
      if (kind === 'leak' || (kind === 'content' && captureContent !== 'full')) continue;
      const value = attributes[key];
      if (value === null) nulls.push(key);
      const { value: one, isCut } = encodeValue(value, { key, scrubber });
      if (one !== undefined) encoded[key] = one;
      if (isCut) encoded[key + SUFFIX.truncated] = true;
    }
    if (nulls.length > 0) encoded[LOGFIRE.nullArguments] = nulls.join(',');
    return encoded;
  }
}

/** Our levels are the numbers of OpenTelemetry's enum. */
function severityOf(number: number): SeverityNumber {
  const severity: unknown = number;
  return severity as SeverityNumber;
}
