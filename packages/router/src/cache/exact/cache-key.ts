import { nodeCrypto } from '../../built-in.js';

import { canonicalJson } from './canonical-json.js';
import { keyParameters } from './key-parameters.js';

/** Whose compartment an answer lies in. There is no third kind: a key without an owner cannot be made. */
export type CacheOwner =
  | { readonly kind: 'tenant'; readonly tenant: string; readonly namespace?: string }
  /** Seen by all tenants; only for requests that asked for it. */
  | { readonly kind: 'shared'; readonly namespace?: string };

/** What makes two requests equal. */
export interface CacheKeyParts {
  readonly owner: CacheOwner;
  /** The model group, or the caching group that it belongs to. */
  readonly group: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Whatever else decides the answer. */
  readonly fingerprint?: string;
}

// Changes when the meaning of a key changes, so that old entries are never taken for new ones.
const KEY_VERSION = 'v1';

/** Hexadecimal digits of the owner's part: 128 bits. */
const OWNER_DIGITS = 32;

/**
 * The key of a request: a hash of its owner, a colon, a SHA-256 of everything that changes the
 * answer. All keys of an owner begin alike; none tells a name or a text.
 *
 * @returns `undefined` when the parameters have no canonical JSON.
 */
export function cacheKey({ owner, group, params, fingerprint }: CacheKeyParts): string | undefined {
  const canonical = canonicalJson(keyParameters(params));
  if (canonical === undefined) return undefined;
  const head = canonicalJson([KEY_VERSION, group, fingerprint ?? null]) ?? '';
  return `${ownerHash(owner)}:${sha256(`${head}\n${canonical}`)}`;
}

function ownerHash(owner: CacheOwner): string {
  const name = owner.kind === 'tenant' ? owner.tenant : null;
  return sha256(canonicalJson([owner.kind, name, owner.namespace ?? null]) ?? '').slice(0, OWNER_DIGITS);
}

function sha256(text: string): string {
  return nodeCrypto().hash('sha256', text);
}
