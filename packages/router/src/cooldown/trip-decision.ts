import type { CooldownOptions } from './cooldown-options.js';
import type { FailureReport } from './cooldown-store.js';
import type { OutcomeWindow } from './outcome-window.js';

/** Failures on the way back that send a deployment out again. */
const FAILURES_IN_RAMP = 2;

/** Longest cooldown: ten years stand for "until somebody resets it" and stay a finite number. */
const UNTIL_RELOAD_MS = 315_360_000_000;

type Options = Required<Omit<CooldownOptions, 'allowedFails'>> & Pick<CooldownOptions, 'allowedFails'>;

/** Whether a failure, which is counted in the window already, sends the deployment out. */
export function mustCool(report: FailureReport, window: OutcomeWindow, isRamping: boolean, options: Options): boolean {
  const { rule, errorClass, hasSiblings, isProbe = false, cooldownMs, allowedFails = options.allowedFails } = report;
  if (rule === 'never' || cooldownMs === 0) return false;
  // The one request that was to show that it is well again has failed.
  if (isProbe || rule === 'long' || rule === 'until-reload') return true;
  const allowed = typeof allowedFails === 'number' ? (rule === 'ratio' ? allowedFails : undefined) : allowedFails?.[errorClass];
  if (allowed !== undefined) return window.failures(typeof allowedFails === 'number' ? undefined : errorClass) > allowed;
  if (rule === 'siblings') return hasSiblings;
  const total = window.total();
  const failures = window.failures();
  if (!hasSiblings) return total >= options.minSamplesAlone && failures === total;
  if (isRamping && failures >= FAILURES_IN_RAMP) return true;
  if (options.consecutiveFailures > 0 && window.streak() >= options.consecutiveFailures) return true;
  return total >= options.minSamples && failures / total > options.failureRatio;
}

/** Milliseconds to stay out. What the provider asks for is kept, and only ever made longer, at least to the deployment's own length. */
export function cooldownLength({ rule, retryAfterMs, cooldownMs }: FailureReport, strikes: number, options: Options, random: () => number): number {
  if (rule === 'until-reload') return UNTIL_RELOAD_MS;
  if (retryAfterMs !== undefined && retryAfterMs > 0) return Math.round(Math.max(Math.min(retryAfterMs, options.maxHeaderMs), cooldownMs ?? 0) * (1 + options.jitter * random()));
  const base = cooldownMs ?? options.baseMs;
  // A deployment with a long cooldown of its own is not cut by the cap.
  const length = rule === 'long' ? Math.max(options.longMs, base) : Math.min(base * 2 ** (strikes - 1), Math.max(options.maxMs, base));
  return Math.round(length * (1 + options.jitter * (2 * random() - 1)));
}
