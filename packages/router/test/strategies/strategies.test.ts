import { createRandom } from '@discord-intelligence/testing/random';
import { describe, expect, it } from '@jest/globals';

import { createDeployment } from '../../src/deployments/create-deployment.js';
import type { Deployment } from '../../src/deployments/deployment.js';
import { type DeploymentConfig, deploymentConfig } from '../../src/config/deployment-config.js';
import { costBasedRouting } from '../../src/strategies/cost-based-routing.js';
import { latencyBasedRouting } from '../../src/strategies/latency-based-routing.js';
import { leastBusy } from '../../src/strategies/least-busy.js';
import { simpleShuffle } from '../../src/strategies/simple-shuffle.js';
import type { StrategyChoice, StrategyFunction } from '../../src/strategies/strategy.js';
import { usageBasedRouting } from '../../src/strategies/usage-based-routing.js';

const SEED = 20_261_122;

function deployment(id: string, config: Partial<DeploymentConfig> = {}): Deployment {
  const options = { now: () => 0, latencyWindow: 10, permits: () => { throw new Error('no permits here'); } };
  return createDeployment(id, deploymentConfig().parse({ provider: 'openai', model: 'm', ...config }), options);
}

function choice(candidates: readonly Deployment[], changes: Partial<StrategyChoice> = {}): StrategyChoice {
  return {
    candidates,
    group: 'g',
    requestIndex: 0,
    attemptIndex: 0,
    isStream: false,
    promptTokens: () => 100,
    maxOutputTokens: undefined,
    usage: () => ({ requests: 0, tokens: 0 }),
    price: ({ config }) => config.price as ReturnType<StrategyChoice['price']> ?? undefined,
    random: () => 0,
    warn: () => undefined,
    ...changes,
  };
}

function tally(strategy: StrategyFunction, candidates: readonly Deployment[], times: number, changes: Partial<StrategyChoice> = {}): Record<string, number> {
  const random = createRandom(SEED);
  const counts: Record<string, number> = Object.fromEntries(candidates.map(({ id }) => [id, 0]));
  for (let index = 0; index < times; index += 1) {
    const chosen = strategy(choice(candidates, { random, ...changes }));
    counts[(chosen as Deployment).id]! += 1;
  }
  return counts;
}

describe('simple-shuffle', () => {
  it('shares by weight', () => {
    const counts = tally(simpleShuffle, [deployment('a', { weight: 1 }), deployment('b', { weight: 3 })], 4_000);
    expect(counts.b! / 4_000).toBeCloseTo(0.75, 1);
  });

  it('never draws weight 0 beside positive weights, and all evenly when every weight is 0', () => {
    expect(tally(simpleShuffle, [deployment('a', { weight: 0 }), deployment('b', { weight: 1 })], 500)).toEqual({ a: 0, b: 500 });
    const even = tally(simpleShuffle, [deployment('a', { weight: 0 }), deployment('b', { weight: 0 })], 1_000);
    expect(even.a).toBeGreaterThan(400);
    expect(even.b).toBeGreaterThan(400);
  });

  it('shares by rpm where there are no weights', () => {
    const counts = tally(simpleShuffle, [deployment('a', { rpm: 900 }), deployment('b', { rpm: 100 })], 2_000);
    expect(counts.a! / 2_000).toBeCloseTo(0.9, 1);
  });
});

describe('usage-based-routing', () => {
  it('takes the one with the fewest tokens of the last minute', () => {
    const tokens: Record<string, number> = { a: 500, b: 20, c: 400 };
    expect(tally(usageBasedRouting, [deployment('a'), deployment('b'), deployment('c')], 10, { usage: ({ id }) => ({ requests: 1, tokens: tokens[id]! }) })).toEqual({ a: 0, b: 10, c: 0 });
  });

  it('compares parts of the limit where all have one', () => {
    const usage = () => ({ requests: 1, tokens: 100 });
    expect(tally(usageBasedRouting, [deployment('a', { tpm: 200 }), deployment('b', { tpm: 10_000 })], 5, { usage })).toEqual({ a: 0, b: 5 });
  });

  it('shares evenly among equals', () => {
    const counts = tally(usageBasedRouting, [deployment('a'), deployment('b'), deployment('c')], 900);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(230);
  });
});

