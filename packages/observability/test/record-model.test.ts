import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';

import { Secret } from '@discord-intelligence/config';

import { forTests, recordModel, recordValidation, span } from '../src/index.js';
import { encodeValue } from '../src/encode/encode-value.js';
import { createScrubber } from '../src/scrub/scrubber.js';

const scrubber = createScrubber();
const encode = (value: unknown) => encodeValue(value, { key: 'value', scrubber });

interface Category {
  readonly name: string;
  readonly children: readonly Category[];
}
const Category: z.ZodType<Category> = z.object({
  name: z.string().meta({ sensitive: true }),
  get children() {
    return z.array(Category);
  },
});

describe('a recorded model', () => {
  const User = z.object({
    id: z.number(),
    mail: z.string().meta({ pii: 'email' }).optional(),
    notes: z.array(z.object({ text: z.string().meta({ sensitive: true }), at: z.date() })),
    either: z.union([z.object({ kind: z.literal('a'), value: z.string().meta({ sensitive: true }) }), z.object({ kind: z.literal('b'), value: z.string() })]),
    byName: z.record(z.string().meta({ pii: 'name' }), z.number()),
    pair: z.tuple([z.string(), z.string().meta({ sensitive: true })]),
    wrapped: z.string().meta({ sensitive: true }).nullable().default(null),
    changed: z.object({ inner: z.string().meta({ sensitive: true }) }).transform((value) => value),
    both: z.intersection(z.object({ left: z.string() }), z.object({ right: z.string().meta({ sensitive: true }) })),
    tree: Category,
    map: z.map(z.string(), z.string().meta({ sensitive: true })),
    set: z.set(z.string().meta({ sensitive: true })),
  }).meta({ id: 'User' });

  it('shows what its schema allows, wherever that says so', async () => {
    await using telemetry = await forTests();
    span('record', {}, () => {
      recordModel('user', User, {
        id: 1,
        mail: 'HIDDEN@example.org',
        notes: [{ text: 'HIDDEN', at: new Date(0) }],
        either: { kind: 'a', value: 'HIDDEN' },
        byName: { HIDDEN: 5 },
        pair: ['seen', 'HIDDEN'],
        wrapped: 'HIDDEN',
        changed: { inner: 'HIDDEN' },
        both: { left: 'seen', right: 'HIDDEN' },
        tree: { name: 'HIDDEN', children: [{ name: 'HIDDEN', children: [] }] },
        map: new Map([['key', 'HIDDEN']]),
        set: new Set(['HIDDEN']),
      });
    });
    const { attributes } = telemetry.span('record');
    expect(attributes['user.schema']).toBe('User');
    expect(String(attributes.user)).not.toContain('HIDDEN');
    const hidden = "[Scrubbed due to 'sensitive']";
    expect(JSON.parse(String(attributes.user))).toEqual({
      id: 1,
      mail: "[Scrubbed due to 'pii email']",
      notes: [{ text: hidden, at: '1970-01-01T00:00:00.000Z' }],
      either: { kind: 'a', value: hidden },
      byName: { "[Scrubbed due to 'pii name']": 5 },
      pair: ['seen', hidden],
      wrapped: hidden,
      changed: { inner: hidden },
      both: { left: 'seen', right: hidden },
      tree: { name: hidden, children: [{ name: hidden, children: [] }] },
      map: { key: hidden },
      set: [hidden],
    });
  });

  it('is never parsed: transforms do not run again', async () => {
    await using telemetry = await forTests();
    let runs = 0;
    const Counted = z.object({ a: z.string().transform((value) => { runs += 1; return value.length; }) });
    span('record', {}, () => { recordModel('counted', Counted, { a: 5 }); });
    expect(runs).toBe(0);
    expect(telemetry.span('record').attributes.counted).toBe('{"a":5}');
  });

  it('stays a number or a text where it is one', async () => {
    await using telemetry = await forTests();
    span('record', {}, () => {
      recordModel('count', z.number(), 5);
      recordModel('flag', z.boolean(), true);
      recordModel('secret', z.string().meta({ sensitive: true }), 'HIDDEN');
      recordModel('none', z.null(), null);
    });
    expect(telemetry.span('record').attributes).toMatchObject({ count: 5, flag: true, 'logfire.null_args': ['none'] });
    expect(JSON.stringify(telemetry.spans())).not.toContain('HIDDEN');
  });
});

