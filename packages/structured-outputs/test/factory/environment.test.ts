import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { loadConfig } from '@discord-intelligence/config';
import { SDK_ENVIRONMENT, startFakeOpenAI, text } from '@discord-intelligence/testing';
import OpenAI from 'openai';

import { InstructorClientFactory } from '../../src/index.js';

describe('the environment of the SDK', () => {
  // Put back after each test, by `restoreMocks`.
  beforeEach(() => { jest.replaceProperty(process, 'env', { ...process.env, ...SDK_ENVIRONMENT }); });

  it.each(['createClient', 'createOpenRouterClient'] as const)('reaches no server of %s: address, key and headers are those of the config and of the call alone', async (name) => {
    // Otherwise the SDK reads other names by now, and this test looks at nothing.
    expect(new OpenAI({ apiKey: 'any', logLevel: 'off' })).toMatchObject({ organization: SDK_ENVIRONMENT.OPENAI_ORG_ID, adminAPIKey: SDK_ENVIRONMENT.OPENAI_ADMIN_KEY, baseURL: SDK_ENVIRONMENT.OPENAI_BASE_URL });
    const logs = (['debug', 'info', 'log', 'warn', 'error'] as const).map((level) => jest.spyOn(console, level));
    await using provider = await startFakeOpenAI();
    provider.always(text('Ada'));
    const config = loadConfig({ OPENAI_API_KEY: 'own-key-1', OPENAI_BASE_URL: provider.baseUrl, OPENROUTER_API_KEY: 'own-key-1', OPENROUTER_BASE_URL: provider.baseUrl });
    const client = InstructorClientFactory[name]({ config, headers: { 'X-Own': 'given' } });
    const ask = (headers?: Headers | [string, string][] | Record<string, string>) => client.chat.completions.create({ messages: [{ role: 'user', content: 'Who?' }] }, headers && { headers });
    await ask();
    await ask({ 'X-Call': 'asked' });
    await ask([['X-Call', 'asked']]);
    await ask(new Headers({ 'X-Call': 'asked' }));

    expect(provider.calls.map(({ headers }) => headers['x-call'])).toEqual([undefined, 'asked', 'asked', 'asked']);
    for (const { headers } of provider.calls) {
      expect(JSON.stringify(headers)).not.toContain('leaked');
      expect(headers).toMatchObject({ authorization: 'Bearer own-key-1', accept: 'application/json', 'content-type': 'application/json', 'x-own': 'given' });
      expect(headers['user-agent']).toMatch(/^OpenAI\/JS \d/u);
    }
    for (const log of logs) expect(log).not.toHaveBeenCalled();
  });
});
