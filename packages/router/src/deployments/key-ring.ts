import type { Secret } from '@discord-intelligence/config';

import type { Failure } from '../errors/failure.js';

/** A key of a deployment. */
export interface DeploymentKey {
  /** Safe to show. */
  readonly id: string;
  /** Absent for servers that ask for no key. */
  readonly secret?: Secret;
}

/** The keys of one deployment and which of them are out of use. */
export interface KeyRing {
  readonly size: number;
  /** The next usable key in turn, none of `except`. */
  next(except?: ReadonlySet<DeploymentKey>): DeploymentKey | undefined;
  /** Takes a key out for as long as the failure suggests. */
  fail(key: DeploymentKey, failure: Failure): void;
  /** Ids of keys that are out, and for how many milliseconds more. */
  out(): Readonly<Record<string, number>>;
}

/** How long a key is left out that the provider refused, unless it says more. */
const OUT_MS = { credential: 600_000, quota: 600_000, model_access: 300_000, rate_limit: 10_000 } as const;
const MAX_OUT_MS = 3_600_000;

/** Makes the ring. Keys are used in turn, so that their rate limits add up. */
export function createKeyRing(keys: readonly DeploymentKey[], now: () => number): KeyRing {
  const outUntil = new Map<DeploymentKey, number>();
  let turn = 0;

  const isOut = (key: DeploymentKey): boolean => {
    const until = outUntil.get(key);
    if (until === undefined) return false;
    if (until > now()) return true;
    outUntil.delete(key);
    return false;
  };

  return {
    size: keys.length,
    next(except) {
      if (keys.length === 1 && !except) return keys[0];
      for (let step = 0; step < keys.length; step += 1) {
        const key = keys[(turn + step) % keys.length]!;
        if (except?.has(key) || isOut(key)) continue;
        turn = (turn + step + 1) % keys.length;
        return key;
      }
      // All are out: the deployment's own cooldown decides, and the oldest verdict may be outdated.
      return except ? undefined : keys[turn % keys.length];
    },
    fail(key, failure) {
      if (!Object.hasOwn(OUT_MS, failure.class)) return;
      const wanted = failure.retryAfterMs ?? OUT_MS[failure.class as keyof typeof OUT_MS];
      outUntil.set(key, now() + Math.min(wanted, MAX_OUT_MS));
    },
    out: () => Object.fromEntries([...outUntil].flatMap(([key, until]) => (until > now() ? [[key.id, until - now()]] : []))),
  };
}
