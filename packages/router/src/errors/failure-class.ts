import type { CoolRule } from '../cooldown/cooldown-store.js';

/** Which list of fallbacks a failure may use. */
export type ChainKind = 'general' | 'contextWindow' | 'contentPolicy' | 'timeout' | 'budget' | 'callerFault' | 'none';

/** What one class of failure leads to. */
export interface FailureRule {
  /** HTTP status for whoever passes the failure on, when the provider gave none. */
  readonly status: number;
  /** Whether the same deployment may be asked again after a back-off. */
  readonly retry: boolean;
  /** Whether another deployment of the group may be asked at once; `larger`: one whose window is not known to be as small. */
  readonly sibling: boolean | 'larger';
  /** Whether another key of the same deployment is tried first, at no cost of a retry. */
  readonly rotateKey: boolean;
  /** What the failure says about the health of the deployment. */
  readonly cool: CoolRule;
  readonly chain: ChainKind;
  /** What is charged for an attempt that reported no usage: `sent` by the policy `abortCharge`, `produced` also for the output so far. */
  readonly charge: 'nothing' | 'sent' | 'produced';
  /** What the reader of the error can do. */
  readonly action: string;
}

/**
 * The one table that decides what a failure leads to. Retry, rotation,
 * cooling, fallback and charging read it and ask nothing else.
 */
export const FAILURES = {
  transient: { status: 503, retry: true, sibling: true, rotateKey: false, cool: 'ratio', chain: 'general', charge: 'nothing', action: 'Try again later, or add a fallback for the group.' },
  connection: { status: 502, retry: true, sibling: true, rotateKey: false, cool: 'ratio', chain: 'general', charge: 'nothing', action: 'Check the base URL and the network, or add a fallback.' },
  timeout: { status: 504, retry: true, sibling: true, rotateKey: false, cool: 'ratio', chain: 'timeout', charge: 'sent', action: 'Raise the named time limit, or add a faster deployment.' },
  rate_limit: { status: 429, retry: true, sibling: true, rotateKey: true, cool: 'siblings', chain: 'general', charge: 'nothing', action: 'Wait for retryAfterMs, or add deployments or keys.' },
  quota: { status: 402, retry: false, sibling: true, rotateKey: true, cool: 'long', chain: 'general', charge: 'nothing', action: 'Pay the provider account, or add another key.' },
  credential: { status: 401, retry: false, sibling: true, rotateKey: true, cool: 'siblings', chain: 'general', charge: 'nothing', action: 'Replace the key of the deployment.' },
  model_access: { status: 403, retry: false, sibling: true, rotateKey: true, cool: 'siblings', chain: 'general', charge: 'nothing', action: 'Check the model name and that the key may use it.' },
  model_gone: { status: 410, retry: false, sibling: true, rotateKey: false, cool: 'until-reload', chain: 'general', charge: 'nothing', action: 'Replace the model of the deployment; the provider has retired it.' },
  context_window: { status: 400, retry: false, sibling: 'larger', rotateKey: false, cool: 'never', chain: 'contextWindow', charge: 'nothing', action: 'Shorten the messages, or list a group with a larger window in contextWindowFallbacks.' },
  content_policy: { status: 400, retry: false, sibling: false, rotateKey: false, cool: 'never', chain: 'contentPolicy', charge: 'nothing', action: 'Change the messages, or list a group in contentPolicyFallbacks.' },
  caller_fault: { status: 400, retry: false, sibling: false, rotateKey: false, cool: 'never', chain: 'callerFault', charge: 'nothing', action: 'Correct the request; every provider would refuse it.' },
  budget_exceeded: { status: 402, retry: false, sibling: false, rotateKey: false, cool: 'never', chain: 'budget', charge: 'nothing', action: 'Wait for the reset of the budget, or raise its limit.' },
  budget_unavailable: { status: 503, retry: false, sibling: false, rotateKey: false, cool: 'never', chain: 'none', charge: 'nothing', action: 'Bring Redis back, or let the budget fail open.' },
  unknown_price: { status: 402, retry: false, sibling: true, rotateKey: false, cool: 'never', chain: 'general', charge: 'nothing', action: 'Give the deployment a price, or set unknownPrice.' },
  local_rate_limit: { status: 429, retry: false, sibling: true, rotateKey: false, cool: 'never', chain: 'general', charge: 'nothing', action: 'Wait for retryAfterMs, or raise the limits named.' },
  queue_full: { status: 429, retry: false, sibling: true, rotateKey: false, cool: 'never', chain: 'general', charge: 'nothing', action: 'Send fewer requests at a time, or raise maxParallel.' },
  no_healthy_deployment: { status: 429, retry: false, sibling: false, rotateKey: false, cool: 'never', chain: 'general', charge: 'nothing', action: 'Wait for retryAfterMs, or add a deployment or a fallback.' },
  no_matching_deployment: { status: 400, retry: false, sibling: false, rotateKey: false, cool: 'never', chain: 'none', charge: 'nothing', action: 'Ask for tags, a region and parameters that a deployment of the group has, or tag one as default.' },
  unknown_model: { status: 404, retry: false, sibling: false, rotateKey: false, cool: 'never', chain: 'none', charge: 'nothing', action: 'Use the name of a group or of a use case.' },
  invalid_request: { status: 400, retry: false, sibling: false, rotateKey: false, cool: 'never', chain: 'none', charge: 'nothing', action: 'Correct the options of the call.' },
  cancelled: { status: 499, retry: false, sibling: false, rotateKey: false, cool: 'never', chain: 'none', charge: 'produced', action: 'Nothing: the caller left.' },
  stream_idle: { status: 504, retry: false, sibling: false, rotateKey: false, cool: 'ratio', chain: 'none', charge: 'produced', action: 'Raise timeouts.idle, or switch streamContinuation on.' },
  stream_interrupted: { status: 502, retry: false, sibling: false, rotateKey: false, cool: 'ratio', chain: 'none', charge: 'produced', action: 'Ask again, or switch streamContinuation on.' },
  closed: { status: 503, retry: false, sibling: false, rotateKey: false, cool: 'never', chain: 'none', charge: 'nothing', action: 'Use a router that is not closed.' },
  unknown: { status: 502, retry: false, sibling: true, rotateKey: false, cool: 'ratio', chain: 'general', charge: 'nothing', action: 'Look at the cause; the provider answered in an unknown way.' },
} as const satisfies Record<string, FailureRule>;

/** Why an attempt or a whole request came to nothing. Stable: programs may compare with it. */
export type FailureClass = keyof typeof FAILURES;

/** The row of a class in {@link FAILURES}. */
export function ruleOf(failureClass: FailureClass): FailureRule {
  return FAILURES[failureClass];
}

/** Whether a text names a class. */
export function isFailureClass(text: string): text is FailureClass {
  return Object.hasOwn(FAILURES, text);
}