describe('a validation', () => {
  const Shape = z.strictObject({ age: z.number(), list: z.array(z.string()) }).meta({ id: 'Shape' });

  it('that failed is told by paths and codes, never by the value', async () => {
    await using telemetry = await forTests();
    span('check', {}, () => { recordValidation('answer', Shape, Shape.safeParse({ age: 'HIDDEN', list: ['a', 1], HIDDEN: 1 })); });
    const { attributes, events } = telemetry.span('check');
    expect(attributes['logfire.level_num']).toBe(13);
    expect(events).toMatchObject([{ name: 'zod.validation_failed', attributes: { 'schema.name': 'Shape', count: 3 } }]);
    expect(JSON.parse(String(events[0]?.attributes.issues))).toMatchObject([{ path: 'age', code: 'invalid_type' }, { path: 'list.1', code: 'invalid_type' }, { code: 'unrecognized_keys' }]);
    expect(JSON.stringify(telemetry.spans())).not.toContain('HIDDEN');
    expect(await telemetry.metrics()).toContain('zod_validations_total{schema_name="Shape",success="false"} 1');
  });

  it.each([
    ['all', 1, true],
    ['failure', 1, false],
    ['metrics', 0, false],
  ] as const)('is recorded as the setup says: %s', async (validations, eventCount, isValueKept) => {
    await using telemetry = await forTests({ validations });
    span('check', {}, () => {
      recordValidation('good', Shape, Shape.safeParse({ age: 1, list: [] }));
      recordValidation('bad', Shape, Shape.safeParse({}));
    });
    expect(telemetry.span('check').events).toHaveLength(eventCount);
    expect('good' in telemetry.span('check').attributes).toBe(isValueKept);
    expect(await telemetry.metrics()).toContain('zod_validations_total{schema_name="Shape",success="true"} 1');
  });
});

describe('the encoding of values', () => {
  it.each<[string, unknown, unknown]>([
    ['a date', new Date(NaN), 'Invalid Date'],
    ['bytes', Buffer.from('abc'), '[Buffer 3B]'],
    ['a map', new Map<unknown, unknown>([['a', 1], [{}, 2]]), '{"a":1,"[object]":2}'],
    ['a set', new Set([1, 2]), '[1,2]'],
    ['an error', Object.assign(new Error('no'), { code: 'E' }), '{"name":"Error","message":"no","code":"E"}'],
    ['a secret', new Secret('hidden'), '[redacted]'],
    ['a secret inside', { key: new Secret('hidden') }, '{"key":"[redacted]"}'],
    ['a function', { f: () => 1 }, '{"f":"[Function]"}'],
    ['a symbol', Symbol('s'), 'Symbol(s)'],
    ['numbers without a form', [NaN, Infinity, 1n], '[null,null,"1"]'],
    ['absent fields', { a: undefined, b: null }, '{"b":null}'],
    ['a getter that throws', { get a(): string { throw new Error('no'); }, b: 1 }, '{"a":"[Threw]","b":1}'],
    ['an own way to JSON', { toJSON: () => ({ a: 1 }) }, '{"a":1}'],
    ['an own way that throws', { toJSON: () => { throw new Error('no'); } }, '"[Threw]"'],
    ['a proxy that refuses', new Proxy({}, { ownKeys: () => { throw new Error('no'); } }), '{}'],
  ])('has a form for %s', (_title, value, expected) => {
    expect(encode(value).value).toBe(expected);
  });

  it('ends at cycles, at depth, at length and at width', () => {
    const cycle: Record<string, unknown> = { a: 1 };
    cycle.self = cycle;
    expect(encode(cycle).value).toBe('{"a":1,"self":"[Circular]"}');
    let deep: unknown = 'end';
    for (let level = 0; level < 100; level++) deep = [deep];
    expect(encode(deep)).toMatchObject({ value: '[[[[[[[["[...]"]]]]]]]]', isCut: true });
    expect(encode({ text: 'x'.repeat(5000) })).toMatchObject({ isCut: true, value: expect.stringContaining('...[+') });
    const wide = encode(Array.from({ length: 1000 }, (_, index) => index));
    expect(wide.isCut).toBe(true);
    expect(JSON.parse(String(wide.value))).toHaveLength(65);
  });

  it('always gives JSON within the limit, whatever comes', () => {
    const random = mulberry(20261122);
    for (let round = 0; round < 200; round++) {
      const value = anything(random, 0, { left: 500 });
      const { value: text, isJson } = encode(value);
      if (!isJson) continue;
      expect(String(text).length).toBeLessThanOrEqual(32_768);
      expect(() => JSON.parse(String(text)) as unknown).not.toThrow();
    }
  });

  it('looks at no more of a value than it keeps', () => {
    let reads = 0;
    const huge = Array.from({ length: 100_000 }, () => ({ get text() { reads += 1; return 'x'; } }));
    encode(huge);
    expect(reads).toBe(64);
  });
});

/** Mulberry32, a small generator of numbers with a fixed seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function anything(random: () => number, depth: number, budget: { left: number }): unknown {
  budget.left -= 1;
  const pick = Math.floor(random() * (depth > 9 || budget.left < 0 ? 5 : 9));
  const many = () => Math.floor(random() ** 4 * 200);
  switch (pick) {
    case 0:
      return random() * 1e6;
    case 1:
      return '"\\\u0000\ud800é😀'.repeat(many());
    case 2:
      return 'x'.repeat(many() * 100);
    case 3:
      return random() < 0.5 ? null : undefined;
    case 4:
      return new Date(random() * 1e12);
    case 5:
    case 6:
      return Array.from({ length: Math.min(many(), Math.max(budget.left, 0)) }, () => anything(random, depth + 1, budget));
    default:
      return Object.fromEntries(Array.from({ length: Math.min(many(), Math.max(budget.left, 0)) }, (_, index) => [`key"${index}\n${'k'.repeat(many())}`, anything(random, depth + 1, budget)]));
  }
}
