import { planLanguageModels } from '@discord-intelligence/pipeline';

import type { Check } from './check.js';

/** Which language model the analyses ask. It is not called: that would cost money. */
export const checkLanguageModel: Check = async ({ config }) => {
  if (config === undefined) return [];
  const plan = planLanguageModels(config);
  if (plan.provider === 'none') {
    return [
      {
        name: 'language model',
        status: 'off',
        detail: `none, analyses are made by patterns: ${plan.reason}`,
        action: 'Set OPENROUTER_API_KEY or OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own.',
      },
    ];
  }
  if (plan.provider === 'router') {
    return [{ name: 'language model', status: 'ok', detail: `through the router, made of ${plan.from === 'file' ? 'LITELLM_CONFIG' : 'the keys'}; patterns answer when it fails` }];
  }
  const models = [...new Set([plan.analysisModel, plan.quickModel])].join(' and ');
  return [{ name: 'language model', status: 'ok', detail: `${models} at ${new URL(plan.baseUrl).host}; patterns answer when it fails` }];
};
