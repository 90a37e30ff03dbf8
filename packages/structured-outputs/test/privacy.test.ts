import { inspect } from 'node:util';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';

import { type StructuredEventName, wrap } from '../src/index.js';

import { drain } from './support/drain.js';
import { errorOf } from './support/error-of.js';
import { ASK, completionOf, scriptedClient } from './support/scripted-client.js';

const PROMPT = 'PROMPT-SECRET-4711';
const ANSWER = 'ANSWER-SECRET-0815';
const NAMES = ['request', 'attempt', 'retry', 'success', 'error', 'log'] as const satisfies readonly StructuredEventName[];
const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;

const Strict = z.strictObject({
  name: z.string().refine((name) => name !== ANSWER, { error: ({ input }) => `must not be ${String(input)}` }),
  counts: z.record(z.string(), z.number()),
  kind: z.enum(['a', 'b']),
});

/** Each breaks the schema in a way whose message or path could carry the answer. */
const BAD = [
  JSON.stringify({ name: ANSWER, counts: {}, kind: 'a' }),
  JSON.stringify({ name: 'x', counts: { [ANSWER]: 'many' }, kind: 'a' }),
  JSON.stringify({ name: 'x', counts: {}, kind: ANSWER }),
  `${ANSWER} is no JSON`,
  `{"name":"${ANSWER}`,
];

let written: string[] = [];

beforeEach(() => {
  written = [];
  for (const method of METHODS) jest.spyOn(console, method).mockImplementation((...parts: unknown[]) => { written.push(inspect(parts)); });
});
afterEach(() => { jest.restoreAllMocks(); });

describe('text of prompt and answer', () => {
  it.each(BAD)('is in no error, event or console line: %s', async (answer) => {
    const client = wrap(scriptedClient(answer), { maxRetries: 2 });
    const told: unknown[] = [];
    for (const name of NAMES) client.on(name, (event) => { told.push(event); });

    const error = await errorOf(client.chat.completions.create({ ...ASK, messages: [{ role: 'user', content: PROMPT }], response_model: { schema: Strict, name: 'strict' } }));

    const seen = [inspect(error, { depth: 20 }), JSON.stringify(error), error.stack ?? '', inspect(told, { depth: 20 })].join('\n');
    expect(seen).not.toContain(PROMPT);
    expect(seen).not.toContain(ANSWER);
    expect(error.attempts).toHaveLength(3);
    expect(written).toEqual([]);
  });

  it('can be asked for, and stays out of the JSON then too', async () => {
    const client = wrap(scriptedClient(BAD[0] ?? ''), { maxRetries: 0, captureText: true });

    const error = await errorOf(client.chat.completions.create({ ...ASK, response_model: Strict }));

    expect(error.captured?.answer).toContain(ANSWER);
    expect(error.captured?.issues.join()).toContain(ANSWER);
    expect(JSON.stringify(error)).not.toContain(ANSWER);
    expect(Object.keys(error)).not.toContain('captured');
  });

  it('is shown to the model itself in full', async () => {
    const client = scriptedClient(BAD[0] ?? '', JSON.stringify({ name: 'x', counts: {}, kind: 'a' }));

    await wrap(client).chat.completions.create({ ...ASK, response_model: Strict });

    expect(JSON.stringify(client.sent[1]?.params.messages)).toContain(`must not be ${ANSWER}`);
  });

  it('is not written to the console by a stream either', async () => {
    const client = wrap(scriptedClient(({ params }) => completionOf(BAD[3] ?? '', params)), { maxRetries: 1 });

    const error = await errorOf(drain(client.chat.completions.createPartial({ ...ASK, response_model: Strict })));

    expect(error.kind).toBe('unparseable');
    expect(written).toEqual([]);
  });
});

describe('listeners', () => {
  it('hear of every step', async () => {
    const client = wrap(scriptedClient('{}', '{"a":1}'));
    const heard: string[] = [];
    for (const name of NAMES) client.on(name, () => { heard.push(name); });

    await client.chat.completions.create({ ...ASK, response_model: z.object({ a: z.number().describe('A number') }) });

    expect(heard).toEqual(['request', 'attempt', 'retry', 'request', 'attempt', 'success']);
  });

  it('can throw or reject without anybody noticing', async () => {
    const client = wrap(scriptedClient('{}', '{"a":1}'));
    for (const name of NAMES) {
      client.on(name, () => { throw new Error('listener'); });
      client.on(name, async () => { throw new Error('listener'); });
    }

    await expect(client.chat.completions.create({ ...ASK, response_model: z.object({ a: z.number() }) })).resolves.toEqual({ a: 1 });
  });

  it('end when they are told to', async () => {
    const client = wrap(scriptedClient('{"a":1}'));
    let calls = 0;
    const off = client.on('success', () => { calls += 1; });

    await client.chat.completions.create({ ...ASK, response_model: z.object({ a: z.number() }) });
    off();
    await client.chat.completions.create({ ...ASK, response_model: z.object({ a: z.number() }) });

    expect(calls).toBe(1);
  });
});
