import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startScriptedProvider, type ScriptedProvider } from '@discord-intelligence/testing';

import { Expectations } from './dsl/expectations.js';
import { checkWorld } from './expectations/check-world.js';
import type { CallOutcome, Readout } from './runner/subject.js';
import type { World } from './runner/world.js';

const answered: CallOutcome = {
  status: 200,
  text: 'hi',
  isStream: true,
  finish: 'stop',
  servedBy: 'a',
  attempts: [
    { dep: 'b', key: 'k1', status: 503, names: ['transient'], outcome: 'failed' },
    { dep: 'a', key: 'k1', status: 200, names: ['ok'], outcome: 'ok' },
  ],
  fallbacks: 1,
  costNano: 20_000_000,
  savedNano: 10_000_000,
  usage: { promptTokens: 10 },
  usageEstimated: false,
  cacheStatus: 'MISS',
  similarity: 0.9,
  degraded: false,
  usageChunks: 1,
  startedAtMs: 1_000,
  endedAtMs: 1_100,
  virtualWaitMs: 50,
};

const failed: CallOutcome = {
  ...answered,
  status: 429,
  servedBy: undefined,
  error: { names: ['rate_limit'], classNames: ['rate_limit'], status: 429, message: 'slow down', fields: { retryAfterMs: 100, limit: 'timeouts.totalMs' } },
  leftAtMs: 1_050,
};

const readout: Readout = {
  deployments: { a: { isCooling: true, cooldownRemainingMs: 500, inflight: 1, failures: 2, rpmUsed: 3, tpmUsed: 4, latencies: [5] } },
  degraded: true,
  warnings: ['hook_error'],
  hookCalls: 2,
  unhandledRejections: 1,
  budgets: [{ id: 'user', subject: 'u1', window: '2026-11', spentNano: 20_000_000, reservedNano: 10_000_000, limitNano: 1_000_000_000 }],
  sweptReservations: 1,
  alerts: [{ budget: 'user', percent: 50 }],
  ledger: [{ dep: 'a', outcome: 'ok', estimated: false, nanoUsd: 20_000_000, status: 200, class: undefined }],
  cacheWrites: 1,
  memoryEntries: 2,
  memoryBytes: 3,
  embedCalls: 4,
};

