import type * as OpenAISdk from 'openai';

import type { PlainClient } from '../client/structured-client.js';
import { disabledError } from '../errors/disabled-error.js';

import { withOwnHeaders } from './own-headers.js';

/** What the SDK is made with. */
export interface OpenAISettings {
  readonly apiKey: string;
  readonly baseURL: string;
  readonly defaultHeaders?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
}

/**
 * Loads the `openai` SDK, an optional peer, and makes a client that leaves
 * retries and timeouts to this package.
 *
 * @throws {DisabledError} When it is not installed.
 */
export async function loadOpenAI({ apiKey, baseURL, defaultHeaders, fetch }: OpenAISettings): Promise<PlainClient> {
  let sdk: typeof OpenAISdk;
  let version: string;
  try {
    [sdk, { VERSION: version }] = await Promise.all([import('openai'), import('openai/version')]);
  } catch (cause) {
    throw disabledError('sdk_missing', cause);
  }
  const headers = { Accept: 'application/json', 'User-Agent': `OpenAI/JS ${version}`, Authorization: `Bearer ${apiKey}`, ...defaultHeaders };
  const client = withOwnHeaders(sdk.OpenAI, headers, {
    apiKey,
    baseURL,
    // Otherwise read from the environment, which only packages/config does.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    // Its back-off does not see an abort, and obeys any Retry-After.
    maxRetries: 0,
    // Covers headers only; our own clocks cover the body too. 0 would end every call at once.
    timeout: 2 ** 31 - 1,
    // Nothing may be written to the console.
    logLevel: 'off',
    ...(fetch && { fetch }),
  });
  // Our own structural view of it: its types stay out of what we publish.
  return client as unknown as PlainClient;
}
