/** When deployments are kept out, for how long, and how they come back. */
export interface CooldownOptions {
  /**
   * Milliseconds of a first cooldown; each one in a row is twice as long.
   * @default 5_000
   */
  readonly baseMs?: number;
  /**
   * Longest of them in milliseconds.
   * @default 60_000
   */
  readonly maxMs?: number;
  /**
   * Longest wait in milliseconds that a provider may ask for with a header.
   * @default 600_000
   */
  readonly maxHeaderMs?: number;
  /**
   * Milliseconds for the rule `long` (an account without credit).
   * @default 600_000
   */
  readonly longMs?: number;
  /**
   * Share by which an end is moved at random, so that processes do not all come back at once (0 to 0.5).
   * Ends asked for by a provider are moved later only.
   * @default 0.2
   */
  readonly jitter?: number;
  /**
   * Requests in the window before the failure ratio says anything.
   * @default 5
   */
  readonly minSamples?: number;
  /**
   * Share of failures that must be exceeded.
   * @default 0.5
   */
  readonly failureRatio?: number;
  /**
   * Failures in a row that cool a deployment with siblings, whatever the ratio says: one that has served thousands of
   * requests in this window and then dies is noticed at once. 0 switches the rule off.
   * @default 10
   */
  readonly consecutiveFailures?: number;
  /**
   * Requests in the window, all of them failed, before a deployment without siblings is cooled.
   * @default 1_000
   */
  readonly minSamplesAlone?: number;
  /**
   * Failures in the window that are allowed: a number for the rule `ratio`, or one for each class;
   * it takes the place of the ratio and of the failures in a row. 0 is a value.
   */
  readonly allowedFails?: number | Readonly<Record<string, number>>;
  /**
   * Milliseconds of the window in which requests are counted.
   * @default 60_000
   */
  readonly windowMs?: number;
  /**
   * Milliseconds after which a probe without a result is given to somebody else.
   * @default 30_000
   */
  readonly probeMs?: number;
  /**
   * Milliseconds of each stage of the way back (10 %, then 50 %); 0 comes back at once.
   * @default 5_000
   */
  readonly rampStageMs?: number;
}

/** What holds when nothing is said. */
export const COOLDOWN_DEFAULTS = {
  baseMs: 5_000,
  maxMs: 60_000,
  maxHeaderMs: 600_000,
  longMs: 600_000,
  jitter: 0.2,
  minSamples: 5,
  failureRatio: 0.5,
  consecutiveFailures: 10,
  minSamplesAlone: 1_000,
  windowMs: 60_000,
  probeMs: 30_000,
  rampStageMs: 5_000,
} as const satisfies Required<Omit<CooldownOptions, 'allowedFails'>>;

/**
 * Fills in what was left out.
 * @throws RangeError Naming the option that cannot be used.
 */
export function resolveCooldownOptions(options: CooldownOptions): Required<Omit<CooldownOptions, 'allowedFails'>> & Pick<CooldownOptions, 'allowedFails'> {
  const resolved = { ...COOLDOWN_DEFAULTS, ...options };
  for (const name of Object.keys(COOLDOWN_DEFAULTS) as (keyof typeof COOLDOWN_DEFAULTS)[]) {
    if (!(resolved[name] >= 0 && Number.isFinite(resolved[name]))) throw new RangeError(`Cooldown option ${name} must be 0 or more, got ${resolved[name]}`);
  }
  if (resolved.jitter > 0.5) throw new RangeError(`Cooldown option jitter must be 0 to 0.5, got ${resolved.jitter}`);
  if (resolved.failureRatio > 1) throw new RangeError(`Cooldown option failureRatio must be 0 to 1, got ${resolved.failureRatio}`);
  return resolved;
}
