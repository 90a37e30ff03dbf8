import { priceOf } from '../attempt/admit.js';
import type { Deployment } from '../deployments/deployment.js';
import { ruleOf } from '../errors/failure-class.js';

import { mayFallBack } from './chain.js';
import { eligibleLevels } from './eligible.js';
import type { FlowRequest } from './flow-request.js';
import { hasLargerWindow } from './larger-window.js';
import type { Routed } from './routed.js';
import type { Runtime } from './runtime.js';
import { type Visit, visitLevel } from './visit-level.js';

/** Tries a group, one order level after the other. */
export async function visitGroup(runtime: Runtime, request: FlowRequest, visit: Visit): Promise<Routed> {
  const eligible = eligibleLevels(request, visit.group);
  if ('failure' in eligible) return { kind: 'failed', failure: eligible.failure };
  // Prices that nobody has asked for yet would all look unknown to the strategy.
  if (request.rules.strategy === 'cost-based-routing') for (const deployment of visit.group.members) await priceOf(runtime, deployment);

  let first: Routed | undefined;
  let current = visit;
  let { levels } = eligible;
  for (let index = 0; index < levels.length; index += 1) {
    const outcome = await visitLevel(runtime, request, current, levels[index]!);
    if (outcome.kind !== 'failed') return outcome;
    first ??= outcome;
    const { chain, sibling } = ruleOf(outcome.failure.class);
    if (sibling === 'larger') {
      const refused = runtime.plan.deployments.get(request.records.findLast((record) => record.class === outcome.failure.class)?.deployment ?? '');
      const isLarger = (each: Deployment): boolean => refused === undefined || hasLargerWindow(each, refused);
      levels = levels.map((level, place) => (place <= index ? level : level.filter(isLarger))).filter((level, place) => place <= index || level.length > 0);
      // The next group is chosen by this failure, not by what an earlier level came to.
      first = outcome;
    }
    // Another failure with a chain of its own would only repeat on the next level.
    const isLevelMatter = chain === 'general' || chain === 'timeout' || sibling === 'larger';
    if (request.scope.stopped || !isLevelMatter || !mayFallBack(runtime, request, visit.group.name, outcome.failure)) return outcome;
    if (index < levels.length - 1) request.fallbacks += 1;
    current = { ...visit, reason: 'fallback' };
  }
  return first ?? { kind: 'failed', failure: { class: 'no_healthy_deployment', message: `The group "${visit.group.name}" has no deployment.` } };
}
