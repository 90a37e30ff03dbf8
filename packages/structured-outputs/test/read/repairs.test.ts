import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';

import { type RepairPolicy, wrap } from '../../src/index.js';
import { readText } from '../../src/read/read-text.js';
import { errorOf } from '../support/error-of.js';
import { ASK, completionOf, scriptedClient } from '../support/scripted-client.js';

async function mend(answer: string, schema: z.ZodType, repair: RepairPolicy = 'full') {
  const client = wrap(scriptedClient(({ params }) => completionOf(answer, params)), { mode: 'MD_JSON', maxRetries: 0, repair });
  const { data, meta } = await client.chat.completions.createWithMeta({ ...ASK, response_model: { schema, name: 'Thing' } });
  return { data, codes: meta.repairs.map(({ code }) => code) };
}

const Person = z.object({ name: z.string(), age: z.number().int() });

describe('what was mended is recorded', () => {
  it.each([
    ['nothing', '{"name":"Ada","age":36}', Person, []],
    ['prose', 'Here: {"name":"Ada","age":36}', Person, ['surrounding-text']],
    ['a trailing comma and a comment', '{"name":"Ada", // x\n"age":36,}', Person, ['comment', 'trailing-comma']],
    ['quotes', "{'name':'Ada','age':36}", Person, ['quote-style']],
    ['a number in quotes', '{"name":"Ada","age":"36"}', Person, ['string-to-number']],
    ['a wrapper', '{"Thing":{"name":"Ada","age":36}}', Person, ['wrapper-key']],
    ['a call written out', '{"name":"Thing","arguments":{"name":"Ada","age":36}}', Person, ['wrapper-key']],
    ['another spelling of a key', '{"Name":"Ada","AGE":36}', Person, ['key-spelling', 'key-spelling']],
    ['another spelling of an option', '{"k":"Ad Hominem"}', z.object({ k: z.enum(['ad_hominem', 'other']) }), ['enum-spelling']],
    ['null for what is optional', '{"a":null}', z.object({ a: z.string().optional() }), ['null-for-optional']],
    ['one for a list', '{"a":{"b":1}}', z.object({ a: z.array(z.object({ b: z.number() })) }), ['single-to-array']],
    ['a list of one', '{"a":[{"b":1}]}', z.object({ a: z.object({ b: z.number() }) }), ['array-to-single']],
    ['JSON in a text', '{"a":"{\\"b\\":\\"1\\"}"}', z.object({ a: z.object({ b: z.number() }) }), ['json-in-string', 'string-to-number']],
    ['a whole answer as a text', '"{\\"name\\":\\"Ada\\",\\"age\\":36}"', Person, ['json-in-string']],
    ['a union', '{"a":"5"}', z.object({ a: z.union([z.number(), z.boolean()]) }), ['string-to-number']],
    ['a bracket too many', '{"name":"Ada","age":36}}', Person, ['extra-closer']],
    ['a missing comma', '{"name":"Ada" "age":36}', Person, ['missing-comma']],
    ['a block among examples', 'Not {"name":"Bob","age":1} but\n```json\n{"name":"Ada","age":36}\n```', Person, ['surrounding-text', 'several-candidates']],
    ['rows', '{"n":1}\n{"n":2}', z.array(z.object({ n: z.number() })), ['joined-rows']],
  ] as const)('%s', async (_title, answer, schema, codes) => {
    expect((await mend(answer, schema)).codes).toEqual(codes);
  });

  it('with its place', async () => {
    const client = wrap(scriptedClient('{"list":[{"n":"1"}]}'));

    const { meta } = await client.chat.completions.createWithMeta({ ...ASK, response_model: z.object({ list: z.array(z.object({ n: z.number() })) }) });

    expect(meta.repairs).toEqual([{ code: 'string-to-number', path: ['list', 0, 'n'] }]);
  });
});

describe('the policy', () => {
  it.each([
    ['off', '{"name":"Ada","age":36}', true],
    ['off', '{"name":"Ada","age":36,}', false],
    ['off', 'Here: {"name":"Ada","age":36}', false],
    ['safe', 'Here: {"name":"Ada","age":36,}', true],
    ['safe', '{"name":"Ada","age":"36"}', false],
    ['safe', '{"name":"A "B" C","age":36}', false],
    ['full', '{"name":"A "B" C","age":36}', true],
  ] as const)('%s lets %s pass: %s', async (repair, answer, passes) => {
    const outcome = await mend(answer, Person, repair).then(() => true, () => false);

    expect(outcome).toBe(passes);
  });
});

describe('what could be wrong is asked for again', () => {
  it.each([
    ['an example for the answer, all keys optional', '{"example":true}', z.object({ name: z.string().optional() })],
    ['two branches that fit', '{"a":"5"}', z.object({ a: z.union([z.literal(5), z.array(z.string())]) })],
    ['several objects among words', 'Not {"name":"Bob"} but {"name":"Ada"}', z.object({ name: z.string() })],
    ['several lists in prose', 'See [1] and [2].', z.array(z.number())],
    ['a list in one text', '{"tags":"a, b"}', z.object({ tags: z.array(z.string()) })],
    ['a list that ends in dots', '{"tags":["a","b","..."]}', z.object({ tags: z.array(z.string()) })],
    ['a comment for the rest', '{"tags":["a" // ... and more\n]}', z.object({ tags: z.array(z.string()) })],
    ['a choice that may be cut', 'low', z.enum(['low', 'lower'])],
    ['a text without JSON', 'low', z.string()],
    ['a row that is cut', '{"n":1}\n{"n":2}\n{"n"', z.array(z.object({ n: z.number() }))],
    ['an object inside one that is cut', '{"a":{"label":"x"},"b":', z.object({ label: z.string().optional() })],
  ])('%s', async (_title, answer, schema) => {
    const { kind } = await errorOf(mend(answer, schema));

    expect(['validation', 'unparseable', 'truncated', 'elided']).toContain(kind);
  });
});

describe('hostile text', () => {
  it.each([
    ['brackets', '['.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['quotes', `{"a":"${'" '.repeat(200_000)}`],
    ['open comments', `{"a":1} ${'{//'.repeat(100_000)}`],
    ['fences', '```'.repeat(200_000)],
    ['closing brackets', `{"a":1}${'}'.repeat(200_000)} x`],
    ['backslashes', `{"a":"${'\\'.repeat(300_000)}`],
    ['one letter', 'a'.repeat(1_000_000)],
    ['commas and quotes', `{"a":"${'",'.repeat(200_000)}`],
    ['lone surrogates', `{"a":"${'\ud800'.repeat(100_000)}`],
    ['thoughts', '<think>'.repeat(100_000)],
  ])('made of %s is refused without harm', (_title, text) => {
    expect(readText(text).kind).not.toBe('values');
  });

  it('has no way to a prototype', async () => {
    const Any = z.record(z.string(), z.unknown());

    const plain = await mend('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"a":1}', Any);
    const odd = await mend("{'__proto__':{'polluted':true},'\\u005f_proto__':1,'a':1}", Any);

    expect(Object.keys(plain.data as object)).toEqual(['a']);
    expect(Object.keys(odd.data as object)).toEqual(['a']);
    expect(plain.codes).toContain('prototype-key');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
