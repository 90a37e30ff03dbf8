import { type Backoff, NO_BACKOFF } from '../limits/backoff.js';
import { MODES } from '../wire/mode.js';

import type { CallOptions, CallSettings, WrapOptions } from './options.js';

/** Settings with every default filled in. */
export interface Settings extends Required<Omit<CallSettings, 'maxTotalTokens' | 'maxCostUsd' | 'patch'>> {
  readonly maxTotalTokens: number | undefined;
  readonly maxCostUsd: number | undefined;
  /** Characters from which an answer is patched; `undefined` never. */
  readonly patchFrom: number | undefined;
}

/** Options of a client with every default filled in. */
export interface ClientSettings extends Settings {
  readonly maxRetries: number;
  readonly backoff: Backoff;
  readonly captureText: boolean;
  readonly attachMeta: boolean;
}

const PATCH_FROM_CHARACTERS = 2_000;
const MAX_RETRIES = 100;
// setTimeout fires at once beyond this.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const DEFAULTS = {
  mode: 'TOOLS',
  timeoutMs: 0,
  deadlineMs: 0,
  repair: 'full',
  maxTotalTokens: undefined,
  maxCostUsd: undefined,
  escalate: [],
  patchFrom: undefined,
  coalesce: false,
  partialEveryMs: 50,
} as const satisfies Settings;

const SETTING_NAMES = ['mode', 'timeoutMs', 'deadlineMs', 'repair', 'maxTotalTokens', 'maxCostUsd', 'escalate', 'patch', 'coalesce', 'partialEveryMs'] as const satisfies readonly (keyof CallSettings)[];
const OWN_NAMES: ReadonlySet<string> = new Set([...SETTING_NAMES, 'signal', 'context']);

/**
 * Fills in and checks the options of `wrap`.
 *
 * @throws {RangeError} That names the option, what is allowed and what came.
 */
export function clientSettings(options: WrapOptions): ClientSettings {
  return {
    ...resolve(DEFAULTS, options),
    maxRetries: checkedRetries(options.maxRetries ?? 3, 'maxRetries'),
    backoff: { ...NO_BACKOFF, ...options.backoff },
    captureText: options.captureText ?? false,
    attachMeta: options.attachMeta ?? false,
  };
}

/** Settings of one call, and what of its options is for the wrapped client. */
export function callSettings(defaults: ClientSettings, options: CallOptions | undefined): { readonly settings: Settings; readonly passed: Readonly<Record<string, unknown>> | undefined } {
  if (!options) return { settings: defaults, passed: undefined };
  const others = Object.entries(options).filter(([name]) => !OWN_NAMES.has(name));
  const passed = others.length === 0 ? undefined : Object.fromEntries(others);
  return { settings: SETTING_NAMES.some((name) => options[name] !== undefined) ? resolve(defaults, options) : defaults, passed };
}

/** @throws {RangeError} For anything but a whole number from 0 to 100. */
export function checkedRetries(value: number, name: string): number {
  if (!Number.isInteger(value) || value < 0 || value > MAX_RETRIES) throw new RangeError(`${name} must be a whole number from 0 to ${MAX_RETRIES}; got ${String(value)}`);
  return value;
}

function resolve(defaults: Settings, options: CallSettings): Settings {
  const { mode = defaults.mode, repair = defaults.repair, escalate = defaults.escalate, coalesce = defaults.coalesce, patch } = options;
  if (mode !== 'auto' && !MODES.includes(mode)) throw new RangeError(`mode must be auto or one of ${MODES.join(', ')}; got ${mode as string}`);
  if (!['off', 'safe', 'full'].includes(repair)) throw new RangeError(`repair must be off, safe or full; got ${repair as string}`);
  return {
    mode,
    repair,
    escalate,
    coalesce,
    timeoutMs: milliseconds('timeoutMs', options.timeoutMs ?? defaults.timeoutMs),
    deadlineMs: milliseconds('deadlineMs', options.deadlineMs ?? defaults.deadlineMs),
    partialEveryMs: milliseconds('partialEveryMs', options.partialEveryMs ?? defaults.partialEveryMs),
    maxTotalTokens: limit('maxTotalTokens', options.maxTotalTokens ?? defaults.maxTotalTokens),
    maxCostUsd: limit('maxCostUsd', options.maxCostUsd ?? defaults.maxCostUsd),
    patchFrom: patch === undefined ? defaults.patchFrom : patch === false ? undefined : patch === true ? PATCH_FROM_CHARACTERS : patch.minCharacters,
  };
}

function milliseconds(name: string, value: number): number {
  if (!(value >= 0)) throw new RangeError(`${name} must be milliseconds, 0 for no limit; got ${String(value)}`);
  return Math.min(value, LONGEST_TIMER_MS);
}

function limit(name: string, value: number | undefined): number | undefined {
  if (value !== undefined && !(value >= 0)) throw new RangeError(`${name} must be 0 or more; got ${String(value)}`);
  return value;
}
