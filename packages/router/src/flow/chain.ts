import type { RouterConfig } from '../config/router-config.js';
import type { Failure } from '../errors/failure.js';
import { type ChainKind, ruleOf } from '../errors/failure-class.js';

import type { FlowRequest } from './flow-request.js';
import type { FallbackTarget } from './request-options.js';
import type { Runtime } from './runtime.js';

type Lists = Readonly<Record<string, readonly string[]>>;

/** The configured lists of a kind; `undefined` when there are none of that kind at all. */
const LISTS: Readonly<Record<'contextWindow' | 'contentPolicy' | 'timeout' | 'budget', (config: RouterConfig) => Lists | undefined>> = {
  contextWindow: (config) => config.contextWindowFallbacks,
  contentPolicy: (config) => config.contentPolicyFallbacks,
  timeout: (config) => config.timeoutFallbacks,
  budget: (config) => config.budgetFallbacks,
};
const USE_CASE_LISTS = { contextWindow: 'onContextWindow', contentPolicy: 'onContentPolicy', timeout: 'onTimeout', budget: 'onBudget' } as const;

/** Whether a failure may lead to another group or level at all. */
export function mayFallBack({ plan }: Runtime, request: FlowRequest, group: string, failure: Failure): boolean {
  if (request.options.disableFallbacks === true || request.scope.stopped) return false;
  const kind = ruleOf(failure.class).chain;
  if (kind === 'none' || (kind === 'callerFault' && !plan.config.fallbackOnCallerFault)) return false;
  if (isSpecial(kind) && specialList(plan.config, request, kind, group) !== undefined) return true;
  // A local time limit has no status: it is on no list, whatever the list says.
  return plan.fallbackOnStatus === undefined || (failure.status !== undefined && plan.fallbackOnStatus.has(failure.status));
}

/**
 * The groups to go to when `group` has failed so. The caller's own list replaces all others. A kind of
 * failure with lists of its own uses only those; without any it uses the general ones.
 */
export function fallbacksOf({ plan }: Runtime, request: FlowRequest, group: string, failure: Failure): readonly FallbackTarget[] {
  if (request.options.fallbacks) return request.options.fallbacks;
  const kind = ruleOf(failure.class).chain;
  const special = isSpecial(kind) ? specialList(plan.config, request, kind, group) : undefined;
  if (special) return special;
  const { useCase } = request.rules;
  const chain = useCase === undefined ? undefined : plan.config.useCases[useCase]?.chain;
  const position = chain?.indexOf(group) ?? -1;
  if (chain && position >= 0 && position < chain.length - 1) return chain.slice(position + 1);
  return listOf(plan.config.fallbacks, group) ?? [];
}

/** Whether a filtered answer has somewhere else to go, and so counts as a failure. */
export function hasPolicyFallback({ plan }: Runtime, request: FlowRequest, group: string): boolean {
  if (request.options.disableFallbacks === true) return false;
  return (specialList(plan.config, request, 'contentPolicy', group)?.length ?? 0) > 0;
}

function specialList(config: RouterConfig, { rules }: FlowRequest, kind: keyof typeof LISTS, group: string): readonly string[] | undefined {
  const own = rules.useCase === undefined ? undefined : config.useCases[rules.useCase]?.[USE_CASE_LISTS[kind]];
  if (own) return own;
  const lists = LISTS[kind](config);
  return lists && (listOf(lists, group) ?? []);
}

function isSpecial(kind: ChainKind): kind is keyof typeof LISTS {
  return Object.hasOwn(LISTS, kind);
}

function listOf(lists: Lists, group: string): readonly string[] | undefined {
  return Object.hasOwn(lists, group) ? lists[group] : lists['*'];
}
