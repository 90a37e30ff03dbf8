import { ok, type Route } from '../api-request.js';

/** Where clients find the gateway. All shards may identify at once: a test need not wait 5 seconds for each. */
export function gatewayRoutes(url: string, shards: number): readonly Route[] {
  return [
    { method: 'GET', pattern: '/gateway', needsToken: false, handle: () => ok({ url }) },
    {
      method: 'GET',
      pattern: '/gateway/bot',
      needsToken: true,
      handle: () => ok({ url, shards, session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: shards } }),
    },
  ];
}
