import type { Config } from '@discord-intelligence/config';

import type { WrapOptions } from '../client/options.js';

/** Options of the factory's clients. What is absent comes from the config. */
export interface CreateOptions extends Omit<WrapOptions, 'disabled'> {
  /** @default OPENAI_API_KEY, or OPENROUTER_API_KEY */
  readonly apiKey?: string;
  /** Where the OpenAI protocol is spoken. @default OPENAI_BASE_URL, or OPENROUTER_BASE_URL */
  readonly baseUrl?: string;
  /** The model of calls that name none. @default OPENAI_MODEL, or OPENROUTER_GENERAL_MODEL */
  readonly model?: string;
  /** @default getConfig() */
  readonly config?: Pick<Config, 'instructor' | 'openai' | 'openrouter'>;
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** @default the global fetch */
  readonly fetch?: typeof fetch;
}

/** Options of the clients for OpenRouter. */
export interface CreateOpenRouterOptions extends CreateOptions {
  /** The address of your app, for OpenRouter's statistics (`HTTP-Referer`). */
  readonly appUrl?: string;
  /** The name of your app, for OpenRouter's statistics (`X-Title`). */
  readonly appTitle?: string;
}
