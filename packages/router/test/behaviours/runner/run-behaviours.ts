import type { ReadCase } from '../dsl/behaviour-case.js';

import { createRedisSource } from './redis-source.js';
import { runCase, type CaseOptions, type CaseResult } from './run-case.js';
import type { Adapter } from './subject.js';

/** How a run is reported. */
export interface RunOptions extends CaseOptions {
  /** Called after each case. */
  readonly onResult?: (result: CaseResult) => void;
}

/** Runs every case, one after the other: their time limits are for a machine that does nothing else. */
export async function runBehaviours(cases: readonly ReadCase[], adapter: Adapter, { onResult, onWorld }: RunOptions = {}): Promise<readonly CaseResult[]> {
  await using redis = createRedisSource();
  const results: CaseResult[] = [];
  for (const entry of cases) {
    const result: CaseResult = entry.ok
      ? await runCase(entry.case, adapter, redis, { onWorld })
      : { id: entry.id, title: 'cannot be read', status: 'failed', reasons: [`not understood: ${entry.problems}`], durationMs: 0 };
    results.push(result);
    onResult?.(result);
  }
  return results;
}
