import { startScriptedProvider } from '@discord-intelligence/testing';

import type { BehaviourCase } from '../dsl/behaviour-case.js';
import type { Expectations } from '../dsl/expectations.js';
import { checkWorld } from '../expectations/check-world.js';
import { describeDifference, type Difference } from '../expectations/difference.js';

import { performActions } from './perform-actions.js';
import type { RedisSource } from './redis-source.js';
import { ConfigRefused, type Adapter } from './subject.js';
import { createSubjects } from './subjects.js';
import { waitUntilUnderWay } from './under-way.js';
import type { CallRecord, World } from './world.js';

/** What became of one case. */
export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped, a line for each difference. */
  readonly reasons: readonly string[];
  readonly durationMs: number;
}

/** Milliseconds in which what happens off the response path (settling, closing) may still arrive. */
const SETTLE_MS = 1_500;

/** Milliseconds between two looks. */
const LOOK_MS = 20;

/** Expectations about what is allowed to come a little after the answer. */
const EVENTUAL = new Set(['spentUsd', 'reservedUsd', 'spentNano', 'reservedNano', 'remainingUsd', 'spentUsdByWindow', 'inflight', 'upstreamClosedWithinMs', 'ledger', 'ledgerCount', 'ledgerUsd', 'alertsFired', 'rpmUsed', 'tpmUsed', 'hookCalls', 'failureCount']);

/** Milliseconds after which a case counts as stuck, and what each of its calls adds. */
const CASE_LIMIT_MS = 60_000;
const CALL_LIMIT_MS = 30;

/** How a case is watched. */
export interface CaseOptions {
  /** Gets the world as it was when the case was judged. */
  readonly onWorld?: ((world: World) => void) | undefined;
}

/** Runs one case from an empty world to a closed one. Never rejects. */
export async function runCase(behaviour: BehaviourCase, adapter: Adapter, redis: RedisSource, options: CaseOptions = {}): Promise<CaseResult> {
  const startedAt = performance.now();
  const finish = (status: CaseResult['status'], reasons: readonly string[]): CaseResult => ({ id: behaviour.id, title: behaviour.title, status, reasons, durationMs: performance.now() - startedAt });
  const needsRedis = behaviour.config.redis === true || (behaviour.config.processes ?? 1) > 1;
  if (needsRedis && redis.skipReason !== undefined) return finish('skipped', [redis.skipReason]);

  const limitMs = caseLimitMs(behaviour);
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => { resolve([`the case did not end within ${limitMs} ms`]); }, limitMs);
  });
  try {
    const reasons = await Promise.race([play(behaviour, adapter, redis, options), stuck]);
    return finish(reasons.length === 0 ? 'passed' : 'failed', reasons);
  } catch (error) {
    return finish('failed', [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds after which a case counts as stuck. */
export function caseLimitMs({ actions }: BehaviourCase): number {
  return CASE_LIMIT_MS + CALL_LIMIT_MS * actions.reduce((sum, action) => sum + ('times' in action ? (action.times ?? 1) : 1), 0);
}

async function play(behaviour: BehaviourCase, adapter: Adapter, redis: RedisSource, { onWorld }: CaseOptions): Promise<readonly string[]> {
  const calls: CallRecord[] = [];
  const configErrors: string[] = [];
  // The router's clock is asked, so that dates in headers agree with it.
  const provider = await startScriptedProvider({ scripts: behaviour.providers as never, now: () => subjects.now() });
  const subjects = createSubjects(behaviour.config, adapter, provider, redis);
  try {
    const look = async (): Promise<World> => ({ provider, calls, configErrors, readout: subjects.isStarted ? await subjects.readout() : undefined });
    const check = (expected: Expectations) => checkEventually(expected, look);
    const underWay = async (started: Promise<void>) => ((behaviour.config.processes ?? 1) > 1 ? waitUntilUnderWay(provider, started) : undefined);
    try {
      const early = await performActions(behaviour.actions, { subjects, calls, configErrors, check, underWay, moveRedis: (to) => redis.control(to) });
      if (early.length > 0) return early;
    } catch (error) {
      if (!(error instanceof ConfigRefused)) throw error;
      configErrors.push(...error.paths);
      if (behaviour.expect.configError === undefined) return [`the configuration was refused: ${error.message}`];
    }
    const differences = await check(behaviour.expect);
    if (onWorld) onWorld(await look());
    return differences.map(describeDifference);
  } finally {
    await subjects[Symbol.asyncDispose]();
    await provider.close();
  }
}

/** Looks again for a while as long as only that is missing which may come late. */
async function checkEventually(expected: Expectations, look: () => Promise<World>): Promise<readonly Difference[]> {
  const deadline = performance.now() + SETTLE_MS;
  for (;;) {
    const differences = checkWorld(expected, await look());
    const mayChange = differences.length > 0 && differences.every(({ field }) => EVENTUAL.has(/^\w+/.exec(field)?.[0] ?? ''));
    if (!mayChange || performance.now() > deadline) return differences;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
