import { describe, expect, it } from '@jest/globals';
import { answer, empty, embeddings, failure, json, raw, refusal, startFakeOpenAI, text, toolCall, transcription, type FakeProvider } from '@discord-intelligence/testing';

import { contentOf, readEvents } from '../support/sse.js';

const chat = (provider: FakeProvider, body: object = {}, init: RequestInit = {}) =>
  fetch(`${provider.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer key-1', 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'm', messages: [], ...body }),
    ...init,
  });

describe('scripted answers', () => {
  it('come in the order of the queue, and are recorded with their requests', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(failure(503), text('hello', { usage: { prompt: 100, completion: 7, cached: 40, reasoning: 2, cost: 0.5 } }));

    const first = await chat(openai);
    const second = await chat(openai, { temperature: 0 });

    expect([first.status, await first.json()]).toEqual([503, { error: { message: 'scripted 503', type: null, param: null, code: null } }]);
    expect(await second.json()).toMatchObject({
      object: 'chat.completion',
      model: 'm',
      choices: [{ index: 0, message: { role: 'assistant', content: 'hello', refusal: null }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 100, completion_tokens: 7, total_tokens: 107, prompt_tokens_details: { cached_tokens: 40 }, completion_tokens_details: { reasoning_tokens: 2 }, cost: 0.5 },
    });
    expect(openai.calls.map(({ index, path, apiKey, body, model, status }) => ({ index, path, apiKey, body, model, status }))).toEqual([
      { index: 0, path: '/chat/completions', apiKey: 'key-1', body: { model: 'm', messages: [] }, model: 'm', status: 503 },
      { index: 1, path: '/chat/completions', apiKey: 'key-1', body: { model: 'm', messages: [], temperature: 0 }, model: 'm', status: 200 },
    ]);
    openai.expectNoViolations();
  });

  it('hold tool calls, well-formed or not, refusals and other ends', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(
      toolCall('Person', { name: 'Ada' }),
      toolCall('Person', '{"name": "Ad', { finishReason: 'length' }),
      refusal('I cannot help with that.'),
      answer({ content: '{"a":', finishReason: 'length', usage: null }),
    );
    const messages = [];
    for (let count = 0; count < 4; count += 1) messages.push(await (await chat(openai)).json());

    expect(messages).toMatchObject([
      { choices: [{ message: { content: null, tool_calls: [{ type: 'function', function: { name: 'Person', arguments: '{"name":"Ada"}' } }] }, finish_reason: 'tool_calls' }] },
      { choices: [{ message: { tool_calls: [{ function: { arguments: '{"name": "Ad' } }] }, finish_reason: 'length' }] },
      { choices: [{ message: { content: null, refusal: 'I cannot help with that.' }, finish_reason: 'stop' }] },
      { choices: [{ message: { content: '{"a":' }, finish_reason: 'length' }] },
    ]);
    expect(messages[3]).not.toHaveProperty('usage');
  });

  it('stream when the request asks for it, tool calls and usage included', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(text('hello world'), toolCall('Person', { name: 'Ada' }));

    const spoken = await readEvents(await chat(openai, { stream: true, stream_options: { include_usage: true } }));
    const called = await readEvents(await chat(openai, { stream: true }));

    expect(contentOf(spoken.data)).toBe('hello world');
    expect(spoken.data.at(-1)).toBe('[DONE]');
    expect(JSON.parse(spoken.data.at(-2) ?? '')).toMatchObject({ object: 'chat.completion.chunk', choices: [], usage: { total_tokens: 15 } });
    const chunks = called.data.slice(0, -1).map((event) => JSON.parse(event) as { choices: { delta: { tool_calls?: { function: { arguments: string } }[] }; finish_reason: string | null }[] });
    expect(chunks.map(({ choices }) => choices[0]?.delta.tool_calls?.[0]?.function.arguments ?? '').join('')).toBe('{"name":"Ada"}');
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe('tool_calls');
  });

  it('may be any text, nothing, or a function of the request', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(
      raw('<html>Bad gateway</html>', { status: 502, contentType: 'text/html' }),
      empty({ headers: { 'retry-after': '3' } }),
      ({ model, body }) => json({ model, keys: Object.keys(body as object) }),
    );

    const page = await chat(openai);
    const nothing = await chat(openai);
    const mirror = await chat(openai);

    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([502, 'text/html', '<html>Bad gateway</html>']);
    expect([nothing.status, nothing.headers.get('retry-after'), await nothing.text()]).toEqual([200, '3', '']);
    expect(await mirror.json()).toEqual({ model: 'm', keys: ['model', 'messages'] });
  });

  it('repeat for ever when they stand', async () => {
    await using openai = await startFakeOpenAI();
    openai.always(text('always'));
    openai.always(embeddings());
    openai.queue(text('once'));

    const contents = [];
    for (let count = 0; count < 3; count += 1) {
      const { choices } = (await (await chat(openai)).json()) as { choices: { message: { content: string } }[] };
      contents.push(choices[0]?.message.content);
    }

    expect(contents).toEqual(['once', 'always', 'always']);
    openai.expectNoViolations();
  });
});

describe('a script that does not fit the calls', () => {
  it('fails loudly when nothing was queued', async () => {
    await using openai = await startFakeOpenAI();

    const response = await chat(openai);

    expect([response.status, await response.json()]).toEqual([
      500,
      { error: { message: 'fake provider "": nothing was queued for /chat/completions', type: 'fake_provider', param: null, code: 'nothing_queued' } },
    ]);
    expect(() => { openai.expectNoViolations(); }).toThrow(/nothing was queued/);
  });

  it('fails at the end when replies are left', async () => {
    await using openai = await startFakeOpenAI();
    openai.provider('a').queue(text('never asked for'));

    expect(openai.provider('a').pending).toBe(1);
    expect(() => { openai.expectNoViolations(); }).toThrow(/provider "a": 1 queued replies/);
  });

  it('fails for a path that no provider has', async () => {
    await using openai = await startFakeOpenAI();

    expect((await fetch(`${openai.url}/chat/completions`)).status).toBe(404);
    expect(openai.violations).toEqual(['GET /chat/completions: no provider has this path']);
  });
});

describe('several providers on one port', () => {
  it('have scripts and calls of their own', async () => {
    await using openai = await startFakeOpenAI();
    const a = openai.provider('a');
    const b = openai.provider('b');
    a.queue(failure(429, { code: 'rate_limit_exceeded' }, { headers: { 'retry-after-ms': '5' } }));
    b.queue(text('from b'));

    const statuses = [(await chat(a)).status, (await chat(b)).status];

    expect(statuses).toEqual([429, 200]);
    expect([a.calls.length, b.calls.length, openai.calls.length]).toEqual([1, 1, 0]);
    expect(openai.provider('a')).toBe(a);
    expect(a.baseUrl).toBe(`${openai.url}/a/v1`);
  });
});

describe('the other endpoints', () => {
  it('list models without a script', async () => {
    await using openai = await startFakeOpenAI({ models: ['one', 'two'] });

    const { data } = (await (await fetch(`${openai.baseUrl}/models`)).json()) as { data: { id: string }[] };

    expect(data.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(openai.calls).toEqual([]);
  });

  it('embed the same text in the same way, as floats or base64', async () => {
    await using openai = await startFakeOpenAI();
    openai.always(embeddings({ dimensions: 4 }));
    const embed = async (body: object) => {
      const response = await fetch(`${openai.baseUrl}/embeddings`, { method: 'POST', body: JSON.stringify({ model: 'e', ...body }) });
      return ((await response.json()) as { data: { embedding: number[] | string }[] }).data.map(({ embedding }) => embedding);
    };

    const [one, two, again] = await embed({ input: ['one', 'two', 'one'] });
    const [packed] = await embed({ input: 'one', encoding_format: 'base64' });

    expect(one).toEqual(again);
    expect(one).not.toEqual(two);
    expect(Math.hypot(...(one as number[]))).toBeCloseTo(1);
    const bytes = Buffer.from(packed as string, 'base64');
    expect(Array.from({ length: 4 }, (_, index) => bytes.readFloatLE(index * 4))).toEqual((one as number[]).map(Math.fround));
  });

  it('transcribe in the format that the form asks for', async () => {
    await using openai = await startFakeOpenAI();
    openai.always(transcription('good evening', { segments: [{ start: 0, end: 1.5, text: 'good evening' }] }));
    const send = (format?: string) => {
      const form = new FormData();
      form.set('model', 'whisper');
      form.set('file', new Blob(['RIFF']), 'talk.wav');
      if (format) form.set('response_format', format);
      return fetch(`${openai.baseUrl}/audio/transcriptions`, { method: 'POST', body: form });
    };

    expect(await (await send()).json()).toEqual({ text: 'good evening' });
    expect(await (await send('text')).text()).toBe('good evening\n');
    expect(await (await send('verbose_json')).json()).toMatchObject({ duration: 1.5, segments: [{ id: 0, start: 0, end: 1.5, text: 'good evening' }] });
    expect(openai.calls[0]?.model).toBe('whisper');
    expect((openai.calls[0]?.body as { file: File }).file.name).toBe('talk.wav');
  });

  it('take only replies that are meant for them', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(text('chat'), transcription('speech'));
    const form = new FormData();
    form.set('file', new Blob(['RIFF']), 'talk.wav');

    const speech = await fetch(`${openai.baseUrl}/audio/transcriptions`, { method: 'POST', body: form });
    const spoken = await chat(openai);

    expect(await speech.json()).toEqual({ text: 'speech' });
    expect(spoken.status).toBe(200);
  });
});
