import type * as OpenAISdk from 'openai';

import type { PlainClient } from '../client/structured-client.js';
import { disabledError } from '../errors/disabled-error.js';

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
  try {
    sdk = await import('openai');
  } catch (cause) {
    throw disabledError('sdk_missing', cause);
  }
  const client = new sdk.OpenAI({
    apiKey,
    baseURL,
    // Otherwise read from the environment, which only packages/config does.
    organization: null,
    project: null,
    // Its back-off does not see an abort, and obeys any Retry-After.
    maxRetries: 0,
    // Covers headers only; our own clocks cover the body too. 0 would end every call at once.
    timeout: 2 ** 31 - 1,
    // Nothing may be written to the console.
    logLevel: 'off',
    ...(defaultHeaders && { defaultHeaders: { ...defaultHeaders } }),
    ...(fetch && { fetch }),
  });
  // Our own structural view of it: its types stay out of what we publish.
  return client as unknown as PlainClient;
}
