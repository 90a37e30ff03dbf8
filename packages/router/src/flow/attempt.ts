import type { Admission } from '../attempt/admit.js';
import { attemptAnswer } from '../attempt/attempt-answer.js';
import { attemptStream } from '../attempt/attempt-stream.js';
import { OVERTAKEN, type Race, type Target } from '../attempt/target.js';
import type { Failure } from '../errors/failure.js';

import type { FlowRequest } from './flow-request.js';
import type { Served } from './routed.js';
import type { Runtime } from './runtime.js';

/** What one attempt, or two racing ones, came to. */
export type Attempted = { readonly served: Served } | { readonly failure: Failure };

/** An attempt that has been let through. */
export interface Admitted {
  readonly target: Target;
  readonly admission: Admission;
}

/** Makes one attempt. */
export async function attempt(runtime: Runtime, request: FlowRequest, { target, admission }: Admitted): Promise<Attempted> {
  if (!request.isStream) {
    const outcome = await attemptAnswer(runtime, request, target, admission);
    return outcome.ok ? { served: { answer: outcome.answer, target } } : outcome;
  }
  const outcome = await attemptStream(runtime, request, target, admission);
  return outcome.ok ? { served: { stream: outcome.stream, target } } : outcome;
}

/**
 * Makes an attempt and, when it is slower than most, a second one elsewhere. The first
 * to have an answer (or first content) wins and the other is aborted; a failure waits
 * for the other one.
 */
export async function attemptHedged(runtime: Runtime, request: FlowRequest, first: Admitted, openSecond: () => Promise<Admitted | undefined>): Promise<Attempted> {
  const delayMs = hedgeDelayMs(request, first.target);
  if (delayMs === undefined) return attempt(runtime, request, first);

  const { clock, hedgeBucket } = runtime;
  const race = createRace();
  return new Promise((resolve, reject) => {
    let running = 0;
    let failure: Failure | undefined;
    const run = async (entry: Admitted): Promise<void> => {
      running += 1;
      const lane = race.enter();
      const outcome = await attempt(runtime, request, { ...entry, target: { ...entry.target, race: lane.race } });
      running -= 1;
      if ('served' in outcome) {
        clock.clearTimeout(timer);
        lane.win();
        resolve(outcome);
        return;
      }
      if (outcome.failure !== OVERTAKEN) failure ??= outcome.failure;
      if (running > 0) return;
      clock.clearTimeout(timer);
      resolve({ failure: failure ?? outcome.failure });
    };
    const hedge = async (): Promise<void> => {
      if (running === 0 || request.scope.stopped || !hedgeBucket.tryHedge()) return;
      const second = await openSecond();
      if (!second) return;
      if (race.isWon) {
        second.admission.abandon();
        return;
      }
      request.trace.push({ atMs: clock.monotonic() - request.startedAt, kind: 'hedge', subject: second.target.deployment.id, reason: `no answer within ${Math.round(delayMs)} ms` });
      await run(second);
    };
    const timer = clock.setTimeout(() => { hedge().catch(reject); }, delayMs);
    run(first).catch(reject);
  });
}

/** How long to wait before a second attempt; `undefined` while that is not known, or hedging is off. */
function hedgeDelayMs({ rules, isStream }: FlowRequest, { deployment }: Target): number | undefined {
  if (!rules.hedge) return undefined;
  if (rules.hedge.after !== 'p95') return rules.hedge.after;
  const known = isStream ? deployment.firstTokens : deployment.durations;
  return known.count >= rules.hedge.minSamples ? known.quantile(0.95) : undefined;
}

/** Aborts all who are in it but the winner. */
function createRace() {
  const lanes = new Set<Set<(failure: Failure) => void>>();
  let isWon = false;
  return {
    get isWon() {
      return isWon;
    },
    enter(): { readonly race: Race; win(): void } {
      const listeners = new Set<(failure: Failure) => void>();
      lanes.add(listeners);
      return {
        race: {
          onLost(giveUp) {
            listeners.add(giveUp);
            return () => listeners.delete(giveUp);
          },
        },
        win() {
          isWon = true;
          for (const other of lanes) if (other !== listeners) for (const giveUp of [...other]) giveUp(OVERTAKEN);
        },
      };
    },
  };
}
