import type { ReadCase } from '../dsl/behaviour-case.js';

import { createRedisSource } from './redis-source.js';
import type { CaseOptions } from './run-case.js';
import { runTwice, type RepeatedResult } from './run-twice.js';
import type { Adapter } from './subject.js';

/** How a run is reported. */
export interface RunOptions extends CaseOptions {
  /** Called after each case. */
  readonly onResult?: (result: RepeatedResult) => void;
}

/** Runs every case, one after the other: their time limits are for a machine that does nothing else. */
export async function runBehaviours(cases: readonly ReadCase[], adapter: Adapter, { onResult, onWorld }: RunOptions = {}): Promise<readonly RepeatedResult[]> {
  await using redis = createRedisSource();
  const results: RepeatedResult[] = [];
  for (const entry of cases) {
    const result: RepeatedResult = entry.ok
      ? await runTwice(entry.case, adapter, redis, { onWorld })
      : { id: entry.id, title: 'cannot be read', status: 'failed', reasons: [`not understood: ${entry.problems}`], durationMs: 0 };
    results.push(result);
    onResult?.(result);
  }
  return results;
}
