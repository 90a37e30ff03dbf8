import { askedOutputTokens } from '../attempt/output-limit.js';
import type { Deployment } from '../deployments/deployment.js';
import type { Failure } from '../errors/failure.js';
import type { StrategyChoice } from '../strategies/strategy.js';

import type { FlowRequest } from './flow-request.js';
import type { Runtime } from './runtime.js';
import { stickyChoice } from './sticky-choice.js';

/** Chooses one of the deployments that are well, or none. The chosen one's `inFlight` counts it at once. */
export function choose(runtime: Runtime, request: FlowRequest, group: string, deployments: readonly Deployment[]): Deployment | undefined {
  const candidates = available(runtime, deployments);
  if (candidates.length === 0) return undefined;
  const { session } = request.options;
  const chosen = session !== undefined && runtime.plan.config.sticky ? stickyChoice(session, candidates) : byStrategy(runtime, request, group, candidates);
  request.picks += 1;
  request.trace.push({ atMs: runtime.clock.monotonic() - request.startedAt, kind: 'pick', subject: chosen.id, reason: request.rules.strategy });
  chosen.inFlight += 1;
  return chosen;
}

/** Deployments that do not cool; preferably those with room under their own limits. */
export function available({ stores }: Runtime, deployments: readonly Deployment[]): readonly Deployment[] {
  const well = deployments.filter(({ id }) => {
    const state = stores.cooldowns.phase(id);
    return state.phase === 'closed' || state.phase === 'ramping' || (state.phase === 'half-open' && !state.isProbed);
  });
  if (well.length < 2) return well;
  const settled = well.filter(({ id }) => stores.cooldowns.phase(id).phase !== 'ramping' || stores.cooldowns.admitsRamp(id));
  const pool = settled.length > 0 ? settled : well;
  const roomy = pool.filter(({ id, config, permits }) => {
    if (permits && permits.active >= config.maxParallel!) return false;
    if (config.rpm === undefined && config.tpm === undefined) return true;
    const { requests, tokens } = stores.limits.usage(id);
    return requests < (config.rpm ?? Number.POSITIVE_INFINITY) && tokens < (config.tpm ?? Number.POSITIVE_INFINITY);
  });
  return roomy.length > 0 ? roomy : pool;
}

/** Why nothing can be chosen: all cool. Tells when the first is expected back. */
export function allCooling({ stores }: Runtime, group: string, deployments: readonly Deployment[]): Failure {
  let soonestMs = Number.POSITIVE_INFINITY;
  const cooling: string[] = [];
  for (const { id } of deployments) {
    const state = stores.cooldowns.phase(id);
    if (state.phase !== 'cooling') continue;
    soonestMs = Math.min(soonestMs, state.remainingMs);
    cooling.push(`${id} (${state.errorClass}, ${Math.ceil(state.remainingMs / 1_000)} s)`);
  }
  return {
    class: 'no_healthy_deployment',
    message: `No deployment of the group "${group}" is in service: ${cooling.join(', ') || 'all are being tried or have failed'}.`,
    ...(Number.isFinite(soonestMs) && { retryAfterMs: soonestMs }),
  };
}

function byStrategy({ stores, strategies, random, warnings }: Runtime, request: FlowRequest, group: string, candidates: readonly Deployment[]): Deployment {
  const strategy = strategies.get(request.rules.strategy);
  if (!strategy) {
    warnings.add(`unknown_strategy:${request.rules.strategy}`);
    return candidates[0]!;
  }
  const choice: StrategyChoice = {
    candidates,
    group,
    requestIndex: request.index,
    attemptIndex: request.picks,
    isStream: request.isStream,
    promptTokens: () => request.promptTokens(),
    maxOutputTokens: askedOutputTokens(request.params),
    usage: ({ id }) => stores.limits.usage(id),
    price: ({ priceQuery }) => stores.prices.peek(priceQuery)?.price,
    random,
    warn: (warning) => { warnings.add(warning); },
  };
  const chosen = strategy(choice);
  return (typeof chosen === 'string' ? candidates.find(({ id }) => id === chosen) : chosen && candidates.includes(chosen) ? chosen : undefined) ?? candidates[0]!;
}