describe('least-busy', () => {
  it('takes the one with the fewest requests under way', () => {
    const [busy, idle] = [deployment('busy'), deployment('idle')];
    busy.inFlight = 2;
    idle.inFlight = 1;
    expect(tally(leastBusy, [busy, idle], 5)).toEqual({ busy: 0, idle: 5 });
  });
});

describe('latency-based-routing', () => {
  const exact = latencyBasedRouting({ buffer: 0, explore: 0 });

  it('tries those it does not know first', () => {
    const [known, unknown] = [deployment('known'), deployment('unknown')];
    known.latency.answered(1, 5);
    expect(tally(exact, [known, unknown], 3)).toEqual({ known: 0, unknown: 3 });
  });

  it('takes the fastest, and with a buffer those that are close', () => {
    const deployments = [deployment('a'), deployment('b'), deployment('c')];
    [50, 60, 400].forEach((ms, index) => { deployments[index]!.latency.answered(ms, 5); });
    expect(tally(exact, deployments, 10)).toEqual({ a: 10, b: 0, c: 0 });
    const counts = tally(latencyBasedRouting({ buffer: 0.5, explore: 0 }), deployments, 400);
    expect(counts.c).toBe(0);
    expect(Math.min(counts.a!, counts.b!)).toBeGreaterThan(120);
  });

  it('forgets what was slow once it has become fast', () => {
    const [changed, steady] = [deployment('changed'), deployment('steady')];
    for (let index = 0; index < 12; index += 1) changed.latency.answered(60, 5);
    steady.latency.answered(30, 5);
    expect(tally(exact, [changed, steady], 1)).toEqual({ changed: 0, steady: 1 });
    for (let index = 0; index < 8; index += 1) changed.latency.answered(3, 5);
    expect(tally(exact, [changed, steady], 1)).toEqual({ changed: 1, steady: 0 });
  });

  it('stays finite for answers without tokens and remembers what was given up', () => {
    const [empty, stuck] = [deployment('empty'), deployment('stuck')];
    empty.latency.answered(10, 0);
    expect(Number.isFinite(empty.latency.value(false))).toBe(true);
    stuck.latency.gaveUp(5_000);
    expect(tally(exact, [empty, stuck], 3)).toEqual({ empty: 3, stuck: 0 });
  });
});

describe('cost-based-routing', () => {
  it('looks at the shape of the request', () => {
    const deployments = [deployment('reads', { price: { in: 1, out: 20 } }), deployment('writes', { price: { in: 4, out: 5 } })];
    expect(tally(costBasedRouting, deployments, 1, { promptTokens: () => 20_000, maxOutputTokens: 50 })).toEqual({ reads: 1, writes: 0 });
    expect(tally(costBasedRouting, deployments, 1, { promptTokens: () => 50, maxOutputTokens: 4_000 })).toEqual({ reads: 0, writes: 1 });
  });

  it('puts an unknown price last and says so', () => {
    const warnings: string[] = [];
    const deployments = [deployment('unknown', { price: null }), deployment('dear', { price: { in: 50, out: 150 } })];
    expect(tally(costBasedRouting, deployments, 3, { warn: (warning) => { warnings.push(warning); } })).toEqual({ unknown: 0, dear: 3 });
    expect(new Set(warnings)).toEqual(new Set(['unknown_price:unknown']));
  });

  it('shares among equal prices', () => {
    const counts = tally(costBasedRouting, [deployment('a', { price: { in: 1, out: 1 } }), deployment('b', { price: { in: 1, out: 1 } })], 400);
    expect(Math.min(counts.a!, counts.b!)).toBeGreaterThan(150);
  });
});
