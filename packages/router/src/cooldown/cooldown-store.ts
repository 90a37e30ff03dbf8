import type { Awaitable } from '../budget/awaitable.js';

import type { CooldownOptions } from './cooldown-options.js';

/**
 * What a failure of a class does, the "Cool" column of the class table:
 * `never` is no evidence; `ratio` counts towards the failure ratio and the failures in a row; `siblings` cools at once unless
 * the group has no other deployment; `long` cools at once and for `longMs`;
 * `until-reload` cools until somebody resets it.
 */
export type CoolRule = 'never' | 'ratio' | 'siblings' | 'long' | 'until-reload';

/** A failed attempt. */
export interface FailureReport {
  readonly deployment: string;
  /** Name of the failure class, for `allowedFails` and for people. */
  readonly errorClass: string;
  readonly rule: CoolRule;
  /** Whether the group has another deployment; alone it is cooled by overwhelming evidence only. */
  readonly hasSiblings: boolean;
  /** Length asked for by the provider (Retry-After), in milliseconds. It is kept, up to `maxHeaderMs`. */
  readonly retryAfterMs?: number;
  /**
   * Length for this deployment, which a shorter header does not cut. 0 never cools it.
   * @default the `baseMs` of the store
   */
  readonly cooldownMs?: number;
  /** Failures of the window that this deployment may have: a number, or one for each class. 0 is a value. */
  readonly allowedFails?: number | Readonly<Record<string, number>>;
  /** Whether this attempt was the probe of {@link CooldownStore.claimProbe}. */
  readonly isProbe?: boolean;
}

/** Where a deployment stands. */
export type CooldownPhase =
  | { readonly phase: 'closed' }
  | { readonly phase: 'cooling'; /** Milliseconds left, not the configured length. */ readonly remainingMs: number; readonly errorClass: string }
  | { readonly phase: 'half-open'; /** Whether a probe is under way already. */ readonly isProbed: boolean; readonly errorClass: string }
  | { readonly phase: 'ramping'; /** Share of requests it should get: 0.1, then 0.5. */ readonly share: number; readonly errorClass: string };

/** A deployment that is not closed, for `health()`. */
export type CooldownEntry = CooldownPhase & { readonly deployment: string; /** Cooldowns in a row. */ readonly strikes: number };

/** Something changed. `isRemote` when another process saw it. */
export interface CooldownEvent {
  readonly kind: 'cooled' | 'probed' | 'recovered';
  readonly deployment: string;
  readonly errorClass: string;
  /** Length of the cooldown, 0 for the other kinds. */
  readonly durationMs: number;
  readonly isRemote: boolean;
}

/**
 * Keeps sick deployments out and lets them back in gently.
 *
 * Reading is synchronous: other processes' cooldowns are pushed here. Reports take effect here at
 * once and elsewhere within 250 ms. Without Redis all of it is local.
 *
 * Use: leave out `cooling` and a `half-open` one with `isProbed`; when a `half-open` one is chosen, send only if
 * `claimProbe` says true; leave a `ramping` one out unless `admitsRamp` says true or nothing else is left.
 */
export interface CooldownStore {
  phase(deployment: string): CooldownPhase;
  /** Draws whether a ramping deployment takes part in this choice; true for a closed one, false for the others. */
  admitsRamp(deployment: string): boolean;
  /** Takes the one probe of a half-open deployment, across processes. Never rejects. */
  claimProbe(deployment: string): Awaitable<boolean>;
  /** Gives the probe back unused (cancelled, refused by a limit). */
  releaseProbe(deployment: string): void;
  reportSuccess(report: { readonly deployment: string; readonly isProbe?: boolean }): void;
  /** Returns what it caused, if anything. */
  reportFailure(report: FailureReport): CooldownEvent | undefined;
  /** Ends a cooldown by hand, everywhere. */
  reset(deployment: string): void;
  /** All that are not closed. */
  list(): readonly CooldownEntry[];
  /** Replaces the options; what is cooling stays so. @throws RangeError */
  reconfigure(options: CooldownOptions): void;
  /** Resolves when what other processes know has arrived, or could not; at most some 50 ms later. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
