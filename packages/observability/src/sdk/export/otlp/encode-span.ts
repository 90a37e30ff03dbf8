import type { InstrumentationScope } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';

import { writeAttributes } from './encode-attributes.js';
import { WireWriter } from './wire-writer.js';

/** A span as it goes over the wire: bytes within a piece of memory that it shares with its neighbours. */
export interface EncodedSpan {
  readonly chunk: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly scope: InstrumentationScope;
  readonly resource: Resource;
}

// Tags of the fields, as in `trace.proto` of OTLP 1.7.
const SPAN = 0x12;
const SPAN_FIELDS = { traceId: 0x0a, spanId: 0x12, traceState: 0x1a, parentId: 0x22, name: 0x2a, kind: 0x30, start: 0x39, end: 0x41, attributes: 0x4a, droppedAttributes: 0x50, event: 0x5a, droppedEvents: 0x60, link: 0x6a, droppedLinks: 0x70, status: 0x7a } as const;
const EVENT_FIELDS = { time: 0x09, name: 0x12, attributes: 0x1a, dropped: 0x20 } as const;
const LINK_FIELDS = { traceId: 0x0a, spanId: 0x12, traceState: 0x1a, attributes: 0x22, dropped: 0x28, flags: 0x35 } as const;
const STATUS_FIELDS = { message: 0x12, code: 0x18 } as const;
/** Field 16 has a tag of two bytes. */
const FLAGS = [0x85, 0x01] as const;
/** It is known whether the parent is in another process, and it is (OTLP, `SpanFlags`). */
const KNOWS_REMOTE = 0x100;
const IS_REMOTE = 0x200;
/** Ids, times and numbers of one span, event or link, generously. */
const OVERHEAD = 256;
const CHUNK_BYTES = 65_536;

/**
 * Makes the function that encodes spans as they end. All that the SDK made for a span can go at once: what waits for
 * its delivery is some 300 bytes, which the garbage collector does not look at.
 *
 * The bytes are those of OpenTelemetry's own `ProtobufTraceSerializer`, which writes a batch at a time.
 */
export function createSpanEncoder(): (span: ReadableSpan) => EncodedSpan {
  const writer = new WireWriter(CHUNK_BYTES);

  return (span) => {
    writer.begin();
    try {
      writeSpan(writer, span);
    } catch (error) {
      writer.at = writer.start;
      throw error;
    }
    return { chunk: writer.chunk, start: writer.start, end: writer.at, scope: span.instrumentationScope, resource: span.resource };
  };
}

function writeSpan(writer: WireWriter, span: ReadableSpan): void {
  const { traceId, spanId, traceState, traceFlags } = span.spanContext();
  const parent = span.parentSpanContext;
  const state = traceState?.serialize() ?? '';
  writer.ensure(3 * (span.name.length + state.length) + OVERHEAD);
  const all = writer.open(SPAN, 2);
  writer.id(SPAN_FIELDS.traceId, traceId);
  writer.id(SPAN_FIELDS.spanId, spanId);
  if (state !== '') writer.text(SPAN_FIELDS.traceState, state);
  if (parent?.spanId) writer.id(SPAN_FIELDS.parentId, parent.spanId);
  writer.text(SPAN_FIELDS.name, span.name);
  writer.integer(SPAN_FIELDS.kind, span.kind + 1);
  writer.time(SPAN_FIELDS.start, span.startTime);
  writer.time(SPAN_FIELDS.end, span.endTime);
  writeAttributes(writer, SPAN_FIELDS.attributes, span.attributes);
  writer.ensure(OVERHEAD);
  writer.integer(SPAN_FIELDS.droppedAttributes, span.droppedAttributesCount);
  for (const event of span.events) writeEvent(writer, event);
  writer.integer(SPAN_FIELDS.droppedEvents, span.droppedEventsCount);
  for (const link of span.links) writeLink(writer, link);
  writer.integer(SPAN_FIELDS.droppedLinks, span.droppedLinksCount);
  const { message = '', code } = span.status;
  writer.ensure(3 * message.length + OVERHEAD);
  const status = writer.open(SPAN_FIELDS.status);
  if (message !== '') writer.text(STATUS_FIELDS.message, message);
  writer.integer(STATUS_FIELDS.code, code);
  writer.close(status);
  writer.chunk[writer.at++] = FLAGS[0];
  writer.chunk[writer.at++] = FLAGS[1];
  writer.fixed32(flagsOf(traceFlags, parent?.isRemote));
  writer.close(all, 2);
}

function writeEvent(writer: WireWriter, { time, name, attributes, droppedAttributesCount }: ReadableSpan['events'][number]): void {
  writer.ensure(3 * name.length + OVERHEAD);
  const event = writer.open(SPAN_FIELDS.event);
  writer.time(EVENT_FIELDS.time, time);
  writer.text(EVENT_FIELDS.name, name);
  if (attributes) writeAttributes(writer, EVENT_FIELDS.attributes, attributes);
  writer.ensure(OVERHEAD);
  writer.integer(EVENT_FIELDS.dropped, droppedAttributesCount ?? 0);
  writer.close(event);
}

function writeLink(writer: WireWriter, { context, attributes, droppedAttributesCount }: ReadableSpan['links'][number]): void {
  const state = context.traceState?.serialize() ?? '';
  writer.ensure(3 * state.length + OVERHEAD);
  const link = writer.open(SPAN_FIELDS.link);
  writer.id(LINK_FIELDS.traceId, context.traceId);
  writer.id(LINK_FIELDS.spanId, context.spanId);
  if (state !== '') writer.text(LINK_FIELDS.traceState, state);
  if (attributes) writeAttributes(writer, LINK_FIELDS.attributes, attributes);
  writer.ensure(OVERHEAD);
  writer.integer(LINK_FIELDS.dropped, droppedAttributesCount ?? 0);
  writer.chunk[writer.at++] = LINK_FIELDS.flags;
  writer.fixed32(flagsOf(context.traceFlags, context.isRemote));
  writer.close(link);
}

function flagsOf(traceFlags: number, isRemote: boolean | undefined): number {
  return (traceFlags & 0xff) | KNOWS_REMOTE | (isRemote === true ? IS_REMOTE : 0);
}
