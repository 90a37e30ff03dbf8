import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SDK_ENVIRONMENT } from '@discord-intelligence/testing';
import OpenAI from 'openai';

import { createRouter } from '../../src/index.js';

import { serve } from './serve.js';

const ANSWER = { id: 'c', object: 'chat.completion', created: 1, model: 'm', choices: [{ index: 0, message: { role: 'assistant', content: 'ok' }, finish_reason: 'stop' }], usage: { prompt_tokens: 2, completion_tokens: 3, total_tokens: 5 } };

describe('the environment of the SDK', () => {
  // Put back after each test, by `restoreMocks`.
  beforeEach(() => { jest.replaceProperty(process, 'env', { ...process.env, ...SDK_ENVIRONMENT }); });

  it.each([
    ['over the agent of a deployment', {}],
    ['over a fetch of the caller', { fetch: globalThis.fetch }],
  ])('reaches no provider, %s: address, key and headers are those of the configuration alone', async (_way, dependencies) => {
    // Otherwise the SDK reads other names by now, and this test looks at nothing.
    expect(new OpenAI({ apiKey: 'any', logLevel: 'off' })).toMatchObject({ organization: SDK_ENVIRONMENT.OPENAI_ORG_ID, adminAPIKey: SDK_ENVIRONMENT.OPENAI_ADMIN_KEY, baseURL: SDK_ENVIRONMENT.OPENAI_BASE_URL });
    const logs = (['debug', 'info', 'log', 'warn', 'error'] as const).map((level) => jest.spyOn(console, level));
    await using server = await serve((response) => { response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ANSWER)); });
    const deployments = {
      keyed: { provider: 'own', model: 'm', baseURL: server.url, keys: ['own-key-1'], headers: { 'X-Own': 'configured' } },
      keyless: { provider: 'own', model: 'm', baseURL: server.url },
    };
    await using router = createRouter({ deployments, groups: { keyed: ['keyed'], keyless: ['keyless'] } }, dependencies);
    await router.chat.completions.create({ model: 'keyed', messages: [] }, { headers: { 'X-Request': 'asked' } });
    await router.chat.completions.create({ model: 'keyless', messages: [] });
    await router.embeddings.create({ model: 'keyed', input: 'x' }).catch(() => undefined);

    expect(server.arrived.map(({ path }) => path)).toEqual(['/v1/chat/completions', '/v1/chat/completions', '/v1/embeddings']);
    expect(JSON.stringify(server.arrived)).not.toContain('leaked');
    const [chat, keyless] = server.arrived;
    expect(chat?.headers).toMatchObject({ authorization: 'Bearer own-key-1', 'x-own': 'configured', 'x-request': 'asked', accept: 'application/json' });
    expect(chat?.headers['user-agent']).toMatch(/^OpenAI\/JS \d/u);
    expect(Object.keys(chat?.headers ?? {}).filter((name) => name.startsWith('openai-'))).toEqual([]);
    expect(keyless?.headers.authorization).toBe('Bearer no-key');
    for (const log of logs) expect(log).not.toHaveBeenCalled();
  });
});
