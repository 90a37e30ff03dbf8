import { loadConfig } from '@discord-intelligence/config';
import { describe, expect, it } from '@jest/globals';

import { routerConfigFromSettings } from '../../src/config/router-config-from-settings.js';
import { createRouter } from '../../src/create-router.js';

const both = { OPENAI_API_KEY: 'sk-test-1', OPENROUTER_API_KEY: 'sk-or-test-2' };

describe('a router without a file', () => {
  it('falls back from OpenRouter to OpenAI when both keys are there', async () => {
    const config = routerConfigFromSettings(loadConfig(both));
    expect(config?.groups.general).toEqual(['openrouter-general', 'openai-general']);
    expect(config?.deployments['openai-general']).toMatchObject({ order: 2 });
    await using router = createRouter(config!);
    expect(Object.keys(router.health().deployments)).toHaveLength(4);
  });

  it('follows the LITELLM variables', () => {
    const config = routerConfigFromSettings(loadConfig({ ...both, LITELLM_FALLBACK_MODELS: 'anthropic/claude-sonnet-4.5', LITELLM_BUDGET_LIMIT: '25', LITELLM_MAX_RETRIES: '1', LITELLM_CACHE_ENABLED: 'true' }));
    expect(config).toMatchObject({
      strategy: 'usage-based-routing',
      fallbacks: { '*': ['anthropic/claude-sonnet-4.5'] },
      budgets: [{ id: 'total', limit: 25, window: 'month' }],
      retry: { max: 1 },
      cache: { enabled: true },
    });
  });

  it('needs a key', () => {
    expect(routerConfigFromSettings(loadConfig({}))).toBeUndefined();
  });

  it('shows no key when it is printed', () => {
    expect(JSON.stringify(routerConfigFromSettings(loadConfig(both)))).not.toContain('sk-');
  });
});
