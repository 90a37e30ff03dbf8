import { describe, expect, it } from '@jest/globals';

import type { RouterConfigInput } from '../../src/config/router-config.js';
import { createSeededRandom } from '../../src/simulator/seeded-random.js';
import { comparePolicies, simulate } from '../../src/simulator/simulate.js';
import type { SimulationTrace, TraceProvider, TraceRequest } from '../../src/simulator/simulation-trace.js';

const deployment = (price: { in: number; out: number }) => ({ provider: 'simulated', model: 'm', baseURL: 'http://simulated.invalid/v1', price });

const config = (own: Partial<RouterConfigInput> = {}): RouterConfigInput => ({
  deployments: { cheap: deployment({ in: 1, out: 2 }), dear: deployment({ in: 10, out: 20 }) },
  groups: { smart: ['cheap', 'dear'] },
  retry: { max: 1, base: 100, jitter: 0 },
  ...own,
});

/** Requests once in a hundred milliseconds on average, sizes at random. */
const requests = (count: number, own: Partial<TraceRequest> = {}): TraceRequest[] => {
  const random = createSeededRandom(7, 'requests');
  let atMs = 0;
  return Array.from({ length: count }, () => {
    atMs += random() * 200;
    return { kind: 'request', atMs, model: 'smart', promptTokens: Math.floor(random() * 1_000), completionTokens: Math.floor(random() * 200), maxTokens: 200, ...own };
  });
};

const provider = (id: string, medianMs: number, own: Partial<TraceProvider> = {}): TraceProvider => ({ kind: 'provider', deployment: id, latency: { kind: 'lognormal', medianMs, p95Ms: medianMs * 3 }, perTokenMs: 2, ...own });

const trace = (count: number, own: Partial<SimulationTrace> = {}): SimulationTrace => ({ requests: requests(count), providers: [provider('cheap', 800), provider('dear', 200)], ...own });

