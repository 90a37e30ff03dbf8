import { admit } from '../attempt/admit.js';
import type { AttemptReason, Target } from '../attempt/target.js';
import type { Deployment } from '../deployments/deployment.js';
import type { DeploymentKey } from '../deployments/key-ring.js';
import type { Failure } from '../errors/failure.js';
import { ruleOf } from '../errors/failure-class.js';

import { type Admitted, attemptHedged } from './attempt.js';
import { backOffMs } from './back-off.js';
import { allCooling, available, choose } from './choose.js';
import type { FlowRequest } from './flow-request.js';
import { hasLargerWindow } from './larger-window.js';
import type { Routed } from './routed.js';
import type { Group, Runtime } from './runtime.js';

/** What a visit is about. */
export interface Visit {
  readonly group: Group;
  readonly params: Readonly<Record<string, unknown>>;
  readonly isFilterFailure: boolean;
  /** Why the first attempt of the visit is made. */
  readonly reason: AttemptReason;
}

/**
 * Tries the deployments of one order level: siblings at once, then the same ones
 * after a back-off, as often as the rules allow. Another key costs no repetition.
 */
export async function visitLevel(runtime: Runtime, request: FlowRequest, visit: Visit, members: readonly Deployment[]): Promise<Routed> {
  const { clock, random, retryBudget } = runtime;
  // Lists, and a map that few need: on most visits nothing is ever put into them.
  const tried: Deployment[] = [];
  const barred: Deployment[] = [];
  let usedKeys: Map<Deployment, Set<DeploymentKey>> | undefined;
  let level = members;
  let tooLong: Failure | undefined;
  let local: Failure | undefined;
  let last: Failure | undefined;
  let rotating: Deployment | undefined;
  let { reason } = visit;
  let repeats = 0;
  let backOffs = 0;

  for (;;) {
    const open = barred.length === 0 ? level : level.filter((deployment) => !barred.includes(deployment));
    const fresh = tried.length === 0 ? open : open.filter((deployment) => !tried.includes(deployment));
    const deployment: Deployment | undefined = rotating ?? choose(runtime, request, visit.group.name, fresh) ?? choose(runtime, request, visit.group.name, open.filter((each) => tried.includes(each)));
    if (!deployment) return failed(tooLong ?? last ?? local ?? allCooling(runtime, visit.group.name, level));
    if (rotating) deployment.inFlight += 1;

    const entry = await enter(deployment, reason);
    if ('redirected' in entry) return { kind: 'redirected', ...entry.redirected };
    if ('failure' in entry) {
      rotating = undefined;
      if (request.scope.stopped || ruleOf(entry.failure.class).sibling === false && entry.failure.class !== 'no_healthy_deployment') return failed(entry.failure);
      // Our own limits say nothing about the others.
      barred.push(deployment);
      local = milder(local, entry.failure);
      continue;
    }

    const outcome = await attemptHedged(runtime, request, entry, () => openHedge(deployment));
    if ('served' in outcome) return { kind: 'served', served: outcome.served };
    last = outcome.failure;
    if (!tried.includes(deployment)) tried.push(deployment);
    request.trace.push({ atMs: clock.monotonic() - request.startedAt, kind: 'fail', subject: deployment.id, reason: last.class });
    if (request.scope.stopped) return failed(request.scope.stopped);

    const rule = ruleOf(last.class);
    if (rule.rotateKey && deployment.keys.size > 1) {
      if (hasFreshKey(deployment)) {
        rotating = deployment;
        reason = 'rotate-key';
        continue;
      }
      if (last.class === 'credential') last = { ...last, status: 502, message: `Every key of the deployment "${deployment.id}" was refused. ${last.message}` };
    }
    rotating = undefined;

    if (rule.sibling === 'larger') {
      // Whatever comes after it, the group is to be left by the chain for long requests.
      tooLong ??= last;
      level = level.filter((each) => hasLargerWindow(each, deployment));
    }
    const next = nextStep(last, deployment);
    // A sibling is well: only what is asked of the sick one again can make an outage worse.
    if (next === 'stop' || (next === 'same' && !retryBudget.tryRetry())) return failed(tooLong ?? last);
    repeats += 1;
    reason = next === 'sibling' ? 'sibling' : 'retry';
    if (next === 'sibling') continue;
    const waitMs = backOffMs(backOffs, request.rules.retry, last, random);
    backOffs += 1;
    // A wait that the total limit would cut short is no use: the failure is more telling.
    if (waitMs >= request.scope.remainingMs()) return failed(tooLong ?? last);
    request.trace.push({ atMs: clock.monotonic() - request.startedAt, kind: 'back-off', subject: deployment.id, reason: `${Math.round(waitMs)} ms` });
    await clock.sleep(waitMs, request.scope.signal);
    // Set by a signal or a timer while we slept, which the compiler cannot know.
    const stopped = request.scope.stopped as Failure | undefined;
    if (stopped) return failed(stopped);
  }

  async function enter(deployment: Deployment, why: AttemptReason): Promise<Admitted | { readonly failure: Failure } | { readonly redirected: { readonly group: string; readonly budgetId: string } }> {
    const used = usedKeys?.get(deployment);
    const key = deployment.keys.next(rotating ? used : undefined) ?? deployment.keys.next();
    if (!key) {
      deployment.inFlight -= 1;
      return { failure: { class: 'no_healthy_deployment', message: `The deployment "${deployment.id}" has no key left.` } };
    }
    const outcome = await admit(runtime, request, deployment, visit.group.name, visit.params);
    if (outcome.kind === 'refused') return { failure: outcome.failure };
    if (outcome.kind === 'redirected') return { redirected: outcome };
    if (used) used.add(key);
    else if (deployment.keys.size > 1) (usedKeys ??= new Map()).set(deployment, new Set([key]));
    const target: Target = { deployment, key, group: visit.group.name, hasSiblings: visit.group.members.length > 1, reason: why, params: visit.params, isFilterFailure: visit.isFilterFailure };
    return { target, admission: outcome.admission };
  }

  async function openHedge(busy: Deployment): Promise<Admitted | undefined> {
    const second = choose(runtime, request, visit.group.name, level.filter((each) => each !== busy && !tried.includes(each) && !barred.includes(each)));
    if (!second) return undefined;
    const entry = await enter(second, 'hedge');
    return 'target' in entry ? entry : undefined;
  }

  function hasFreshKey(deployment: Deployment): boolean {
    const used = usedKeys?.get(deployment);
    return used !== undefined && used.size < deployment.keys.size && Object.keys(deployment.keys.out()).length < deployment.keys.size;
  }

  function nextStep(failure: Failure, deployment: Deployment): 'sibling' | 'same' | 'stop' {
    const { max, onStatus, policy } = request.rules.retry;
    const rule = ruleOf(failure.class);
    const own = policy?.[failure.class];
    if (repeats >= (request.options.retries ?? own ?? deployment.config.maxRetries ?? max)) return 'stop';
    const isListed = failure.status !== undefined && onStatus?.has(failure.status) === true;
    if (onStatus && own === undefined && !isListed) return 'stop';
    // What is asked for, by class or by status, is repeated whatever the table says.
    const isAsked = own === undefined ? isListed : own > 0;
    if (isAsked || rule.sibling !== false) {
      if (available(runtime, level.filter((each) => !tried.includes(each) && !barred.includes(each))).length > 0) return 'sibling';
    }
    if (!isAsked && !rule.retry) return 'stop';
    return available(runtime, level.filter((each) => tried.includes(each) && !barred.includes(each))).length > 0 ? 'same' : 'stop';
  }
}

function failed(failure: Failure): Routed {
  return { kind: 'failed', failure };
}

/** Of two refusals by our own limits: the one that ends sooner, naming both. */
function milder(one: Failure | undefined, other: Failure): Failure {
  if (!one) return other;
  const sooner = (other.retryAfterMs ?? 0) < (one.retryAfterMs ?? 0) ? other : one;
  return { ...sooner, limits: [...(one.limits ?? []), ...(other.limits ?? [])] };
}
