import { protectSecrets } from '@discord-intelligence/observability';

import type { PlainClient } from '../client/structured-client.js';

/** A client that is loaded by its first call. */
export interface LazyClient extends PlainClient {
  /** Where it asks, as the SDK's own client tells it. */
  readonly baseURL: string;
  readonly ready: () => Promise<PlainClient>;
}

/** What a lazy client is made with. */
export interface LazyClientOptions {
  readonly baseURL: string;
  /** What telemetry must not show. */
  readonly secrets: readonly string[];
  readonly load: () => Promise<PlainClient>;
}

/** Makes a client that loads its SDK when it is first called. */
export function createLazyClient({ baseURL, secrets, load }: LazyClientOptions): LazyClient {
  let loading: Promise<PlainClient> | undefined;
  const ready = () => {
    loading ??= load().catch((error: unknown) => {
      // The next call tries anew.
      loading = undefined;
      throw error;
    });
    return loading;
  };
  const create = async (params: never, options?: never): Promise<never> => {
    // Telemetry may have been turned on since the last call; the same list is looked at once.
    protectSecrets(secrets);
    const { chat } = await ready();
    return chat.completions.create(params, options) as unknown as never;
  };
  return { baseURL, ready, chat: { completions: { create } } };
}
