import { type Config, getConfig } from '@discord-intelligence/config';

import type { StructuredClient } from '../client/structured-client.js';
import { checkEngine } from '../engine/self-check.js';
import { loadEngine } from '../engine/instructor.js';
import { disabledError } from '../errors/disabled-error.js';
import type { DisabledReason } from '../errors/errors.js';
import { StructuredOutputError } from '../errors/structured-output-error.js';
import { wrap } from '../wrap.js';

import type { CreateOpenRouterOptions, CreateOptions } from './create-options.js';
import { createLazyClient } from './lazy-client.js';
import { loadOpenAI } from './load-openai.js';

/** Hosts that answer nobody without a key; servers of your own may. */
const HOSTS_WITH_KEYS: ReadonlySet<string> = new Set(['api.openai.com', 'openrouter.ai']);

/** What the SDK is given where a server needs no key; it refuses an empty one. */
const NO_KEY = 'no-key';

/** Retries of failed requests: the SDK's own number, with our back-off. */
const DEFAULT_BACKOFF = { maxRetries: 2 };

interface Made {
  readonly client: StructuredClient;
  readonly disabled: DisabledReason | undefined;
  readonly ready: () => Promise<unknown>;
}

/**
 * Makes structured clients from the config.
 *
 * The two of each pair give the same type. `create…Client` answers at once and
 * loads the SDK with its first call; `createAsync…Client` has checked the key,
 * the address, the SDK and the engine before it answers.
 */
export const InstructorClientFactory = {
  /** Whether structured outputs are switched on (`ENABLE_INSTRUCTOR`). The engine is part of this package. */
  isEnabled(config: Pick<Config, 'instructor'> = getConfig()): boolean {
    return config.instructor.enabled;
  },

  /** A client for OpenAI, or any server that speaks its protocol. Without flag or key its structured calls reject with kind `disabled`. */
  createClient(options: CreateOptions = {}): StructuredClient {
    return makeOpenAI(options).client;
  },

  /**
   * The same, checked.
   *
   * @throws {DisabledError} When flag, key, SDK or engine are missing.
   */
  async createAsyncClient(options: CreateOptions = {}): Promise<StructuredClient> {
    return checked(makeOpenAI(options));
  },

  /** A client for OpenRouter, which reports what each call cost. */
  createOpenRouterClient(options: CreateOpenRouterOptions = {}): StructuredClient {
    return makeOpenRouter(options).client;
  },

  /**
   * The same, checked.
   *
   * @throws {DisabledError} When flag, key, SDK or engine are missing.
   */
  async createAsyncOpenRouterClient(options: CreateOpenRouterOptions = {}): Promise<StructuredClient> {
    return checked(makeOpenRouter(options));
  },
} as const;

function makeOpenAI(options: CreateOptions): Made {
  const config = options.config ?? getConfig();
  const { openai } = config;
  return make({ ...options, config }, { apiKey: openai.apiKey?.reveal(), baseUrl: openai.baseUrl, model: openai.model });
}

function makeOpenRouter({ appUrl, appTitle, ...options }: CreateOpenRouterOptions): Made {
  const config = options.config ?? getConfig();
  const { openrouter } = config;
  const headers = { ...(appUrl !== undefined && { 'HTTP-Referer': appUrl }), ...(appTitle !== undefined && { 'X-Title': appTitle }), ...options.headers };
  return make(
    // Asks OpenRouter for the price of each answer.
    { ...options, config, headers, defaultParams: { usage: { include: true }, ...options.defaultParams } },
    { apiKey: openrouter.apiKey?.reveal(), baseUrl: openrouter.baseUrl, model: openrouter.generalModel },
  );
}

function make(
  { apiKey: ownKey, baseUrl: ownUrl, model: ownModel, config, headers, fetch, ...options }: CreateOptions & { readonly config: Pick<Config, 'instructor'> },
  defaults: { readonly apiKey: string | undefined; readonly baseUrl: string; readonly model: string },
): Made {
  const baseURL = ownUrl ?? defaults.baseUrl;
  const apiKey = ownKey ?? defaults.apiKey ?? '';
  const needsKey = HOSTS_WITH_KEYS.has(hostOf(baseURL));
  const disabled = !config.instructor.enabled ? 'flag_off' : apiKey === '' && needsKey ? 'key_missing' : undefined;
  const load = async () => {
    if (apiKey === '' && needsKey) throw disabledError('key_missing');
    return loadOpenAI({ apiKey: apiKey === '' ? NO_KEY : apiKey, baseURL, ...(headers && { defaultHeaders: headers }), ...(fetch && { fetch }) });
  };
  const lazy = createLazyClient({ baseURL, secrets: [apiKey], load });
  const client = wrap(lazy, {
    maxRetries: config.instructor.maxRetries,
    timeoutMs: config.instructor.timeoutMs,
    ...options,
    backoff: { ...DEFAULT_BACKOFF, ...options.backoff },
    defaultParams: { model: ownModel ?? defaults.model, ...options.defaultParams },
    ...(disabled && { disabled }),
  });
  return { client, disabled, ready: () => lazy.ready() };
}

async function checked({ client, disabled, ready }: Made): Promise<StructuredClient> {
  if (disabled) throw disabledError(disabled);
  await ready();
  try {
    await checkEngine(await loadEngine());
  } catch (cause) {
    throw StructuredOutputError.is(cause) ? cause : disabledError('engine_failed', cause);
  }
  return client;
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    throw new TypeError('baseUrl is no URL: expected something like https://api.openai.com/v1');
  }
}
