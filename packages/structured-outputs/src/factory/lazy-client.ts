import type { PlainClient } from '../client/structured-client.js';

/** Makes a client that is loaded by its first call. */
export function createLazyClient(load: () => Promise<PlainClient>): PlainClient & { readonly ready: () => Promise<PlainClient> } {
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
    const { chat } = await ready();
    return chat.completions.create(params, options) as unknown as never;
  };
  return { ready, chat: { completions: { create } } };
}