/** For each expectation a value that holds in the world below and one that does not. */
const table = {
  status: [429, 200],
  statuses: [[200, 429], [429, 200]],
  allStatus: [undefined, 200],
  statusCounts: [{ 200: 1 }, { 200: 2 }],
  text: ['hi', 'ho'],
  texts: [['hi', 'hi'], ['hi']],
  streamed: ['hi', 'h'],
  finish: ['stop', 'length'],
  finishes: [['stop', 'stop'], ['stop']],
  error: ['rate_limit', 'timeout'],
  errors: [[null, 'rate_limit'], ['rate_limit', null]],
  errorClass: ['rate_limit', 'transient'],
  errorClasses: [['transient', 'rate_limit'], ['rate_limit', 'rate_limit']],
  errorHas: [['retryAfterMs'], ['budgetId']],
  errorField: [{ limit: 'timeouts.totalMs' }, { limit: 'timeouts.idleMs' }],
  messageIncludes: ['slow', 'fast'],
  messageExcludes: ['fast', 'slow'],
  retryAfterMs: [{ max: 100 }, { max: 99 }],
  has: [['retryAfterMs'], ['limits']],
  servedBy: [undefined, 'a'],
  servedBySeq: [['a', null], ['a', 'a']],
  distinctServedBy: [2, 1],
  attempts: [2, 3],
  attemptsSeq: [[2, 2], [2]],
  fallbacks: [1, 0],
  attemptTrail: [[{ dep: 'b', status: 503 }, { dep: 'a' }], [{ dep: 'b', status: 500 }, { dep: 'a' }]],
  attemptClasses: [['transient', 'ok'], ['transient', 'transient']],
  elapsedMs: [{ max: 100 }, { max: 99 }],
  virtualWaitMs: [100, 50],
  p50Ms: [100, 1],
  p95Ms: [100, 1],
  p99Ms: [100, 1],
  costUsd: [0.02, 0.021],
  costUsdEach: [0.02, 0.01],
  costUsdSeq: [[0.02, 0.02], [0.02]],
  costNano: [20_000_000, 20_000_001],
  costNanoSeq: [[20_000_000, 20_000_000], [20_000_000, 1]],
  savedUsd: [0.02, 0.01],
  usageEstimated: [false, true],
  usage: [{ promptTokens: 10 }, { completionTokens: 1 }],
  usageChunksSeen: [[1, 1], [0, 1]],
  cacheStatus: [['MISS', 'MISS'], ['MISS', 'HIT']],
  cacheStatusAll: ['MISS', 'HIT'],
  similarity: [0.9, { min: 0.91 }],
  meta: [{ attempts: 2, cache: 'present' }, { servedBy: 'present' }],
  calls: [{ a: 1, 'a#k1': 1, b: 0 }, { a: 0 }],
  totalCalls: [1, 2],
  first: [{ status: 200 }, { status: 429 }],
  last: [{ status: 429 }, { status: 200 }],
  lastHas: [['retryAfterMs'], ['limits']],
  marked: [{ m: { status: 200 } }, { m: { status: 429 } }],
  tail: [{ n: 1, status: 429, calls: { a: 1 } }, { n: 1, calls: { a: 2 } }],
  sameAssignmentBothPasses: [false, true],
  callOrder: [['a'], ['b']],
  maxObservedParallel: [{ a: 1 }, { a: 2 }],
  upstreamBody: [{ dep: 'a', contains: { temperature: 0 } }, { dep: 'a', contains: { temperature: 1 } }],
  upstreamClosedWithinMs: [undefined, { a: 200 }],
  connections: [1, 2],
  cooledDown: [['a'], []],
  cooldownRemainingMs: [{ a: 500 }, { a: { max: 499 } }],
  inflight: [{ a: 1 }, { a: 0 }],
  failureCount: [{ a: 2 }, { a: 1 }],
  rpmUsed: [{ a: 3 }, { a: 4 }],
  tpmUsed: [{ a: 4 }, { a: 3 }],
  latencyFinite: [true, false],
  degraded: [true, false],
  warnings: [['hook_error'], ['unknown_price:a']],
  hookCalls: [2, 1],
  unhandledRejections: [1, 0],
  spentUsd: [{ user: 0.02, 'user:u1': 0.02, 'user:u2': 0 }, { nobody: 0 }],
  reservedUsd: [{ user: 0.01 }, { user: 0 }],
  spentNano: [{ user: 20_000_000 }, { user: 20_000_001 }],
  reservedNano: [{ user: 10_000_000 }, { user: 0 }],
  remainingUsd: [{ user: 0.97 }, { user: 1 }],
  spentUsdByWindow: [{ 'user:2026-11': 0.02, 'user:2026-12': 0 }, { 'user:2026-12': 0.02 }],
  sweptReservations: [1, 0],
  alertsFired: [{ user: { 50: 1, 80: 0 } }, { user: { 80: 1 } }],
  ledger: [[{ dep: 'a', outcome: 'ok', usd: 0.02 }], [{ dep: 'a', estimated: true }]],
  ledgerCount: [1, 2],
  ledgerUsd: [0.02, 0.01],
  cacheWrites: [1, 0],
  memoryEntries: [{ max: 2 }, { max: 1 }],
  memoryBytes: [3, 2],
  embedCalls: [4, 0],
  configError: ['groups.g[0]', 'groups.g[1]'],
} satisfies Record<keyof Expectations, readonly [unknown, unknown]>;

describe('the checks of expectations', () => {
  let provider: ScriptedProvider;
  let world: World;

  beforeAll(async () => {
    provider = await startScriptedProvider();
    const response = await fetch(`${provider.baseUrl('a')}/chat/completions`, { method: 'POST', headers: { authorization: 'Bearer k1' }, body: '{"temperature":0}' });
    await response.text();
    world = { provider, readout, configErrors: ['groups.g[0]'], calls: [{ action: 0, mark: 'm', outcome: answered }, { action: 1, mark: undefined, outcome: failed }] };
  });
  afterAll(async () => provider.close());

  it('knows every expectation of the language', () => {
    expect(Object.keys(table).toSorted()).toEqual(Object.keys(Expectations.shape).toSorted());
  });

  it.each(Object.entries(table))('%s holds for the right value and fails for a wrong one', (field, [right, wrong]) => {
    if (right !== undefined) expect(checkWorld(Expectations.parse({ [field]: right }), world)).toEqual([]);
    expect(checkWorld(Expectations.parse({ [field]: wrong }), world)).not.toEqual([]);
  });

  it('refuses an expectation that could not fail', () => {
    expect(Expectations.safeParse({}).success).toBe(false);
    expect(Expectations.safeParse({ calls: { a: {} } }).success).toBe(false);
    expect(Expectations.safeParse({ upstreamBody: { dep: 'a' } }).success).toBe(false);
  });
});
