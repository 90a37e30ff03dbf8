import { type CooldownOptions, resolveCooldownOptions } from './cooldown-options.js';
import type { CooldownEntry, CooldownEvent, CooldownPhase, FailureReport } from './cooldown-store.js';
import { createOutcomeWindow, type OutcomeWindow } from './outcome-window.js';
import { cooldownLength, mustCool } from './trip-decision.js';

/** Shares of requests on the way back, one for each stage. */
const RAMP_SHARES = [0.1, 0.5] as const;

/** What processes tell each other about a deployment. */
export type CooldownChange =
  | { readonly kind: 'cooled'; readonly deployment: string; readonly remainingMs: number; readonly strikes: number; readonly errorClass: string }
  | { readonly kind: 'probed'; readonly deployment: string; readonly remainingMs: number }
  | { readonly kind: 'released'; readonly deployment: string }
  | { readonly kind: 'recovered'; readonly deployment: string; /** Milliseconds since the way back began. */ readonly sinceMs: number; readonly errorClass: string }
  | { readonly kind: 'reset'; readonly deployment: string };

interface Entry {
  state: 'closed' | 'tripped' | 'ramping';
  /** End of the cooldown, or begin of the way back. */
  at: number;
  strikes: number;
  errorClass: string;
  /** Until when somebody's probe is under way. */
  probedUntil: number;
  readonly window: OutcomeWindow;
}

/** Cooldowns as this process sees them: a state machine without any waiting. */
export interface CooldownBoard {
  readonly phase: (deployment: string) => CooldownPhase;
  readonly admitsRamp: (deployment: string) => boolean;
  /** Marks the probe as taken here; false when it is not half-open or taken already. */
  readonly takeProbe: (deployment: string) => boolean;
  readonly giveProbeBack: (deployment: string) => void;
  /** The change that a success caused, to be told to others. */
  readonly succeed: (deployment: string, isProbe: boolean) => CooldownChange | undefined;
  /** The change that a failure caused. */
  readonly fail: (report: FailureReport) => (CooldownChange & { readonly kind: 'cooled' }) | undefined;
  /** Takes over what another process says. */
  readonly apply: (change: CooldownChange) => void;
  readonly list: () => readonly CooldownEntry[];
  /** Replaces the options; what is cooling stays so. @throws RangeError */
  readonly reconfigure: (options: CooldownOptions) => void;
}

/** How a board is set up. */
export interface CooldownBoardOptions extends CooldownOptions {
  /** @default Date.now */
  readonly now?: () => number;
  /** @default Math.random */
  readonly random?: () => number;
  /** What it throws is ignored. */
  readonly onEvent?: (event: CooldownEvent) => void;
}

/** Deployments at most before closed ones are forgotten; a reload brings new ones. */
const MAX_ENTRIES = 10_000;

/**
 * Makes an empty board.
 * @throws RangeError When an option cannot be used.
 */
