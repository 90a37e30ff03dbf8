import type { BehaviourCase } from '../dsl/behaviour-case.js';

import type { RedisSource } from './redis-source.js';
import { runCase, type CaseOptions, type CaseResult } from './run-case.js';
import type { Adapter } from './subject.js';

/** A result, and what an earlier run of the same case found. */
export interface RepeatedResult extends CaseResult {
  /** Reasons of a first run that failed before this one. */
  readonly firstReasons?: readonly string[];
}

/** Names that make a case depend on how fast this machine is at the moment. */
const TIMED = /"(?:abortAfterMs|waitMs|elapsedMs|p\d\dMs|timeouts|timeoutMs|ttftMs|upstreamClosedWithinMs|budgetLeaseMs|processes|hedge|latency)"|"(?:latency-based|least-busy)"/;

/**
 * Runs a case; one that names a time gets a second run when it fails, because its limits are
 * a few ten milliseconds and the machine may be busy with something else. Both are reported.
 */
export async function runTwice(behaviour: BehaviourCase, adapter: Adapter, redis: RedisSource, options: CaseOptions = {}): Promise<RepeatedResult> {
  const first = await runCase(behaviour, adapter, redis, options);
  const { config, actions, expect } = behaviour;
  if (first.status !== 'failed' || !TIMED.test(JSON.stringify({ config, actions, expect }))) return first;
  const second = await runCase(behaviour, adapter, redis, options);
  return { ...second, firstReasons: first.reasons };
}
