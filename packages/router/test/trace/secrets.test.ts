import { forTests, info, span } from '@discord-intelligence/observability';
import { failure, json, stream, text } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { MESSAGES, rejectionOf, startRouter } from '../flow/start-router.js';

import { everythingOf } from './tree-of.js';

/** No form gives these away: only the router knows that they are secrets. */
const KEY = 'plain words CANARY-KEY';
const BEARER = 'other words CANARY-BEARER';
const MESSAGE = 'CANARY-WORDS: your prompt said CANARY-PROMPT';
const ask = { model: 'g', messages: [{ role: 'user' as const, content: 'CANARY-PROMPT?' }], stop: ['END'] };
const secretive = { keys: [KEY], headers: { 'x-proxy-authorization': `Bearer ${BEARER}` } };

describe('telemetry of routed requests', () => {
  it.each([
    ['a wrong request', failure(400, { message: MESSAGE })],
    ['a refused key', failure(401, { message: `Incorrect API key provided: ${KEY}. ${MESSAGE}` })],
    ['an outage', failure(503, { message: MESSAGE, type: 'CANARY_TYPE', code: 'CANARY_CODE' })],
    ['a filter', failure(400, { message: MESSAGE, code: 'content_policy_violation' })],
    ['an error with status 200', json({ error: { message: MESSAGE, code: 502 } })],
    ['no JSON', json(MESSAGE)],
  ])('holds no word of a prompt, a key or a provider after %s', async (_, reply) => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: secretive } } });
    test.openai.provider('a').always(reply);

    await rejectionOf(span('caller', {}, () => test.router.chat.completions.create(ask, { headers: { authorization: 'Bearer CANARY-OWN-1234' } })));
    await rejectionOf(span('caller', {}, async () => test.router.chat.completions.create({ ...ask, stream: true })));

    expect(await everythingOf(telemetry)).not.toContain('CANARY');
    expect(telemetry.spans().filter(({ name, status }) => name === 'caller' && status === 'error')).toHaveLength(2);
  });

  it('holds no key, whoever says it', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: secretive } } });
    test.openai.provider('a').always(text(`${KEY} ${BEARER}`));

    await test.router.chat.completions.create(ask);
    span(`told of ${KEY}`, { note: `it is ${KEY}`, other: BEARER }, () => { info(`the key is ${KEY}`); });

    expect(await everythingOf(telemetry)).not.toContain('CANARY');
  });

  it('holds nothing of an address but its host', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: {} } } });
    const url = test.openai.provider('a').baseUrl.replace('127.0.0.1', 'CANARY-USER:CANARY-PASSWORD@127.0.0.1');
    await using second = await startRouter({ groups: { g: { b: { baseURL: `${url}?api_key=CANARY-PARAMETER` } } } });

    await rejectionOf(second.router.chat.completions.create({ model: 'g', messages: MESSAGES })).catch(() => undefined);

    expect(await everythingOf(telemetry)).not.toContain('CANARY');
    expect(telemetry.span('chat model-of-b').attributes['server.address']).toBe('127.0.0.1');
  });

  it('does not say whose budget is used up', async () => {
    await using telemetry = await forTests();
    await using test = await startRouter({ groups: { g: { a: { price: { in: 1_000_000, out: 1_000_000 } } } }, budgets: [{ id: 'each', scope: { user: '*' }, limit: 0.001 }] });

    const error = await rejectionOf(span('caller', {}, () => test.router.chat.completions.create(ask, { scope: { user: 'CANARY-USER' } })));

    expect(error).toMatchObject({ code: 'budget_exceeded', message: expect.stringContaining('CANARY-USER') });
    expect(telemetry.span('router g').attributes['error.type']).toBe('budget_exceeded');
    expect(await everythingOf(telemetry)).not.toContain('CANARY');
  });

  it('holds prompt and answer when they are asked for', async () => {
    await using telemetry = await forTests({ captureContent: 'full' });
    await using test = await startRouter({ groups: { g: { a: secretive } } });
    test.openai.provider('a').queue(text('the answer'), stream([{ kind: 'data', data: { id: 'x', choices: [{ index: 0, delta: { content: 'the answer' }, finish_reason: 'stop' }] } }, { kind: 'done' }]));

    await test.router.chat.completions.create(ask);
    for await (const chunk of await test.router.chat.completions.create({ ...ask, stream: true })) expect(chunk.id).toBe('x');

    const attempts = telemetry.spans().filter(({ name }) => name.startsWith('chat '));
    expect(attempts).toHaveLength(2);
    for (const { attributes } of attempts) {
      expect(attributes['gen_ai.input.messages']).toContain('CANARY-PROMPT');
      expect(attributes['gen_ai.output.messages']).toContain('the answer');
    }
    expect(await everythingOf(telemetry)).not.toMatch(/CANARY-(?:KEY|BEARER)/);
  });
});
