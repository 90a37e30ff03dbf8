import type { InstrumentationScope } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';

import { writeAttributes } from './encode-attributes.js';
import type { EncodedSpan } from './encode-span.js';
import { WireWriter } from './wire-writer.js';

// Tags of the fields, as in `trace_service.proto`, `trace.proto` and `common.proto` of OTLP 1.7.
const RESOURCE_SPANS = 0x0a;
const RESOURCE_SPANS_FIELDS = { resource: 0x0a, scopeSpans: 0x12, schemaUrl: 0x1a } as const;
const RESOURCE_FIELDS = { attributes: 0x0a, dropped: 0x10 } as const;
const SCOPE_SPANS_FIELDS = { scope: 0x0a, schemaUrl: 0x1a } as const;
const SCOPE_FIELDS = { name: 0x0a, version: 0x12 } as const;

/** Bytes in the order they go out. */
type Parts = readonly Uint8Array[];

/** Puts encoded spans together as one `ExportTraceServiceRequest`, by resource and scope. */
export function requestOf(spans: readonly EncodedSpan[]): Uint8Array {
  const resources = new Map<Resource, Map<InstrumentationScope, EncodedSpan[]>>();
  for (const span of spans) {
    const scopes = resources.get(span.resource) ?? new Map<InstrumentationScope, EncodedSpan[]>();
    resources.set(span.resource, scopes);
    const known = scopes.get(span.scope);
    if (known === undefined) scopes.set(span.scope, [span]);
    else known.push(span);
  }
  return Buffer.concat([...resources].flatMap(([resource, scopes]) => message(RESOURCE_SPANS, resourceSpansOf(resource, scopes))));
}

function resourceSpansOf(resource: Resource, scopes: ReadonlyMap<InstrumentationScope, readonly EncodedSpan[]>): Parts {
  return [
    written((writer) => {
      const whole = writer.open(RESOURCE_SPANS_FIELDS.resource);
      writeAttributes(writer, RESOURCE_FIELDS.attributes, resource.attributes);
      writer.ensure(16);
      writer.integer(RESOURCE_FIELDS.dropped, 0);
      writer.close(whole);
    }),
    ...[...scopes].flatMap(([scope, spans]) => message(RESOURCE_SPANS_FIELDS.scopeSpans, scopeSpansOf(scope, spans))),
    ...schemaUrl(RESOURCE_SPANS_FIELDS.schemaUrl, resource.schemaUrl),
  ];
}

function scopeSpansOf(scope: InstrumentationScope, spans: readonly EncodedSpan[]): Parts {
  const { name, version = '' } = scope;
  return [
    written((writer) => {
      writer.ensure(3 * (name.length + version.length) + 64);
      const whole = writer.open(SCOPE_SPANS_FIELDS.scope);
      writer.text(SCOPE_FIELDS.name, name);
      if (version !== '') writer.text(SCOPE_FIELDS.version, version);
      writer.close(whole);
    }),
    ...rangesOf(spans),
    ...schemaUrl(SCOPE_SPANS_FIELDS.schemaUrl, scope.schemaUrl),
  ];
}

/** Spans that ended one after the other lie side by side: a batch is mostly one piece of memory, or two. */
function rangesOf(spans: readonly EncodedSpan[]): Uint8Array[] {
  const ranges: Uint8Array[] = [];
  for (let first = 0; first < spans.length; ) {
    const { chunk, start } = spans[first]!;
    let { end } = spans[first]!;
    let next = first + 1;
    for (; spans[next]?.chunk === chunk && spans[next]?.start === end; next++) end = spans[next]!.end;
    ranges.push(chunk.subarray(start, end));
    first = next;
  }
  return ranges;
}

/** A message of parts: its tag and its length come first. */
function message(tag: number, parts: Parts): Uint8Array[] {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const head = written((writer) => {
    writer.integer(tag, size);
  });
  return [head, ...parts];
}

function schemaUrl(tag: number, url: string | undefined): Uint8Array[] {
  if (url === undefined || url === '') return [];
  return [
    written((writer) => {
      writer.ensure(3 * url.length + 16);
      writer.text(tag, url);
    }),
  ];
}

function written(write: (writer: WireWriter) => void): Uint8Array {
  const writer = new WireWriter(512);
  write(writer);
  return writer.chunk.subarray(writer.start, writer.at);
}
