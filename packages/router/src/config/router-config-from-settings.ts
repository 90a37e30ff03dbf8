import type { RouterConfigInput } from './router-config.js';
import { fallbackDeployment, providersOf, type RouterSettings } from './settings-providers.js';

/** Groups of a router without a file. */
export const GENERAL_GROUP = 'general';
/** See {@link GENERAL_GROUP}. */
export const ANALYSIS_GROUP = 'analysis';

/** Id of the budget that `LITELLM_BUDGET_LIMIT` makes. */
const BUDGET_ID = 'total';

/**
 * A configuration made of keys and `LITELLM_*` variables alone: groups `general` and `analysis`, which fall
 * back from OpenRouter to OpenAI, or the server of `OPENAI_BASE_URL`, and then to each of `LITELLM_FALLBACK_MODELS`.
 * `undefined` when there is neither a key nor a server.
 */
export function routerConfigFromSettings(settings: RouterSettings): RouterConfigInput | undefined {
  const { openai, openrouter, litellm } = settings;
  const providers = providersOf(settings);
  const deployments: RouterConfigInput['deployments'] = {};
  const groups: Record<string, string[]> = {};
  const chain: string[] = [];

  const add = (group: string, id: string, deployment: RouterConfigInput['deployments'][string]) => {
    deployments[id] = deployment;
    (groups[group] ??= []).push(id);
  };

  if (providers.openrouter) {
    add(GENERAL_GROUP, 'openrouter-general', providers.openrouter(openrouter.generalModel));
    add(ANALYSIS_GROUP, 'openrouter-analysis', providers.openrouter(openrouter.analysisModel));
  }
  if (providers.openai) {
    const order = providers.openrouter ? 2 : 1;
    add(GENERAL_GROUP, 'openai-general', { ...providers.openai(openai.model), order });
    add(ANALYSIS_GROUP, 'openai-analysis', { ...providers.openai(openai.model), order });
  }
  if (Object.keys(groups).length === 0) return undefined;

  for (const model of litellm.fallbackModels) {
    if (Object.hasOwn(groups, model)) continue;
    add(model, `fallback-${model}`, fallbackDeployment(providers, model)!);
    chain.push(model);
  }

  return {
    deployments,
    groups,
    strategy: litellm.routingStrategy,
    retry: { max: litellm.maxRetries },
    ...(chain.length > 0 && { fallbacks: { '*': chain } }),
    ...sharedSettings(settings),
  };
}

/** Cache, Redis and budget as the variables ask for them; what they do not ask for is absent. */
export function sharedSettings({ litellm }: Pick<RouterSettings, 'litellm'>): Pick<RouterConfigInput, 'cache' | 'redis' | 'budgets'> {
  return {
    ...(litellm.cacheEnabled && { cache: { enabled: true } }),
    ...(litellm.redisUrl && { redis: { url: litellm.redisUrl } }),
    ...(litellm.budgetLimitUsd !== undefined && { budgets: [{ id: BUDGET_ID, limit: litellm.budgetLimitUsd, window: 'month' }] }),
  };
}
