import { connect } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { startScriptedProvider, type ScriptedProvider } from '../../src/index.js';

const call = (provider: ScriptedProvider, deployment: string, { key = 'k1', signal, path = 'chat/completions' }: { key?: string; signal?: AbortSignal; path?: string } = {}) =>
  fetch(`${provider.baseUrl(deployment)}/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'm', messages: [] }),
    ...(signal && { signal }),
  });

describe('a scripted provider', () => {
  it('gives the n-th request the n-th step and repeats the last', async () => {
    await using provider = await startScriptedProvider({ scripts: { a: [{ status: 503 }, { body: { completion: 'late', usage: { prompt: 3, completion: 2 } } }] } });
    const answers = [await call(provider, 'a'), await call(provider, 'a'), await call(provider, 'a')];
    expect(answers.map(({ status }) => status)).toEqual([503, 200, 200]);
    expect(await answers[0]?.json()).toMatchObject({ error: { message: 'scripted 503' } });
    expect(await answers[2]?.json()).toMatchObject({ model: 'm', choices: [{ message: { content: 'late' }, finish_reason: 'stop' }], usage: { prompt_tokens: 3, completion_tokens: 2 } });
  });

  it('asks a function for the step of each request', async () => {
    await using provider = await startScriptedProvider({ scripts: { a: (index) => ({ status: 200 + index }) } });
    expect([(await call(provider, 'a')).status, (await call(provider, 'a')).status]).toEqual([200, 201]);
  });

  it('follows one script per key and counts deployments and keys apart', async () => {
    await using provider = await startScriptedProvider({ scripts: { 'a#k1': [{ status: 401 }], 'a#k2': [{}] } });
    expect((await call(provider, 'a')).status).toBe(401);
    expect((await call(provider, 'a', { key: 'k2' })).status).toBe(200);
    expect((await call(provider, 'b')).status).toBe(200);
    expect(['a', 'a#k1', 'a#k2', 'b'].map((id) => provider.requestsOf(id).length)).toEqual([2, 1, 1, 1]);
  });

  it('fills in dates by the clock it was given', async () => {
    await using provider = await startScriptedProvider({ now: () => 1_000, scripts: { a: [{ headers: { 'retry-after': '{{httpDate(now+2000)}}', 'x-at': '{{epochMs(now-1)}}' } }] } });
    const { headers } = await call(provider, 'a');
    expect([headers.get('retry-after'), headers.get('x-at')]).toEqual(['Thu, 01 Jan 1970 00:00:03 GMT', '999']);
  });

  it('streams events in order, with usage and the end mark', async () => {
    await using provider = await startScriptedProvider({ scripts: { a: [{ stream: [{ delta: 'he' }, { delta: 'llo', afterMs: 1 }, { finish: 'stop' }, { usage: { prompt: 1, completion: 2 } }, { done: true }] }] } });
    const text = await (await call(provider, 'a')).text();
    const events = text.split('\n\n').filter(Boolean);
    expect(events).toHaveLength(5);
    expect(events.at(-1)).toBe('data: [DONE]');
    expect(text.match(/"role":"assistant"/g)).toHaveLength(1);
    expect(provider.requests[0]).toMatchObject({ isComplete: true, sentText: 'hello', usage: { prompt: 1, completion: 2 } });
  });

  it.each([
    ['a drop after the text', { stream: [{ delta: 'x' }, { drop: true }] }],
    ['a reset', { network: 'reset' as const }],
    ['a refusal among other steps', { network: 'refused' as const }],
  ])('breaks the connection: %s', async (_name, step) => {
    await using provider = await startScriptedProvider({ scripts: { a: [step, {}] } });
    await expect(call(provider, 'a').then((response) => response.text())).rejects.toThrow();
    await provider.requests[0]?.closed;
    expect(provider.requests[0]).toMatchObject({ closedBy: 'provider', isComplete: false });
  });

  it('refuses connections for real when every step is a refusal', async () => {
    await using provider = await startScriptedProvider({ scripts: { a: [{ network: 'refused' }] } });
    const { hostname, port } = new URL(provider.baseUrl('a'));
    const code = await new Promise((resolve) => {
      connect(Number(port), hostname).on('error', (error: NodeJS.ErrnoException) => { resolve(error.code); });
    });
    expect(code).toBe('ECONNREFUSED');
  });

  it.each([
    ['a hang', { network: 'hang' as const }],
    ['half a body', { bodyStall: true }],
    ['a stalled stream', { stream: [{ delta: 'x' }, { stall: true }] }],
  ])('sees that the client gave up on %s', async (_name, step) => {
    await using provider = await startScriptedProvider({ scripts: { a: [step] } });
    const controller = new AbortController();
    const answer = call(provider, 'a', { signal: controller.signal }).then((response) => response.text());
    const failed = expect(answer).rejects.toThrow();
    await provider.until('the request', () => provider.requests.length === 1);
    expect(provider.inFlight('a')).toBe(1);
    controller.abort();
    await failed;
    await provider.until('the end of it', () => provider.inFlight() === 0);
    expect(provider.requests[0]).toMatchObject({ closedBy: 'client', isComplete: false, usage: undefined });
  });

  it('knows the most requests that were open at one time', async () => {
    await using provider = await startScriptedProvider({ scripts: { a: [{ latencyMs: 30 }] } });
    await Promise.all([call(provider, 'a'), call(provider, 'a'), call(provider, 'a')].map(async (answer) => (await answer).text()));
    expect([provider.peak('a'), provider.peak('b')]).toEqual([3, 0]);
  });

  it('answers embeddings and tool calls', async () => {
    await using provider = await startScriptedProvider({ scripts: { a: [{ body: { embedding: [0, 1] } }, { body: { toolCall: { name: 't', arguments: '{bad' } } }] } });
    expect(await (await call(provider, 'a', { path: 'embeddings' })).json()).toMatchObject({ data: [{ embedding: [0, 1] }] });
    expect(await (await call(provider, 'a')).json()).toMatchObject({ choices: [{ finish_reason: 'tool_calls', message: { tool_calls: [{ function: { name: 't', arguments: '{bad' } }] } }] });
  });

  it('answers 404 where no deployment is named', async () => {
    await using provider = await startScriptedProvider();
    expect((await fetch(`${provider.url}/nothing`)).status).toBe(404);
    expect(provider.requests).toHaveLength(0);
  });
});
