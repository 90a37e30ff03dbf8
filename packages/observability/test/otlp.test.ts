import { type Attributes, createTraceState, type Link, SpanKind, SpanStatusCode, TraceFlags } from '@opentelemetry/api';
import { describe, expect, it } from '@jest/globals';
import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';

import { createRandom } from '@discord-intelligence/testing/random';

import { createSpanEncoder } from '../src/sdk/export/otlp/encode-span.js';
import { requestOf } from '../src/sdk/export/otlp/span-request.js';

const SEED = 20_261_123;
const random = createRandom(SEED);
const whole = (below: number) => Math.floor(random() * below);
const pick = <Value>(values: readonly Value[]): Value => values[whole(values.length)]!;
const hex = (digits: number) => Array.from({ length: digits }, () => whole(16).toString(16)).join('');

const TEXTS = ['', 'a', 'plain words', 'ünïcödé 😀 and more', 'x'.repeat(48), 'x'.repeat(49), `${'x'.repeat(47)}ü`, 'y'.repeat(127), 'y'.repeat(128), 'ä'.repeat(70), 'z'.repeat(16_500), 'broken \ud800 half', 'ß'.repeat(40_000)];
const NUMBERS = [0, -0, 1, -1, 127, 128, 0.5, -2.25, 2 ** 31, 2 ** 32 - 1, 2 ** 32, -(2 ** 40), Number.MAX_SAFE_INTEGER, 2 ** 62, -(2 ** 63), 2 ** 63, 1e300, Number.NaN, Number.POSITIVE_INFINITY];
const text = () => pick(TEXTS);

function attributes(): Attributes {
  const all: Attributes = {};
  for (let left = whole(6); left > 0; left--) {
    all[pick(['a', 'http.route', 'ключ', 'k'.repeat(130)]) + String(left)] = pick<() => Attributes[string]>([
      text,
      () => pick(NUMBERS),
      () => random() < 0.5,
      () => Array.from({ length: whole(5) }, text),
      () => Array.from({ length: whole(40) }, () => pick(NUMBERS)),
      () => [true, false],
      () => ['a', null, undefined],
      () => undefined,
    ])();
  }
  return all;
}

const context = (): Link['context'] => ({
  traceId: hex(32),
  spanId: hex(16),
  traceFlags: pick([TraceFlags.NONE, TraceFlags.SAMPLED]),
  ...(random() < 0.3 && { traceState: createTraceState('vendor=value,other=1') }),
  ...(random() < 0.5 && { isRemote: random() < 0.5 }),
});
const RESOURCES = [resourceFromAttributes({ 'service.name': 'one', 'process.pid': 12 }), resourceFromAttributes({ note: 'ü'.repeat(300) }, { schemaUrl: 'https://example.com/schema' })];
const SCOPES = [{ name: 'ours' }, { name: 'theirs', version: '1.2.3' }, { name: 'with schema', schemaUrl: 'https://example.com/other' }];

function makeSpan(): ReadableSpan {
  const own = context();
  const seconds = pick([0, 65_535, 65_536, 1_795_000_000 + whole(1e6), 2 ** 32 + 5]);
  return {
    name: text(),
    kind: pick([SpanKind.INTERNAL, SpanKind.SERVER, SpanKind.CONSUMER]),
    spanContext: () => own,
    ...(random() < 0.6 && { parentSpanContext: context() }),
    startTime: [seconds, whole(1e9)],
    endTime: [seconds, 999_999_999],
    status: pick([{ code: SpanStatusCode.UNSET }, { code: SpanStatusCode.ERROR, message: text() }]),
    attributes: attributes(),
    links: Array.from({ length: whole(3) }, () => ({ context: context(), attributes: attributes(), droppedAttributesCount: whole(300) })),
    events: Array.from({ length: whole(3) }, () => ({ name: text(), time: [seconds, whole(1e9)] as [number, number], ...(random() < 0.7 && { attributes: attributes() }) })),
    duration: [0, 1],
    ended: true,
    resource: pick(RESOURCES),
    instrumentationScope: pick(SCOPES),
    droppedAttributesCount: whole(200),
    droppedEventsCount: whole(3),
    droppedLinksCount: whole(3),
  };
}

describe('what goes over the wire', () => {
  it(`is byte for byte what OpenTelemetry's own serializer writes (seed ${SEED})`, () => {
    const encode = createSpanEncoder();
    for (let round = 0; round < 60; round++) {
      const spans = Array.from({ length: 1 + whole(20) }, makeSpan);
      const ours = requestOf(spans.map(encode));
      const theirs = ProtobufTraceSerializer.serializeRequest(spans);
      expect({ round, bytes: Buffer.from(ours).toString('hex') }).toEqual({ round, bytes: Buffer.from(theirs ?? []).toString('hex') });
    }
  });

  it('is nothing for nothing', () => {
    expect(requestOf([])).toHaveLength(0);
  });

  it('goes on after a span that cannot be written', () => {
    const encode = createSpanEncoder();
    const [before, broken, after] = [makeSpan(), makeSpan(), makeSpan()];
    const first = encode(before);
    expect(() => encode({ ...broken, attributes: { get refuses(): string { throw new Error('no'); } } })).toThrow('no');
    expect(Buffer.from(requestOf([first, encode(after)]))).toEqual(Buffer.from(ProtobufTraceSerializer.serializeRequest([before, after]) ?? []));
  });
});
