import type { RouterConfig } from '../config/router-config.js';

import type { RequestOptions } from './request-options.js';

/** Label that keeps copies apart in the ledger, and from being copied again. */
const LABEL = 'mirror';

/** A copy of a request. */
export interface MirroredRequest {
  readonly params: Readonly<Record<string, unknown>>;
  readonly options: RequestOptions;
}

/** Whether a request is such a copy. */
export function isMirrored({ scope }: RequestOptions): boolean {
  return scope?.[LABEL] !== undefined;
}

/** The copy of a request for the group that is being looked at; `undefined` when this one is not copied. */
export function mirrored({ mirror }: RouterConfig, params: Readonly<Record<string, unknown>>, options: RequestOptions, random: () => number): MirroredRequest | undefined {
  const { tenant, scope, headers } = options;
  if (!mirror || isMirrored(options) || random() >= mirror.share) return undefined;
  return {
    params: { ...params, model: mirror.to },
    options: { scope: { ...scope, [LABEL]: mirror.to }, disableFallbacks: true, cache: { enabled: false }, ...(tenant !== undefined && { tenant }), ...(headers && { headers }) },
  };
}
