import type { RouterConfigInput } from '../config/router-config.js';
import { createRouter } from '../create-router.js';
import type { RequestOptions } from '../flow/request-options.js';
import { RouterError } from '../errors/router-error.js';
import type { LLMRouter } from '../llm-router.js';
import { loadPublicPrices } from '../prices/public-prices.js';
import { metaOf } from '../trace/result-meta.js';

import { createSeededRandom } from './seeded-random.js';
import { createSimulatedTransport, REQUEST_HEADER } from './simulated-transport.js';
import { reportOf, type SimulatedResult, type SimulationReport } from './simulation-report.js';
import type { SimulationTrace, TraceRequest } from './simulation-trace.js';
import { createVirtualClock } from './virtual-clock.js';

/** How a simulation runs. */
export interface SimulationOptions {
  /** The same seed gives the same decisions. */
  readonly seed: number;
  /**
   * Moment at which the trace begins, in milliseconds since 1970: budget windows depend on it.
   * @default 2026-01-01T00:00:00Z
   */
  readonly startMs?: number;
  /** Called for each request when it is over, in the order of ending. */
  readonly onResult?: (result: SimulatedResult) => void;
}

/** 2026-01-01T00:00:00Z: the beginning of a month, so that a trace does not meet the end of one by chance. */
const DEFAULT_START_MS = 1_767_225_600_000;

/**
 * Plays a trace through a router with this configuration: its real strategies, cooldowns,
 * retries, fallbacks, limits and budgets, on a clock that jumps from event to event.
 * No network, no keys; Redis in the configuration is left out, state is kept in this process.
 *
 * @throws `RouterConfigError` when the configuration cannot be used.
 *
 * @example
 * const report = await simulate(readTrace(jsonl), { ...config, strategy: 'cost-based-routing' }, { seed: 1 });
 * console.log(report.costUsd, report.latency?.p95Ms);
 */
export async function simulate(trace: SimulationTrace, config: RouterConfigInput, { seed, startMs = DEFAULT_START_MS, onResult }: SimulationOptions): Promise<SimulationReport> {
  const clock = createVirtualClock(startMs);
  // What is loaded on first need takes real time, in which the clock of the simulation would run to the end.
  if (Object.values(config.deployments).some(({ price }) => !price)) await loadPublicPrices();
  const local = { ...config };
  delete local.redis;
  const router = createRouter(local, {
    clock,
    random: createSeededRandom(seed, 'router'),
    transport: await createSimulatedTransport(trace, clock, seed),
    estimateTokens: (params) => trace.requests[indexOf(params)]?.promptTokens ?? 0,
    environment: () => 'simulated',
  });
  const results: SimulatedResult[] = [];
  let over = 0;

  trace.requests.forEach((request, index) => {
    clock.schedule(request.atMs, () => {
      void play(router, request, index, () => clock.monotonic()).then((result) => {
        results[index] = result;
        over += 1;
        onResult?.(result);
      });
    });
  });
  await clock.run(() => over === trace.requests.length);
  const durationMs = clock.monotonic() - (trace.requests[0]?.atMs ?? 0);
  await router.close();
  return reportOf(results, Object.keys(config.deployments), durationMs);
}

/** What several policies would have come to in the same world: the same requests, answers and failures. */
export async function comparePolicies<Name extends string>(trace: SimulationTrace, policies: Readonly<Record<Name, RouterConfigInput>>, options: SimulationOptions): Promise<Record<Name, SimulationReport>> {
  const reports: Partial<Record<Name, SimulationReport>> = {};
  for (const [name, config] of Object.entries(policies) as [Name, RouterConfigInput][]) reports[name] = await simulate(trace, config, options);
  return reports as Record<Name, SimulationReport>;
}

/** Never rejects: a failed request is a result. */
async function play(router: LLMRouter, request: TraceRequest, index: number, monotonic: () => number): Promise<SimulatedResult> {
  const startedAt = monotonic();
  let answer: unknown;
  try {
    answer = await router.chat.completions.create(paramsOf(request, index) as never, optionsOf(request, index));
    if (request.stream) await readToEnd(answer as AsyncIterable<unknown>);
    return { index, meta: metaOf(answer), durationMs: monotonic() - startedAt };
  } catch (error) {
    return { index, meta: metaOf(answer) ?? metaOf(error), errorCode: RouterError.is(error) ? error.code : 'not_a_router_error', durationMs: monotonic() - startedAt };
  }
}

async function readToEnd(stream: AsyncIterable<unknown>): Promise<void> {
  const iterator = stream[Symbol.asyncIterator]();
  while (!(await iterator.next()).done);
}

function paramsOf({ model, prompt, maxTokens, stream, metadata }: TraceRequest, index: number): Record<string, unknown> {
  return {
    model,
    messages: [{ role: 'user', content: prompt ?? `request ${index}` }],
    // Carries the number to the estimator; providers do not read it, and caches leave it out.
    metadata: { ...metadata, [REQUEST_HEADER]: String(index) },
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(stream && { stream: true }),
  };
}

function optionsOf({ tenant, scope, tags, session, useCase, experiment, unit }: TraceRequest, index: number): RequestOptions {
  return {
    headers: { [REQUEST_HEADER]: String(index) },
    ...(tenant !== undefined && { tenant }),
    ...(scope && { scope }),
    ...(tags && { tags }),
    ...(session !== undefined && { session }),
    ...(useCase !== undefined && { useCase }),
    ...(experiment !== undefined && { experiment }),
    ...(unit !== undefined && { unit }),
  };
}

function indexOf(params: { readonly metadata?: unknown }): number {
  const { metadata } = params;
  return typeof metadata === 'object' && metadata !== null ? Number((metadata as Readonly<Record<string, unknown>>)[REQUEST_HEADER]) : Number.NaN;
}