export function createCooldownBoard(settings: CooldownBoardOptions = {}): CooldownBoard {
  const { now = Date.now, random = Math.random, onEvent, ...rest } = settings;
  let options = resolveCooldownOptions(rest);
  const entries = new Map<string, Entry>();

  const entryOf = (deployment: string) => {
    let entry = entries.get(deployment);
    if (!entry) {
      if (entries.size >= MAX_ENTRIES) for (const [key, { state }] of entries) if (state === 'closed') entries.delete(key);
      entry = { state: 'closed', at: 0, strikes: 0, errorClass: '', probedUntil: 0, window: createOutcomeWindow(options.windowMs, now) };
      entries.set(deployment, entry);
    }
    return entry;
  };
  const tell = (event: CooldownEvent) => {
    try {
      onEvent?.(event);
    } catch {
      // A listener's fault is not the deployment's.
    }
  };
  const phaseOf = (entry: Entry | undefined): CooldownPhase => {
    if (!entry || entry.state === 'closed') return { phase: 'closed' };
    const time = now();
    const { errorClass } = entry;
    if (entry.state === 'tripped') {
      if (time < entry.at) return { phase: 'cooling', remainingMs: entry.at - time, errorClass };
      return { phase: 'half-open', isProbed: entry.probedUntil > time, errorClass };
    }
    const share = options.rampStageMs === 0 ? undefined : RAMP_SHARES[Math.floor((time - entry.at) / options.rampStageMs)];
    if (share !== undefined) return { phase: 'ramping', share, errorClass };
    entry.state = 'closed';
    return { phase: 'closed' };
  };
  const phase = (deployment: string) => phaseOf(entries.get(deployment));

  const trip = (deployment: string, entry: Entry, remainingMs: number, strikes: number, errorClass: string, isRemote: boolean) => {
    Object.assign(entry, { state: 'tripped', at: now() + remainingMs, strikes, errorClass, probedUntil: 0 });
    entry.window.clear();
    tell({ kind: 'cooled', deployment, errorClass, durationMs: remainingMs, isRemote });
  };
  const recover = (deployment: string, entry: Entry, sinceMs: number, isRemote: boolean) => {
    Object.assign(entry, { state: 'ramping', at: now() - sinceMs, strikes: 0, probedUntil: 0 });
    entry.window.clear();
    tell({ kind: 'recovered', deployment, errorClass: entry.errorClass, durationMs: 0, isRemote });
  };

  return {
    phase,
    admitsRamp(deployment) {
      const found = phase(deployment);
      return found.phase === 'closed' || (found.phase === 'ramping' && random() < found.share);
    },
    takeProbe(deployment) {
      const found = phase(deployment);
      if (found.phase !== 'half-open' || found.isProbed) return false;
      entryOf(deployment).probedUntil = now() + options.probeMs;
      return true;
    },
    giveProbeBack(deployment) {
      entryOf(deployment).probedUntil = 0;
    },
    succeed(deployment, isProbe) {
      const entry = entryOf(deployment);
      const found = phaseOf(entry);
      if (found.phase === 'closed' || found.phase === 'ramping') {
        entry.window.add('success');
        return undefined;
      }
      // A request from before the cooldown says nothing about now.
      if (!isProbe || found.phase === 'cooling') return undefined;
      recover(deployment, entry, 0, false);
      return { kind: 'recovered', deployment, sinceMs: 0, errorClass: entry.errorClass };
    },
    fail(report) {
      const { deployment, errorClass, rule, isProbe = false } = report;
      if (rule === 'never') return undefined;
      const entry = entryOf(deployment);
      const found = phaseOf(entry);
      if (found.phase === 'half-open' && !isProbe) return undefined;
      const isCooling = found.phase === 'cooling';
      if (!isCooling) entry.window.add({ errorClass });
      if (!mustCool({ ...report, isProbe: isProbe && !isCooling }, entry.window, found.phase === 'ramping', options)) {
        if (isProbe) entry.probedUntil = 0;
        return undefined;
      }
      // Requests that were under way when it was sent out are no further strikes.
      const strikes = isCooling ? entry.strikes : entry.strikes + 1;
      const remainingMs = cooldownLength(report, strikes, options, random);
      const isLonger = report.retryAfterMs !== undefined || rule === 'long' || rule === 'until-reload';
      if (isCooling && !(isLonger && remainingMs > found.remainingMs)) return undefined;
      trip(deployment, entry, remainingMs, strikes, errorClass, false);
      return { kind: 'cooled', deployment, remainingMs, strikes, errorClass };
    },
    apply(change) {
      const { deployment } = change;
      const entry = entryOf(deployment);
      switch (change.kind) {
        case 'cooled':
          if (entry.state !== 'tripped' || entry.at < now() + change.remainingMs) trip(deployment, entry, change.remainingMs, change.strikes, change.errorClass, true);
          return;
        case 'probed':
          entry.probedUntil = now() + change.remainingMs;
          tell({ kind: 'probed', deployment, errorClass: entry.errorClass, durationMs: 0, isRemote: true });
          return;
        case 'released':
          entry.probedUntil = 0;
          return;
        case 'recovered':
          entry.errorClass = change.errorClass;
          recover(deployment, entry, change.sinceMs, true);
          return;
        case 'reset':
          entries.delete(deployment);
          return;
        default:
          change satisfies never;
      }
    },
    reconfigure(next) {
      options = resolveCooldownOptions(next);
    },
    list() {
      return [...entries].flatMap(([deployment, entry]): CooldownEntry[] => {
        const found = phaseOf(entry);
        return found.phase === 'closed' ? [] : [{ ...found, deployment, strikes: entry.strikes }];
      });
    },
  };
}
