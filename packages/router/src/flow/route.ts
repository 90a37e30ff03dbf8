import type { Failure } from '../errors/failure.js';
import { ruleOf } from '../errors/failure-class.js';

import { fallbacksOf, hasPolicyFallback, mayFallBack } from './chain.js';
import type { FlowRequest } from './flow-request.js';
import type { FallbackTarget } from './request-options.js';
import type { Routed, Served } from './routed.js';
import type { Runtime } from './runtime.js';
import { visitGroup } from './visit-group.js';

/** Where a request begins. */
export interface RouteStart {
  readonly group: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Groups that are not to be visited again. */
  readonly visited?: Iterable<string>;
  /** Whether an answer is being continued that broke off. */
  readonly isContinuation?: boolean;
}

/**
 * Finds somebody who answers: the first group, then its fallbacks, each group
 * once. When all fail, the failure of the first one is the result.
 */
export async function route(runtime: Runtime, request: FlowRequest, start: RouteStart): Promise<{ readonly served: Served } | { readonly failure: Failure }> {
  const { plan, hooks, clock } = runtime;
  const visited = new Set(start.visited);
  let pending: readonly FallbackTarget[] = [];
  let current: { readonly group: string; readonly params: Readonly<Record<string, unknown>> } = start;
  let primary: Failure | undefined;
  let hops = 0;

  for (;;) {
    const group = plan.groups.get(current.group);
    if (!group) return { failure: primary ?? unknownGroup(runtime, current.group) };
    visited.add(group.name);
    const outcome: Routed = isForcedToFail(request, hops)
      ? { kind: 'failed', failure: { class: request.options.testHooks!.failPrimary!, message: 'A test hook made the first group fail.' } }
      : await visitGroup(runtime, request, {
          group,
          params: current.params,
          isFilterFailure: hasPolicyFallback(runtime, request, group.name),
          reason: start.isContinuation === true ? 'continuation' : hops === 0 ? 'first' : 'fallback',
        });
    if (outcome.kind === 'served') {
      request.servedBy = outcome.served.target.deployment.id;
      request.group = group.name;
      return { served: outcome.served };
    }
    if (request.scope.stopped) return { failure: request.scope.stopped };
    if (outcome.kind === 'redirected') {
      request.trace.push({ atMs: clock.monotonic() - request.startedAt, kind: 'soft-budget', subject: outcome.group, reason: outcome.budgetId });
      // The dearer group is kept as a fallback of the cheaper one.
      pending = [group.name, ...pending];
      visited.delete(group.name);
      request.isRedirected = true;
      current = { group: outcome.group, params: current.params };
      continue;
    }

    const { failure } = outcome;
    primary ??= failure;
    if (!mayFallBack(runtime, request, group.name, failure)) return { failure: ruleOf(failure.class).chain === 'none' ? failure : primary };
    // Lists of the fallback itself come before what is left of the first one's.
    const own = fallbacksOf(runtime, request, group.name, failure);
    pending = own === request.options.fallbacks && hops > 0 ? pending : [...own, ...pending];
    const next = pending.findIndex((target) => !visited.has(nameOf(target)));
    const target = pending[next];
    if (target === undefined || hops >= plan.config.maxFallbacks) return { failure: primary };
    pending = pending.slice(next + 1);
    hops += 1;
    request.fallbacks += 1;
    const to = nameOf(target);
    request.trace.push({ atMs: clock.monotonic() - request.startedAt, kind: 'fallback', subject: to, reason: failure.class });
    hooks('onFallback', { requestId: request.id, kind: request.kind, model: String(request.params.model), isStream: request.isStream, from: group.name, to, reason: failure.class });
    current = { group: to, params: typeof target === 'string' ? start.params : { ...start.params, ...target } };
  }
}

/** Says which names there are. */
export function unknownGroup({ plan }: Runtime, name: string): Failure {
  const names = [...plan.groups.keys(), ...Object.keys(plan.config.useCases)];
  return { class: 'unknown_model', message: `"${name.slice(0, 100)}" is neither a group nor a use case; there are ${names.slice(0, 50).join(', ')}.` };
}

function nameOf(target: FallbackTarget): string {
  return typeof target === 'string' ? target : target.model;
}

function isForcedToFail({ options }: FlowRequest, hops: number): boolean {
  return hops === 0 && options.testHooks?.failPrimary !== undefined;
}
