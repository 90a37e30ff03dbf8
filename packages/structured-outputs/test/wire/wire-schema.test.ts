import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import * as z3 from 'zod/v3';

import { lintSchema, schemaFingerprint, StructuredOutputError, wrap } from '../../src/index.js';
import { wireSchemaOf } from '../../src/wire/wire-schema.js';
import { ASK, scriptedClient } from '../support/scripted-client.js';

const Tree = z.object({
  label: z.string(),
  get children() {
    return z.array(Tree);
  },
});

describe('the wire schema', () => {
  it('says what zod leaves out, and leaves out what says nothing', () => {
    const { root } = wireSchemaOf(z.object({ when: z.date(), n: z.int(), big: z.bigint(), pick: z.discriminatedUnion('k', [z.object({ k: z.literal('a') }), z.object({ k: z.literal('b') })]) }));

    expect(root).toEqual({
      type: 'object',
      properties: {
        when: { type: 'string', format: 'date-time' },
        n: { type: 'integer' },
        big: { type: 'integer' },
        pick: {
          anyOf: [
            { type: 'object', properties: { k: { type: 'string', const: 'a' } }, required: ['k'], additionalProperties: false },
            { type: 'object', properties: { k: { type: 'string', const: 'b' } }, required: ['k'], additionalProperties: false },
          ],
        },
      },
      required: ['when', 'n', 'big', 'pick'],
      additionalProperties: false,
    });
  });

  it('is made once for each schema', () => {
    expect(wireSchemaOf(Tree)).toBe(wireSchemaOf(Tree));
  });

  it.each([['recursive', Tree], ['wrapped recursive', z.array(Tree)], ['wrapped root of a recursion', z.union([Tree, z.string()])]])('has no reference that leads nowhere: %s', (_title, schema) => {
    const { root } = wireSchemaOf(schema);
    const refs = [...JSON.stringify(root).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);

    expect(refs.length).toBeGreaterThan(0);
    for (const ref of refs) expect(follow(root, ref)).toBeDefined();
  });

  it('brings dates and big integers back', async () => {
    const client = wrap(scriptedClient('{"when":"2024-05-06T07:08:09Z","big":"90071992547409931"}'), { repair: 'off' });

    const { data, meta } = await client.chat.completions.createWithMeta({ ...ASK, response_model: z.object({ when: z.date(), big: z.bigint() }) });

    expect(data).toEqual({ when: new Date('2024-05-06T07:08:09Z'), big: 90_071_992_547_409_931n });
    expect(meta.repairs).toEqual([]);
  });

  it.each([
    ['a map', z.object({ a: z.map(z.string(), z.string()) })],
    ['a symbol', z.object({ a: z.symbol() })],
    ['a schema of zod 3', z3.object({ a: z3.string() })],
    ['no schema', { type: 'object' }],
  ])('of %s is refused, not guessed', (_title, schema) => {
    const refuse = () => wireSchemaOf(schema as never);

    const outcome = ((): unknown => {
      try {
        return refuse();
      } catch (error) {
        return error;
      }
    })();
    expect(StructuredOutputError.is(outcome, 'schema')).toBe(true);
  });
});

describe('the fingerprint', () => {
  it('is equal for equal schemas, whatever the order of the keys', () => {
    const one = z.object({ a: z.string(), b: z.number() });
    const other = z.object({ b: z.number(), a: z.string() });

    expect(schemaFingerprint(one)).toMatch(/^[0-9a-f]{64}$/);
    // The order of `required` follows the keys and is part of what is asked.
    expect(schemaFingerprint(one)).toBe(schemaFingerprint(z.object({ a: z.string(), b: z.number() })));
    expect(schemaFingerprint(one)).not.toBe(schemaFingerprint(z.object({ a: z.string() })));
    expect(schemaFingerprint(other)).toHaveLength(64);
  });
});

describe('lint', () => {
  it('finds what makes answers worse', () => {
    const Poor = z.object({ pair: z.tuple([z.string(), z.number()]), more: z.record(z.string(), z.string()), any: z.unknown() });

    const codes = lintSchema(Poor).map(({ code }) => code);

    expect(new Set(codes)).toEqual(new Set(['tuple', 'record', 'any-value', 'missing-description', 'not-strict']));
  });

  it('finds nothing where there is nothing', () => {
    expect(lintSchema(z.object({ a: z.string().describe('A text'), b: z.array(z.number()).describe('Numbers') }))).toEqual([]);
  });

  it('finds what is deep or large', () => {
    let deep: z.ZodType = z.string();
    for (let level = 0; level < 9; level++) deep = z.object({ next: deep.describe('Deeper') });
    const large = z.object(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`field_${index}`, z.string().describe('x'.repeat(40))])));

    expect(lintSchema(deep).map(({ code }) => code)).toContain('deep');
    expect(lintSchema(large).map(({ code }) => code)).toContain('large');
  });

  it('tells listeners when a schema is used first', async () => {
    const client = wrap(scriptedClient('{"a":1}'));
    const findings: unknown[] = [];
    client.on('log', (event) => findings.push(event.findings));
    const Plain = z.object({ a: z.number() });

    await client.chat.completions.create({ ...ASK, response_model: Plain });
    await client.chat.completions.create({ ...ASK, response_model: Plain });

    expect(findings).toEqual([[{ code: 'missing-description', path: ['a'], message: expect.any(String) as unknown }]]);
  });
});

function follow(root: unknown, ref: string): unknown {
  return ref
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .reduce<unknown>((place, segment) => (place as Record<string, unknown> | undefined)?.[segment], root);
}