describe('a simulation', () => {
  it('takes the same decisions for the same seed, and others for another', async () => {
    const one = await simulate(trace(300), config(), { seed: 1 });
    const same = await simulate(trace(300), config(), { seed: 1 });
    const other = await simulate(trace(300), config(), { seed: 2 });
    expect(same).toEqual(one);
    expect(other.decisions).not.toBe(one.decisions);
    expect(one).toMatchObject({ requests: 300, answered: 300, failed: 0, unpriced: 0 });
  });

  it('tells what another policy would have cost', async () => {
    const { cost, latency } = await comparePolicies(trace(300), { cost: config({ strategy: 'cost-based-routing' }), latency: config({ strategy: 'latency-based-routing' }) }, { seed: 1 });
    expect(cost.deployments.cheap?.attempts).toBe(300);
    expect(latency.deployments.dear?.share).toBeGreaterThan(0.8);
    expect(latency.costNanoUsd).toBeGreaterThan(5 * cost.costNanoUsd);
    expect(latency.latency!.p50Ms).toBeLessThan(cost.latency!.p50Ms);
  });

  it('knows public prices from its first moment', async () => {
    const own = { provider: 'openai', model: 'gpt-4o-mini' };
    const report = await simulate(trace(5), config({ deployments: { cheap: own, dear: own }, budgets: [{ id: 'all', limit: 100 }] }), { seed: 1 });
    expect(report).toMatchObject({ answered: 5, unpriced: 0 });
    expect(report.costNanoUsd).toBeGreaterThan(0);
  });

  it('asks conditions about the metadata of the trace', async () => {
    const known = trace(40);
    const free = { ...known, requests: known.requests.map((request, index) => (index % 4 === 0 ? { ...request, metadata: { plan: 'free' } } : request)) };
    const own = config({ groups: { smart: ['dear'], small: ['cheap'] }, conditions: [{ when: { 'metadata.plan': 'free' }, use: 'small' }] });
    const { deployments } = await simulate(free, own, { seed: 1 });
    expect([deployments.cheap?.attempts, deployments.dear?.attempts]).toEqual([10, 30]);
  });

  it('counts cost to the nano-dollar', async () => {
    const known = trace(50);
    const { costNanoUsd } = await simulate(known, config({ strategy: 'cost-based-routing' }), { seed: 1 });
    expect(costNanoUsd).toBe(known.requests.reduce((sum, { promptTokens, completionTokens }) => sum + promptTokens * 1_000 + completionTokens * 2_000, 0));
  });

  it('runs the real retries, cooldowns and failures through a failure window', async () => {
    const failing = trace(400, { providers: [provider('cheap', 100, { failures: [{ fromMs: 10_000, toMs: 20_000, failure: 503 }] }), provider('dear', 100)] });
    const report = await simulate(failing, config({ strategy: 'cost-based-routing', cooldown: { default: 2_000, window: 1_000, minSamples: 3, failureRatio: 0.5 } }), { seed: 1 });
    expect(report).toMatchObject({ answered: 400, failed: 0 });
    const cheap = report.deployments.cheap;
    // About a hundred requests fall into the window; the cooldown keeps nearly all of them away.
    expect(cheap?.failuresByClass.transient).toBeGreaterThanOrEqual(3);
    expect(cheap?.failures).toBeLessThan(20);
    expect(report.deployments.dear?.answered).toBeGreaterThan(60);
  });

  it('replays recorded outcomes before anything drawn', async () => {
    const recorded: SimulationTrace = {
      providers: [],
      requests: [{ kind: 'request', atMs: 5, model: 'smart', promptTokens: 10, completionTokens: 5, outcomes: { cheap: { latencyMs: 40, status: 429, retryAfterMs: 1_000 }, dear: { latencyMs: 300 } } }],
    };
    const report = await simulate(recorded, config({ strategy: 'cost-based-routing' }), { seed: 1 });
    expect(report.latency).toMatchObject({ count: 1, maxMs: 340 });
    expect(report.deployments).toMatchObject({ cheap: { failuresByClass: { rate_limit: 1 } }, dear: { answered: 1 } });
  });

  it('ends hanging attempts by the time limits, in virtual time', async () => {
    const hanging = trace(20, { providers: [provider('cheap', 100, { failures: [{ failure: 'hang' }] }), provider('dear', 100, { failures: [{ failure: 'hang' }] })] });
    const report = await simulate(hanging, config({ timeouts: { attempt: 30_000, total: 45_000 } }), { seed: 1 });
    expect(report).toMatchObject({ answered: 0, failed: 20, failuresByCode: { timeout: 20 } });
    expect(report.durationMs).toBeGreaterThan(45_000);
  });

  it('simulates streams and equal prompts', async () => {
    const repeated: SimulationTrace = { providers: [], requests: requests(40, { stream: true, prompt: 'the same' }) };
    const report = await simulate(repeated, config({ cache: { ttl: '1h' } }), { seed: 1 });
    expect(report.answered).toBe(40);
    expect(report.cached).toBeGreaterThan(30);
    expect(report.attempts).toBe(report.requests - report.cached);
  });

  it('keeps budgets by the virtual calendar', async () => {
    const dayMs = 86_400_000;
    const { requests: [first] } = trace(1);
    const monthly: SimulationTrace = { providers: [], requests: [0, 1, 31, 32].map((day) => ({ ...first!, atMs: day * dayMs, promptTokens: 1_000, completionTokens: 0, maxTokens: 1 })) };
    const report = await simulate(monthly, config({ strategy: 'cost-based-routing', retry: { max: 0 }, budgets: [{ id: 'all', limit: 0.0015, onRedisDown: 'closed' }] }), { seed: 1 });
    // One request a month fits, whichever deployment it goes to.
    expect(report).toMatchObject({ answered: 2, failed: 2, failuresByCode: { budget_exceeded: 2 } });
  });
});
