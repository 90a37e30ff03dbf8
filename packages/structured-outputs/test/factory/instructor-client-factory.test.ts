import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@discord-intelligence/config';
import { failure, startFakeOpenAI, text, toolCall } from '@discord-intelligence/testing';
import * as z from 'zod';

import { InstructorClientFactory } from '../../src/index.js';
import { drain } from '../support/drain.js';
import { errorOf } from '../support/error-of.js';

const Person = z.object({ name: z.string(), age: z.number().int() });
const GOOD = { name: 'Ada', age: 36 };
const KEY = 'sk-test-0123456789abcdef';
const ask = { messages: [{ role: 'user', content: 'Who?' }] };

describe('the factory', () => {
  it('is on unless the flag says otherwise', () => {
    expect(InstructorClientFactory.isEnabled(loadConfig({}))).toBe(true);
    expect(InstructorClientFactory.isEnabled(loadConfig({ ENABLE_INSTRUCTOR: 'off' }))).toBe(false);
  });

  it.each(['createClient', 'createAsyncClient'] as const)('%s asks with key, address, model and retries of the config', async (name) => {
    await using openai = await startFakeOpenAI();
    openai.queue(toolCall('answer', { name: 'Ada' }), toolCall('answer', GOOD));
    const config = loadConfig({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: openai.baseUrl, OPENAI_MODEL: 'gpt-test', INSTRUCTOR_MAX_RETRIES: '1' });
    // Without await for the one, with it for the other: both are the same client.
    const client = await InstructorClientFactory[name]({ config });

    await expect(client.chat.completions.create({ ...ask, response_model: Person })).resolves.toEqual(GOOD);
    expect(openai.calls[0]).toMatchObject({ model: 'gpt-test', apiKey: KEY });
    openai.expectNoViolations();
  });

  it('retries failed requests of a plain client with its own back-off', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(failure(503), toolCall('answer', GOOD));
    const client = InstructorClientFactory.createClient({ config: loadConfig({ OPENAI_API_KEY: KEY }), baseUrl: openai.baseUrl, backoff: { baseDelayMs: 1 } });

    await expect(client.chat.completions.create({ ...ask, response_model: Person, max_retries: 0 })).resolves.toEqual(GOOD);
    expect(openai.calls).toHaveLength(2);
  });

  it('asks OpenRouter with its key, its model, the name of the app, and for the price', async () => {
    await using openrouter = await startFakeOpenAI();
    openrouter.queue(toolCall('answer', GOOD, { usage: { cost: 0.002 } }));
    const config = loadConfig({ OPENROUTER_API_KEY: KEY, OPENROUTER_BASE_URL: openrouter.baseUrl, OPENROUTER_GENERAL_MODEL: 'some/model' });
    const client = await InstructorClientFactory.createAsyncOpenRouterClient({ config, appUrl: 'https://example.org', appTitle: 'Example' });

    const { meta } = await client.chat.completions.createWithMeta({ ...ask, response_model: Person });

    expect(meta.usage.cost_usd).toBe(0.002);
    expect(openrouter.calls[0]?.headers).toMatchObject({ 'http-referer': 'https://example.org', 'x-title': 'Example', authorization: `Bearer ${KEY}` });
    expect(openrouter.calls[0]?.body).toMatchObject({ model: 'some/model', usage: { include: true } });
    expect(InstructorClientFactory.createOpenRouterClient({ config }).chat.completions).toBeDefined();
  });

  it('needs no key for a server of your own', async () => {
    await using local = await startFakeOpenAI();
    local.queue(toolCall('answer', GOOD));
    const client = await InstructorClientFactory.createAsyncClient({ config: loadConfig({ OPENAI_BASE_URL: local.baseUrl }) });

    await expect(client.chat.completions.create({ ...ask, response_model: Person })).resolves.toEqual(GOOD);
  });

  it('refuses an address that is none', () => {
    expect(() => InstructorClientFactory.createClient({ config: loadConfig({}), baseUrl: 'nowhere' })).toThrow('baseUrl is no URL');
  });
});

describe('a client that is off', () => {
  it('by the flag rejects structured calls at once, and lets plain ones through', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(text('hello'));
    const config = loadConfig({ ENABLE_INSTRUCTOR: 'false', OPENAI_API_KEY: KEY, OPENAI_BASE_URL: openai.baseUrl });
    const client = InstructorClientFactory.createClient({ config });

    const error = await errorOf(client.chat.completions.create({ ...ask, response_model: Person }));
    const plain = await client.chat.completions.create({ ...ask });

    expect(error).toMatchObject({ kind: 'disabled', reason: 'flag_off' });
    expect(plain.choices?.[0]?.message?.content).toBe('hello');
    expect(openai.calls).toHaveLength(1);
    await expect(InstructorClientFactory.createAsyncClient({ config })).rejects.toMatchObject({ reason: 'flag_off' });
  });

  it('for want of a key says so, to a stream and to a list too', async () => {
    const client = InstructorClientFactory.createClient({ config: loadConfig({}) });

    for (const pending of [
      client.chat.completions.create({ ...ask, response_model: Person }),
      drain(client.chat.completions.createPartial({ ...ask, response_model: Person })),
      drain(client.chat.completions.createIterable({ ...ask, response_model: Person })),
    ]) {
      expect(await errorOf(pending)).toMatchObject({ kind: 'disabled', reason: 'key_missing' });
    }
  });

  it('answers with the fallback and the reason', async () => {
    const client = InstructorClientFactory.createOpenRouterClient({ config: loadConfig({}) });

    const outcome = await client.chat.completions.createOr({ ...ask, response_model: Person }, (error) => ({ name: error.kind, age: 0 }));

    expect(outcome).toMatchObject({ degraded: true, reason: 'disabled', data: { name: 'disabled', age: 0 } });
  });
});
