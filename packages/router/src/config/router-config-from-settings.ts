import type { Config } from '@discord-intelligence/config';

import type { RouterConfigInput } from './router-config.js';

/** The settings that a router can be made of without a file. */
export type RouterSettings = Pick<Config, 'openai' | 'openrouter' | 'litellm'>;

/** Groups of a router without a file. */
export const GENERAL_GROUP = 'general';
/** See {@link GENERAL_GROUP}. */
export const ANALYSIS_GROUP = 'analysis';

/**
 * A configuration made of keys and `LITELLM_*` variables alone: groups `general`
 * and `analysis`, which fall back from OpenRouter to OpenAI and then to each of
 * `LITELLM_FALLBACK_MODELS`. `undefined` when there is no key at all.
 */
export function routerConfigFromSettings({ openai, openrouter, litellm }: RouterSettings): RouterConfigInput | undefined {
  const deployments: RouterConfigInput['deployments'] = {};
  const groups: Record<string, string[]> = {};
  const chain: string[] = [];

  const add = (group: string, id: string, deployment: RouterConfigInput['deployments'][string]) => {
    deployments[id] = deployment;
    (groups[group] ??= []).push(id);
  };
  const throughOpenRouter = (model: string) => ({ provider: 'openrouter', baseURL: openrouter.baseUrl, model, keys: openrouter.apiKey ? [openrouter.apiKey] : [] });
  const throughOpenAI = (model: string) => ({ provider: 'openai', baseURL: openai.baseUrl, model, keys: openai.apiKey ? [openai.apiKey] : [] });

  if (openrouter.apiKey) {
    add(GENERAL_GROUP, 'openrouter-general', throughOpenRouter(openrouter.generalModel));
    add(ANALYSIS_GROUP, 'openrouter-analysis', throughOpenRouter(openrouter.analysisModel));
  }
  if (openai.apiKey) {
    const order = openrouter.apiKey ? 2 : 1;
    add(GENERAL_GROUP, 'openai-general', { ...throughOpenAI(openai.model), order });
    add(ANALYSIS_GROUP, 'openai-analysis', { ...throughOpenAI(openai.model), order });
  }
  if (Object.keys(groups).length === 0) return undefined;

  for (const model of litellm.fallbackModels) {
    if (Object.hasOwn(groups, model)) continue;
    // A bare id is OpenAI's way of naming, "maker/model" OpenRouter's.
    add(model, `fallback-${model}`, openrouter.apiKey ? throughOpenRouter(model) : throughOpenAI(model.replace(/^openai\//u, '')));
    chain.push(model);
  }

  return {
    deployments,
    groups,
    strategy: litellm.routingStrategy,
    retry: { max: litellm.maxRetries },
    ...(chain.length > 0 && { fallbacks: { '*': chain } }),
    ...(litellm.cacheEnabled && { cache: { enabled: true } }),
    ...(litellm.redisUrl && { redis: { url: litellm.redisUrl } }),
    ...(litellm.budgetLimitUsd !== undefined && { budgets: [{ id: 'total', limit: litellm.budgetLimitUsd, window: 'month' }] }),
  };
}
