import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';

import { type Mode, wrap, type WrapOptions } from '../../src/index.js';
import { errorOf } from '../support/error-of.js';
import { ASK, completionOf, scriptedClient } from '../support/scripted-client.js';

const Person = z.object({ name: z.string().describe('Full name'), bio: z.string().optional() });

async function sent(options: WrapOptions, schema: z.ZodType = Person, answer = '{"name":"Ada"}', extra: Record<string, unknown> = {}) {
  const client = scriptedClient(answer);
  await wrap(client, options).chat.completions.create({ ...ASK, ...extra, response_model: { schema, name: 'person', description: 'A person' } });
  return client.sent[0]?.params ?? {};
}

describe('a request', () => {
  it('in mode TOOLS forces the one tool, and keeps the others', async () => {
    const other = { type: 'function', function: { name: 'search', strict: true } };

    const params = await sent({}, Person, '{"name":"Ada"}', { tools: [other] });

    expect(params.tool_choice).toEqual({ type: 'function', function: { name: 'person' } });
    expect(params.tools).toEqual([
      { type: 'function', function: { name: 'person', description: 'A person', parameters: { type: 'object', properties: { name: { type: 'string', description: 'Full name' }, bio: { type: 'string' } }, required: ['name'], additionalProperties: false } } },
      other,
    ]);
  });

  it('in mode JSON_SCHEMA is strict, with null for what is optional', async () => {
    const params = await sent({ mode: 'JSON_SCHEMA' }, Person, '{"name":"Ada","bio":null}');

    expect(params.response_format).toEqual({
      type: 'json_schema',
      json_schema: {
        name: 'person',
        description: 'A person',
        strict: true,
        schema: { type: 'object', properties: { name: { type: 'string', description: 'Full name' }, bio: { type: ['string', 'null'] } }, required: ['name', 'bio'], additionalProperties: false },
      },
    });
  });

  it('in mode JSON_SCHEMA is not strict for a schema that cannot be', async () => {
    const params = await sent({ mode: 'JSON_SCHEMA' }, z.object({ name: z.string(), more: z.record(z.string(), z.number()) }), '{"name":"Ada","more":{}}');

    expect(params.response_format).toMatchObject({ json_schema: { strict: false } });
  });

  it.each(['JSON', 'MD_JSON', 'THINKING_MD_JSON'] as const)('in mode %s puts the schema into the first system message', async (mode: Mode) => {
    const params = await sent({ mode }, Person, '{"name":"Ada"}', { messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Who?' }] });

    const messages = params.messages as readonly { role: string; content: string }[];
    expect(messages).toHaveLength(2);
    expect(messages[0]?.content).toContain('Be brief.');
    expect(messages[0]?.content).toContain('"description":"Full name"');
    expect('response_format' in params).toBe(mode === 'JSON');
  });

  it.each([
    ['an array', z.array(z.string()), '["a"]', ['a']],
    ['a wrapped array', z.array(z.string()), '{"value":["a"]}', ['a']],
    ['a choice', z.enum(['low', 'high']), 'low', 'low'],
    ['a number', z.number(), '{"value":4}', 4],
    ['a union', z.discriminatedUnion('k', [z.object({ k: z.literal('a') }), z.object({ k: z.literal('b'), n: z.number() })]), '{"k":"b","n":1}', { k: 'b', n: 1 }],
  ] as const)('takes %s as the root', async (_title, schema, answer, expected) => {
    const client = scriptedClient(answer);

    await expect(wrap(client, { mode: 'MD_JSON' }).chat.completions.create({ ...ASK, response_model: schema as z.ZodType })).resolves.toEqual(expected);
  });

  it('falls back to a schema that is not strict when the server refuses, and remembers', async () => {
    const refusal = Object.assign(new Error("400 Invalid schema for response_format 'person'"), { status: 400 });
    const client = scriptedClient(({ params }) => {
      const { json_schema: schema } = params.response_format as { json_schema: { strict: boolean } };
      if (schema.strict) throw refusal;
      return completionOf('{"name":"Ada"}', params);
    });
    const wrapped = wrap(client, { mode: 'JSON_SCHEMA', maxRetries: 0 });

    const { meta } = await wrapped.chat.completions.createWithMeta({ ...ASK, response_model: Person });
    await wrapped.chat.completions.create({ ...ASK, response_model: Person });

    expect(meta.attempts).toHaveLength(1);
    expect(client.sent).toHaveLength(3);
  });

  it('in mode auto goes on to a way that the model knows, and remembers', async () => {
    const client = scriptedClient(({ params }) => {
      if ('tools' in params || 'response_format' in params) throw Object.assign(new Error('400 this model does not support tools'), { status: 400 });
      return completionOf('```json\n{"name":"Ada"}\n```', params);
    });
    const wrapped = wrap(client, { mode: 'auto', maxRetries: 0 });

    const { meta } = await wrapped.chat.completions.createWithMeta({ ...ASK, response_model: Person });
    await wrapped.chat.completions.create({ ...ASK, response_model: Person });

    expect(meta.mode).toBe('MD_JSON');
    // TOOLS, strict, not strict, MD_JSON; then MD_JSON at once.
    expect(client.sent).toHaveLength(5);
  });

  it('in mode auto changes the way for a model that does not call its tool', async () => {
    const silent = { choices: [{ finish_reason: 'stop', message: { content: '' } }] };
    const client = scriptedClient(silent, '{"name":"Ada","bio":null}');

    const { meta } = await wrap(client, { mode: 'auto' }).chat.completions.createWithMeta({ ...ASK, response_model: Person });

    expect(meta.attempts.map(({ mode, kind }) => [mode, kind])).toEqual([['TOOLS', 'no_output'], ['JSON_SCHEMA', undefined]]);
  });

  it('changes step by step as the escalation says', async () => {
    const client = scriptedClient('?', '?', '?', '{"name":"Ada"}');
    const escalate = [{ params: { temperature: 0 } }, { mode: 'MD_JSON' as const }, { model: 'stronger', mode: 'MD_JSON' as const }];

    const { meta } = await wrap(client, { escalate }).chat.completions.createWithMeta({ ...ASK, response_model: Person });

    expect(client.sent.map(({ params }) => [params.model, params.temperature, 'tools' in params])).toEqual([
      ['fake-model', undefined, true],
      ['fake-model', 0, true],
      ['fake-model', undefined, false],
      ['stronger', undefined, false],
    ]);
    expect(meta.attempts.at(-1)?.model).toBe('stronger');
  });

  it('asks for a patch to a large answer with few mistakes', async () => {
    const Large = z.object({ text: z.string(), score: z.number(), kind: z.enum(['a', 'b']) });
    const text = 'long '.repeat(100);
    const client = scriptedClient(JSON.stringify({ text, score: 'high', kind: 'a' }), '{"score":0.9}');

    const { data, meta } = await wrap(client, { patch: { minCharacters: 100 } }).chat.completions.createWithMeta({ ...ASK, response_model: Large });

    expect(data).toEqual({ text, score: 0.9, kind: 'a' });
    expect(meta.repairs).toEqual([{ code: 'merge-patch' }]);
    expect(JSON.stringify(client.sent[1]?.params.tools)).toContain('JSON Merge Patch');
  });

  it('takes the whole answer too where a patch was asked for', async () => {
    const Large = z.object({ text: z.string(), score: z.number() });
    const client = scriptedClient(JSON.stringify({ text: 'x'.repeat(200), score: 'high' }), JSON.stringify({ text: 'short', score: 1 }));

    await expect(wrap(client, { patch: { minCharacters: 100 } }).chat.completions.create({ ...ASK, response_model: Large })).resolves.toEqual({ text: 'short', score: 1 });
  });

  it('is refused when a tool has the name of the answer', async () => {
    const error = await errorOf(sent({}, Person, '{}', { tools: [{ type: 'function', function: { name: 'person' } }] }));

    expect(error.kind).toBe('schema');
  });

  it('needs a model and messages', async () => {
    const { chat } = wrap(scriptedClient('{}'));

    await expect(chat.completions.create({ messages: [], response_model: Person })).rejects.toThrow('needs a model');
    await expect(chat.completions.create({ model: 'm', response_model: Person } as never)).rejects.toThrow('needs messages');
  });

  it('without a response model goes through unchanged, with `this` kept', async () => {
    const completions = {
      calls: 0,
      create(params: unknown) {
        this.calls += 1;
        return params;
      },
    };
    const params = { model: 'm', messages: [], n: 2 };

    const answer = wrap({ chat: { completions } }).chat.completions.create(params);

    expect(answer).toBe(params);
    expect(completions.calls).toBe(1);
  });
});
