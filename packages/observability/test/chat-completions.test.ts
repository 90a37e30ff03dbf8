import { describe, expect, it } from '@jest/globals';

import { forTests, llmInputOf, llmOutputOf, llmRequestOf, llmResponseOf, protectSecrets, providerAt, providerName, serverPlaceOf, span, TRACES_ITSELF, tracesItself, withhold } from '../src/index.js';

describe('a request of the OpenAI protocol', () => {
  it('is told by its numbers and names', () => {
    expect(llmRequestOf({
      model: 'm', messages: [{ role: 'user', content: 'x' }], max_tokens: 5, temperature: 0, top_p: 1, frequency_penalty: 0.1, presence_penalty: -0.1, seed: 7,
      stop: 'END', n: 2, stream: true, reasoning_effort: 'low', response_format: { type: 'json_schema' },
    })).toEqual({ maxTokens: 5, temperature: 0, topP: 1, frequencyPenalty: 0.1, presencePenalty: -0.1, seed: 7, stopSequences: ['END'], choiceCount: 2, isStream: true, reasoningLevel: 'low', outputType: 'json' });
  });

  it('is told without what makes no sense', () => {
    expect(llmRequestOf({ max_tokens: '5', temperature: Number.NaN, stop: [1], stream: false, response_format: null, reasoning_effort: {} })).toEqual({});
  });

  it('tells its texts apart from the rest', () => {
    const messages = [{ role: 'user', content: 'x' }];
    expect(llmInputOf({ model: 'm', messages, tools: [1] })).toEqual({ input: messages, toolDefinitions: [1] });
    expect(llmInputOf({ input: 'x' })).toEqual({});
  });
});

describe('an answer of the OpenAI protocol', () => {
  const answer = {
    id: 'r-1',
    model: 'm-2026',
    choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: 'x' } }, { finish_reason: null, message: null }, null],
    usage: { prompt_tokens: 10, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 4, cache_write_tokens: 2 }, completion_tokens_details: { reasoning_tokens: 1 }, cost: 0.5 },
  };

  it('is told by what it took', () => {
    expect(llmResponseOf(answer)).toEqual({
      id: 'r-1', model: 'm-2026', finishReasons: ['stop'], costUsd: 0.5,
      usage: { inputTokens: 10, outputTokens: 5, cacheReadTokens: 4, cacheWriteTokens: 2, reasoningTokens: 1 },
    });
    expect(llmOutputOf(answer)).toEqual({ output: [{ role: 'assistant', content: 'x' }] });
  });

  it.each([null, undefined, 'text', 5, {}, { choices: 'x', usage: 'y' }, { choices: [], usage: { prompt_tokens: -1, cost: -1 } }])('says nothing where it is not one (%#)', (value) => {
    expect(llmResponseOf(value).id).toBeUndefined();
    expect(llmResponseOf(value).costUsd).toBeUndefined();
    expect(llmResponseOf(value).usage?.inputTokens).toBeUndefined();
    expect(llmOutputOf(value).output ?? []).toEqual([]);
  });
});

describe('who answers', () => {
  it.each([
    ['https://api.openai.com/v1', 'openai'],
    ['https://openrouter.ai/api/v1', 'openrouter'],
    ['https://mine.openai.azure.com/openai', 'azure.ai.openai'],
    ['http://127.0.0.1:11434/v1', 'openai'],
    ['no address', 'openai'],
    [undefined, 'openai'],
  ])('is told by its address: %s', (address, name) => {
    expect(providerAt(address)).toBe(name);
  });

  it('is told by the name that a configuration gives it', () => {
    expect(['mistral', 'google', 'openai', 'ollama', 'constructor'].map(providerName)).toEqual(['mistral_ai', 'gcp.gemini', 'openai', 'ollama', 'constructor']);
  });

  it('is placed by host and port alone', () => {
    expect(serverPlaceOf('https://user:pass@api.example/v1?key=x')).toEqual({ serverAddress: 'api.example', serverPort: 443 });
    expect(serverPlaceOf('http://127.0.0.1:11434/v1')).toEqual({ serverAddress: '127.0.0.1', serverPort: 11434 });
    expect(serverPlaceOf('no address')).toEqual({});
  });
});

describe('a client', () => {
  it('is believed when it says that it traces itself', () => {
    expect([{ [TRACES_ITSELF]: true }, { [TRACES_ITSELF]: false }, {}, null, 'x'].map(tracesItself)).toEqual([true, false, false, false, false]);
  });
});

describe('an error that may quote a prompt', () => {
  it('keeps its message out of every span it passes, unless content is captured in full', async () => {
    const thrown = async () => {
      const error = new Error('you said PRIVATE');
      withhold(error);
      await expect(span('a', {}, () => Promise.reject(error))).rejects.toBe(error);
    };
    {
      await using telemetry = await forTests();
      await thrown();
      expect(JSON.stringify(telemetry.spans())).not.toContain('PRIVATE');
    }
    await using telemetry = await forTests({ captureContent: 'full' });
    await thrown();
    expect(telemetry.span('a').statusMessage).toBe('you said PRIVATE');
  });
});

describe('a list of secrets', () => {
  it('is looked at once for each telemetry that is turned on', async () => {
    const secrets = ['plain words CANARY'];
    for (let round = 0; round < 2; round += 1) {
      await using telemetry = await forTests();
      for (let call = 0; call < 3; call += 1) protectSecrets(secrets);
      span('a', { note: 'it is plain words CANARY' }, () => undefined);
      expect(JSON.stringify(telemetry.spans())).not.toContain('CANARY');
    }
  });
});
