import type { RouterConfig } from '../config/router-config.js';

import type { RequestOptions } from './request-options.js';

/** Label that keeps copies apart in the ledger, and from being copied again. */
const LABEL = 'mirror';

/** A copy of a request. */
export interface MirroredRequest {
  readonly params: Readonly<Record<string, unknown>>;
  readonly options: RequestOptions;
}

/** The copy of a request for the group that is being looked at; `undefined` when this one is not copied. */
export function mirrored({ mirror }: RouterConfig, params: Readonly<Record<string, unknown>>, { tenant, scope, headers }: RequestOptions, random: () => number): MirroredRequest | undefined {
  if (!mirror || scope?.[LABEL] !== undefined || random() >= mirror.share) return undefined;
  return {
    params: { ...params, model: mirror.to },
    options: { scope: { ...scope, [LABEL]: mirror.to }, disableFallbacks: true, cache: { enabled: false }, ...(tenant !== undefined && { tenant }), ...(headers && { headers }) },
  };
}
