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

/** Owners remembered at most; callers may invent them. */
const MAX_OWNERS = 1_000;

/** The owner's part of a key. */
export type OwnerHash = (owner: CacheOwner) => string;

/**
 * The key of a request: a hash of its owner, a colon, a SHA-256 of everything that changes the
 * answer. All keys of an owner begin alike; none tells a name or a text.
 *
 * @returns `undefined` when the parameters have no canonical JSON.
 */
export function cacheKey({ owner, group, params, fingerprint }: CacheKeyParts, hashOwner: OwnerHash = ownerHash): string | undefined {
  const canonical = canonicalJson(keyParameters(params));
  if (canonical === undefined) return undefined;
  const head = canonicalJson([KEY_VERSION, group, fingerprint ?? null]) ?? '';
  return `${hashOwner(owner)}:${sha256(`${head}\n${canonical}`)}`;
}

/** Makes an {@link OwnerHash} that remembers: the owners of a process are few, and a hash costs microseconds. */
export function createOwnerHash(): OwnerHash {
  const known = new Map<string, string>();
  return (owner) => {
    const name = ownerName(owner);
    let hash = known.get(name);
    if (hash === undefined) {
      hash = sha256(name).slice(0, OWNER_DIGITS);
      if (known.size >= MAX_OWNERS) known.clear();
      known.set(name, hash);
    }
    return hash;
  };
}

function ownerHash(owner: CacheOwner): string {
  return sha256(ownerName(owner)).slice(0, OWNER_DIGITS);
}

function ownerName(owner: CacheOwner): string {
  return canonicalJson([owner.kind, owner.kind === 'tenant' ? owner.tenant : null, owner.namespace ?? null]) ?? '';
}

function sha256(text: string): string {
  return nodeCrypto().hash('sha256', text);
}
