import { describe, expect, it } from '@jest/globals';
import { forTests, span, TRACES_ITSELF } from '@discord-intelligence/observability';
import * as z from 'zod';

import { schemaFingerprint, wrap } from '../../src/index.js';
import { errorOf } from '../support/error-of.js';
import { ASK, completionOf, scriptedClient } from '../support/scripted-client.js';

const Person = z.object({ name: z.string(), age: z.number().int() });
const response_model = { schema: Person, name: 'person' };
const GOOD = '{"name":"Ada","age":36}';
const BAD = '{"name":"Ada","age":"unknown"}';

describe('the span of a structured call', () => {
  it('stands below its caller, with one request inside', async () => {
    await using telemetry = await forTests();
    const client = wrap(scriptedClient(GOOD));

    await span('caller', {}, () => client.chat.completions.create({ ...ASK, response_model }));

    expect(telemetry.tree()).toBe('caller\n  structured person\n    chat fake-model');
    const { kind, status, attributes, events } = telemetry.span('structured person');
    expect({ kind, status, events }).toEqual({ kind: 'internal', status: 'unset', events: [] });
    expect(attributes).toMatchObject({
      'gen_ai.output.type': 'json',
      'llm.structured.schema.name': 'person',
      'llm.structured.schema.hash': schemaFingerprint(Person),
      'llm.structured.strategy': 'tool',
      'llm.structured.attempts': 1,
      'llm.structured.valid': true,
      'llm.structured.repaired': false,
    });
    for (const name of ['llm.structured.repair.strategy', 'llm.structured.error.count', 'llm.structured.error.paths', 'error.type']) expect(attributes).not.toHaveProperty([name]);
    expect(await telemetry.metrics()).toContain('llm_structured_outputs_total{schema_name="person",outcome="valid"} 1\n');
    expect(await telemetry.metrics()).toContain('zod_validations_total{schema_name="person",success="true"} 1\n');
    expect(await telemetry.metrics()).toContain('llm_structured_attempts_sum{schema_name="person"} 1\n');
  });

  it('says how an answer was mended', async () => {
    await using telemetry = await forTests();
    const client = wrap(scriptedClient("Here: {'name': 'Ada', 'age': 36,}"), { mode: 'MD_JSON' });

    const { meta } = await client.chat.completions.createWithMeta({ ...ASK, response_model });

    const { attributes } = telemetry.span('structured person');
    expect(attributes).toMatchObject({ 'llm.structured.strategy': 'prompt', 'llm.structured.valid': true, 'llm.structured.repaired': true });
    expect(String(attributes['llm.structured.repair.strategy']).split(',')).toEqual([...new Set(meta.repairs.map(({ code }) => code))].sort());
    expect(await telemetry.metrics()).toContain('llm_structured_outputs_total{schema_name="person",outcome="repaired"} 1\n');
  });

  it('tells what was wrong with an answer that was asked for again', async () => {
    await using telemetry = await forTests();
    const client = wrap(scriptedClient(BAD, 'no JSON at all', GOOD), { mode: 'JSON_SCHEMA', maxRetries: 2 });

    await client.chat.completions.create({ ...ASK, response_model });

    expect(telemetry.tree()).toBe('structured person\n  chat fake-model\n  chat fake-model\n  chat fake-model');
    expect(telemetry.spans().map(({ attributes }) => attributes['llm.structured.attempt'])).toEqual([1, 2, 3, undefined]);
    const { attributes, events, status } = telemetry.span('structured person');
    expect(status).toBe('unset');
    expect(attributes).toMatchObject({ 'llm.structured.strategy': 'json_schema', 'llm.structured.attempts': 3, 'llm.structured.valid': true, 'logfire.level_num': 13 });
    expect(events).toEqual([
      {
        name: 'llm.structured.validation_failed',
        attributes: { 'llm.structured.attempt': 1, 'llm.structured.error.kind': 'validation', 'llm.structured.error.count': 1, 'llm.structured.error.paths': ['age'], 'llm.structured.error.codes': ['invalid_type'] },
      },
      { name: 'llm.structured.validation_failed', attributes: expect.objectContaining({ 'llm.structured.attempt': 2, 'llm.structured.error.kind': 'unparseable' }) },
    ]);
    const text = await telemetry.metrics();
    expect(text).toContain('zod_validations_total{schema_name="person",success="false"} 1\n');
    expect(text).toContain('zod_validations_total{schema_name="person",success="true"} 1\n');
    expect(text).toContain('llm_structured_attempts_bucket{schema_name="person",le="3"} 1\n');
    expect(text).toContain('llm_structured_attempts_bucket{schema_name="person",le="2"} 0\n');
  });

  it('has failed when no answer was right', async () => {
    await using telemetry = await forTests();
    const client = wrap(scriptedClient(BAD), { maxRetries: 1 });

    await errorOf(client.chat.completions.create({ ...ASK, response_model }));

    const { attributes, events, status } = telemetry.span('structured person');
    expect(status).toBe('error');
    expect(attributes).toMatchObject({
      'error.type': 'STRUCTURED_OUTPUT_VALIDATION',
      'llm.structured.attempts': 2,
      'llm.structured.valid': false,
      'llm.structured.error.count': 1,
      'llm.structured.error.paths': ['age'],
    });
    expect(events.map(({ name }) => name)).toEqual(['llm.structured.validation_failed', 'llm.structured.validation_failed', 'exception']);
    expect(await telemetry.metrics()).toContain('llm_structured_outputs_total{schema_name="person",outcome="failed"} 1\n');
  });

  it('is not counted as failed when the caller gave it up', async () => {
    await using telemetry = await forTests();
    const stop = new AbortController();
    const client = wrap(scriptedClient(() => new Promise(() => { stop.abort(); })));

    await errorOf(client.chat.completions.create({ ...ASK, response_model }, { signal: stop.signal }));

    expect(telemetry.span('structured person').attributes['error.type']).toBe('STRUCTURED_OUTPUT_ABORTED');
    expect(telemetry.span('chat fake-model')).toMatchObject({ status: 'error', attributes: { 'error.type': 'cancelled' } });
    expect(await telemetry.metrics()).not.toContain('llm_structured_outputs_total');
  });

  it('leaves the requests to a client that traces them itself', async () => {
    await using telemetry = await forTests();
    const { chat } = scriptedClient(BAD, GOOD);
    const router = { [TRACES_ITSELF]: true, chat: { completions: { create: (params: Record<string, unknown>) => span('router general', {}, () => chat.completions.create(params)) } } };

    await wrap(router).chat.completions.create({ ...ASK, response_model });

    expect(telemetry.tree()).toBe('structured person\n  router general\n  router general');
  });

  it('is one for each of equal calls, of which the first one asks', async () => {
    await using telemetry = await forTests();
    const client = wrap(scriptedClient(GOOD), { coalesce: true });

    await Promise.all(['a', 'b'].map((name) => span(name, {}, () => client.chat.completions.create({ ...ASK, response_model }))));

    expect(telemetry.tree().split('\n').sort()).toEqual(['    chat fake-model', '  structured person', '  structured person', 'a', 'b']);
    const [one, other] = telemetry.spans().filter(({ name }) => name === 'structured person').map(({ attributes }) => attributes);
    expect([one?.['llm.structured.shared'], other?.['llm.structured.shared']].filter((shared) => shared === true)).toHaveLength(1);
    expect(await telemetry.metrics()).toContain('llm_structured_outputs_total{schema_name="person",outcome="valid"} 1\n');
  });

  it('holds the calls of its checks', async () => {
    await using telemetry = await forTests();
    const judge = wrap(scriptedClient((request) => completionOf('{"fulfilled":true,"reason":"yes"}', request.params)), { mode: 'JSON_SCHEMA', defaultParams: { model: 'judge' } });
    const client = wrap(scriptedClient(GOOD));

    await client.chat.completions.create({ ...ASK, response_model: { ...response_model, checks: [async () => { await judge.chat.completions.create({ messages: ASK.messages, response_model: z.unknown() }); return []; }] } });

    expect(telemetry.tree()).toBe('structured person\n  chat fake-model\n  structured answer\n    chat judge');
  });
});
