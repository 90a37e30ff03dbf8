import { Agent, get } from 'node:http';

import { describe, expect, it } from '@jest/globals';
import { completion, gate, hang, json, reset, stalled, startFakeOpenAI, stream, streamText, text, truncated, type FakeProvider } from '@discord-intelligence/testing';

import { contentOf, readEvents } from '../support/sse.js';

const chat = (provider: FakeProvider, init: RequestInit = {}) =>
  fetch(`${provider.baseUrl}/chat/completions`, { method: 'POST', body: JSON.stringify({ model: 'm', stream: true }), ...init });

/** The code of a failed connection, which `fetch` hides in the cause. */
const codeOf = (error: unknown): unknown => {
  const { cause, code } = error as { cause?: unknown; code?: unknown };
  return code ?? (cause === undefined ? undefined : codeOf(cause));
};

describe('bodies that do not arrive', () => {
  it('are cut before their promised length', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(truncated(completion({ content: 'hello' }), { sentBytes: 20 }));

    const response = await chat(openai);

    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(20);
    await expect(response.text()).rejects.toThrow();
    await openai.calls[0]?.ended;
    expect(openai.calls[0]?.isAborted).toBe(false);
  });

  it('stall until the client gives up', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(stalled(completion(), { sentBytes: 20 }));
    const leave = new AbortController();

    const response = await chat(openai, { signal: leave.signal });
    const reader = response.body?.getReader();
    const first = await reader?.read();
    leave.abort();

    expect(Buffer.from(first?.value ?? []).byteLength).toBe(20);
    await expect(reader?.read()).rejects.toThrow(/abort/);
    await openai.calls[0]?.ended;
    expect(openai.calls[0]?.isAborted).toBe(true);
  });

  it('never begin, or end in a reset', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(hang(), reset());
    const leave = new AbortController();

    const hanging = chat(openai, { signal: leave.signal });
    await openai.called();
    expect(openai.inFlight).toBe(1);
    leave.abort();
    await expect(hanging).rejects.toThrow(/abort/);
    const error: unknown = await chat(openai).catch((problem: unknown) => problem);

    expect(codeOf(error)).toBe('ECONNRESET');
    expect(openai.calls.map(({ status }) => status)).toEqual([undefined, undefined]);
  });

  it('are refused while the fake is stopped, and come again on the same port', async () => {
    await using openai = await startFakeOpenAI();
    openai.always(text('back'));
    const { baseUrl } = openai;

    await openai.stop();
    const error: unknown = await chat(openai).catch((problem: unknown) => problem);
    await openai.start();
    const response = await chat(openai);

    expect(codeOf(error)).toBe('ECONNREFUSED');
    expect([openai.baseUrl, response.status]).toEqual([baseUrl, 200]);
  });
});

describe('streams', () => {
  it.each([
    ['cut', /terminated|aborted|closed/],
    ['reset', /terminated|aborted|reset/],
  ] as const)('break off by a %s after some chunks', async (stopBy, problem) => {
    await using openai = await startFakeOpenAI();
    openai.queue(streamText('hello world', { stopAfter: 3, stopBy }));

    const { data, error } = await readEvents(await chat(openai));

    expect(String(error)).toMatch(problem);
    expect('hello world'.startsWith(contentOf(data))).toBe(true);
    expect(data).not.toContain('[DONE]');
  });

  it('end properly but too early, without [DONE]', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(streamText('hello world', { stopAfter: 3, stopBy: 'end' }), streamText('hello', { done: false }));

    const early = await readEvents(await chat(openai));
    const unmarked = await readEvents(await chat(openai));

    expect(early).toMatchObject({ comments: 0 });
    expect(contentOf(early.data)).toBe('hello wo');
    expect(contentOf(unmarked.data)).toBe('hello');
    expect([...early.data, ...unmarked.data]).not.toContain('[DONE]');
  });

  it('carry an error event, usage and keep-alive comments', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(
      streamText('hello', { stopAfter: 2, stopBy: 'end', errorEvent: { message: 'overloaded', code: 529 } }),
      streamText('hello', { keepAlive: true, includeUsage: true, usage: { prompt: 3, completion: 4 } }),
    );

    const failed = await readEvents(await chat(openai));
    const whole = await readEvents(await chat(openai));

    expect(failed.data.at(-1)).toBe('{"error":{"message":"overloaded","code":529}}');
    expect(whole.comments).toBe(whole.data.length - 1);
    expect(JSON.parse(whole.data.at(-2) ?? '')).toMatchObject({ choices: [], usage: { total_tokens: 7 } });
    expect(whole.data.at(-1)).toBe('[DONE]');
  });

  it('stall in the middle, and notice when the client leaves', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(streamText('hello', { stopAfter: 2, stopBy: 'stall' }));
    const leave = new AbortController();

    const response = await chat(openai, { signal: leave.signal });
    const reader = response.body?.getReader();
    await reader?.read();
    leave.abort();
    await openai.calls[0]?.ended;

    expect(openai.calls[0]).toMatchObject({ isAborted: true, status: 200 });
    expect(openai.inFlight).toBe(0);
  });

  it('send what a test writes, byte by byte', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(stream([{ kind: 'raw', text: 'data: {"a"' }, { kind: 'raw', text: ':1}\r\n\r\n', afterMs: 1 }, { kind: 'data', data: 'x', event: 'ping' }, { kind: 'done' }]));

    expect(await (await chat(openai)).text()).toBe('data: {"a":1}\r\n\r\nevent: ping\ndata: x\n\ndata: [DONE]\n\n');
  });
});

describe('time', () => {
  it('stands still before a gate, so that no test sleeps', async () => {
    await using openai = await startFakeOpenAI();
    const held = gate();
    openai.queue({ ...json({ ok: true }), gate: held }, json({ ok: true }));

    const first = chat(openai);
    await held.reached;
    const second = await chat(openai);
    const during = [openai.peak, openai.calls[0]?.status, second.status];
    await second.text();
    held.open();

    expect(during).toEqual([2, undefined, 200]);
    expect((await first).status).toBe(200);
  });

  it('can stand still between two chunks', async () => {
    await using openai = await startFakeOpenAI();
    const held = gate();
    openai.queue(stream([{ kind: 'data', data: 1 }, { kind: 'data', data: 2, gate: held }]));

    const response = await chat(openai);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    await held.reached;
    held.open();
    const second = await reader?.read();

    expect([first, second].map((part) => Buffer.from(part?.value ?? []).toString())).toEqual(['data: 1\n\n', 'data: 2\n\n']);
  });

  it('passes before the headers when a reply asks for it, and stops when the client leaves', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(text('quick', { delayMs: 1 }), text('never', { delayMs: 3_600_000 }));
    const leave = new AbortController();

    expect((await chat(openai)).status).toBe(200);
    const slow = chat(openai, { signal: leave.signal });
    const call = await openai.called(2);
    leave.abort();
    await expect(slow).rejects.toThrow(/abort/);
    await call.ended;

    expect(call).toMatchObject({ status: undefined, isAborted: true });
  });

  it('keeps connections apart, so that reuse can be proved', async () => {
    await using openai = await startFakeOpenAI();
    openai.always(json({ ok: true }));

    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let count = 0; count < 3; count += 1) {
      await new Promise<void>((resolve) => {
        get(`${openai.baseUrl}/chat/completions`, { agent }, (response) => response.resume().on('end', resolve));
      });
    }
    agent.destroy();

    expect(new Set(openai.calls.map(({ connection }) => connection)).size).toBe(1);
  });
});
