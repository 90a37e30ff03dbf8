import type { FailureClass } from '../errors/failure-class.js';

/**
 * Classes whose message is always ours. Any other may hold a provider's words, which may quote the prompt, or name whom
 * a budget is for.
 */
const OWN_WORDS: ReadonlySet<FailureClass | undefined> = new Set([
  'timeout',
  'cancelled',
  'stream_idle',
  'budget_unavailable',
  'unknown_price',
  'local_rate_limit',
  'queue_full',
  'no_healthy_deployment',
  'no_matching_deployment',
  'closed',
] satisfies FailureClass[]);

/** Whether telemetry may tell the message of a failure of this class. */
export function isOwnWords(failureClass: FailureClass | undefined): boolean {
  return OWN_WORDS.has(failureClass);
}
