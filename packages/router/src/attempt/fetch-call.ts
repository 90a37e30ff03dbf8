import { abortSignalOf } from '../stop-signal.js';

import type { ProviderCall } from './provider-call.js';

/** Sends a call through a `fetch`. */
export async function fetchCall(fetch: typeof globalThis.fetch, { origin, path, fields, body, onHeaders, stop }: ProviderCall): Promise<Response> {
  const response = await fetch(`${origin}${path}`, { method: 'POST', headers: fields, body, signal: abortSignalOf(stop) });
  onHeaders?.();
  return response;
}
