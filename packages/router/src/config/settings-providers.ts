import type { Config } from '@discord-intelligence/config';

import type { RouterConfigInput } from './router-config.js';

/** The settings that a router can be made of, with or without a file. */
export type RouterSettings = Pick<Config, 'openai' | 'openrouter' | 'litellm' | 'sources'>;

type Deployment = RouterConfigInput['deployments'][string];

/** Ways to reach models that the settings give; an absent one has no key. */
export interface SettingsProviders {
  readonly openrouter?: (model: string) => Deployment;
  readonly openai?: (model: string) => Deployment;
}

/** Provider id of a server that asks for no key. */
const OWN_SERVER = 'own-server';

/** OpenAI itself answers nobody without a key. */
const OPENAI_HOST = 'api.openai.com';

/** Works out which providers the settings reach. A server of `OPENAI_BASE_URL` may need no key; then it costs nothing. */
export function providersOf({ openai, openrouter, sources }: RouterSettings): SettingsProviders {
  const { apiKey } = openai;
  const isOwnServer = sources.OPENAI_BASE_URL !== 'default' && hostOf(openai.baseUrl) !== OPENAI_HOST;
  return {
    ...(openrouter.apiKey && { openrouter: (model: string): Deployment => ({ provider: 'openrouter', baseURL: openrouter.baseUrl, model, keys: [openrouter.apiKey!] }) }),
    ...(apiKey && { openai: (model: string): Deployment => ({ provider: 'openai', baseURL: openai.baseUrl, model, keys: [apiKey] }) }),
    ...(!apiKey && isOwnServer && { openai: (model: string): Deployment => ({ provider: OWN_SERVER, baseURL: openai.baseUrl, model, price: { in: 0, out: 0 } }) }),
  };
}

/** A model of `LITELLM_FALLBACK_MODELS`: "maker/model" is OpenRouter's way of naming, a bare id OpenAI's. */
export function fallbackDeployment({ openrouter, openai }: SettingsProviders, model: string): Deployment | undefined {
  return openrouter ? openrouter(model) : openai?.(model.replace(/^openai\//u, ''));
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
