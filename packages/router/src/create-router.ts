import { getSecret } from '@discord-intelligence/config';
import { TRACES_ITSELF } from '@discord-intelligence/observability';
import type OpenAI from 'openai';

import { createOpenAITransport } from './attempt/openai-transport.js';
import type { ResponseCache } from './cache/response-cache.js';
import { completeClock } from './clock.js';
import { parseRouterConfig } from './config/parse-router-config.js';
import type { RouterConfig, RouterConfigInput } from './config/router-config.js';
import { outdatedCooldowns } from './cooldown/outdated-cooldowns.js';
import { RouterError } from './errors/router-error.js';
import { buildPlan } from './flow/build-plan.js';
import { createOrders } from './flow/create-orders.js';
import { executeAnswer, type Order } from './flow/execute.js';
import { createHedgeBucket } from './flow/hedge-bucket.js';
import { mirrored } from './flow/mirror.js';
import type { RequestOptions } from './flow/request-options.js';
import type { RequestScope } from './flow/request-scope.js';
import { createRetryBudget } from './flow/retry-budget.js';
import type { Plan, Runtime } from './flow/runtime.js';
import { createExperimentRecord } from './health/experiment-record.js';
import { healthOf } from './health/health-report.js';
import { usageOf } from './health/usage-report.js';
import { createPermits } from './limits/create-permits.js';
import type { LLMRouter, RouterCompletions } from './llm-router.js';
import { openCache } from './open-cache.js';
import { budgetDefinition, cooldownOptions, openStores, ownPrices } from './open-stores.js';
import { createPendingWork } from './pending-work.js';
import { costOf } from './prices/cost.js';
import type { RouterDependencies } from './router-dependencies.js';
import { serveAnswer, serveStream } from './serve-chat.js';
import { strategiesByName } from './strategies/built-in-strategies.js';
import { withCircuitState } from './trace/circuit-state.js';
import { createHookRunner } from './trace/hooks.js';
import { attachMeta } from './trace/result-meta.js';
import { createWarnings } from './trace/warnings.js';

type Params = Readonly<Record<string, unknown>>;

/**
 * Makes a router. Opens no connection to a provider and loads no SDK before the first request.
 *
 * @throws {@link RouterConfigError} naming every path that cannot be used.
 * @example
 * const router = createRouter({
 *   deployments: { mini: { provider: 'openai', model: 'gpt-4o-mini', keys: ['env:OPENAI_API_KEY'] } },
 *   groups: { smart: ['mini'] },
 * });
 * const answer = await router.chat.completions.create({ model: 'smart', messages });
 */
export function createRouter(input: RouterConfigInput, dependencies: RouterDependencies = {}): LLMRouter {
  const { random = Math.random, environment = getSecret } = dependencies;
  const config = parseRouterConfig(input, environment);
  const clock = completeClock(dependencies.clock);
  const now = (): number => clock.now();
  const warnings = createWarnings((warning) => { hooks('onWarning', warning); });
  const hooks = createHookRunner(withCircuitState(dependencies.hooks ?? {}, () => runtime.plan), () => { warnings.add('hook_error'); });
  const stores = dependencies.stores ?? openStores(config, { now, random, hooks, ledgerSink: dependencies.ledgerSink });
  const transport = dependencies.transport ?? createOpenAITransport(dependencies.fetch ? { fetch: dependencies.fetch } : {});
  const experiments = createExperimentRecord();
  const work = createPendingWork();
  const settling = createPendingWork();
  const live = new Set<RequestScope>();
  const track = (pending: PromiseLike<unknown>): void => { work.track(pending); };
  const shared = { stores, transport, clock, random, hooks, warnings, hedgeBucket: createHedgeBucket(), live, settling, track };
  const countTokens = (params: Params, options: RequestOptions): number => dependencies.estimateTokens?.(params, options) ?? stores.tokens.estimateRequest(params);
  const begin = createOrders({ experiments, countTokens, onIdle: (plan) => { if (plan !== runtime.plan) track(retire(plan)); } });
  let runtime = runtimeFor(config);
  let cache = cacheFor(config);
  let isClosed = false;
  // The first requests wait, for half a second at most, so that they do not find Redis "away".
  let connecting = stores.redis && stores.ready().then(() => { connecting = undefined; });

  // One signature for the three of the interface: which one applies, `params.stream` says.
  const create = (params: Params, options: RequestOptions = {}) => (params.stream === true ? chatStream(params, options) : chat(params, options));
  return {
    [TRACES_ITSELF]: true,
    chat: { completions: { create: create as unknown as RouterCompletions['create'] } },
    embeddings: { create: (params, options = {}) => embeddings(params, options) },
    completion: (params, options = {}) => chat(params, options),
    countTokens: (params) => countTokens(params, {}),
    health: () => healthOf(runtime, runtime.plan),
    usage: () => usageOf(stores, cache?.statistics(), experiments),
    reload,
    close,
    [Symbol.asyncDispose]: close,
  };

  async function chat(params: Params, options: RequestOptions): Promise<OpenAI.ChatCompletion> {
    const current = connecting ? await whenConnected() : open();
    const order = begin(current, 'chat', params, options);
    const copy = mirrored(current.plan.config, params, options, random);
    // Nobody waits for the copy, and nobody minds when it fails.
    if (copy) track(chat(copy.params, copy.options).catch(() => undefined));
    return order.telemetry ? order.telemetry.run(() => serveAnswer(current, cacheOf(order), order)) : serveAnswer(current, cacheOf(order), order);
  }

  async function chatStream(params: Params, options: RequestOptions): Promise<unknown> {
    const current = connecting ? await whenConnected() : open();
    const order = begin(current, 'chat', params, options);
    return order.telemetry ? order.telemetry.run(() => serveStream(current, cacheOf(order), order)) : serveStream(current, cacheOf(order), order);
  }

  async function embeddings(params: Params, options: RequestOptions): Promise<OpenAI.CreateEmbeddingResponse> {
    const current = connecting ? await whenConnected() : open();
    const order = begin(current, 'embeddings', params, options);
    const { answer, meta } = await (order.telemetry ? order.telemetry.run(() => executeAnswer(current, order)) : executeAnswer(current, order));
    return attachMeta(answer as OpenAI.CreateEmbeddingResponse, () => meta);
  }

  async function whenConnected(): Promise<Runtime> {
    await connecting;
    return open();
  }

  function open(): Runtime {
    if (isClosed) throw new RouterError({ class: 'closed', message: 'The router is closed.' });
    return runtime;
  }

  function cacheOf({ start, options }: Order): ResponseCache | undefined {
    return start.rules.cache || options.cache?.enabled === true ? cache : undefined;
  }

  function runtimeFor(next: RouterConfig, before?: Plan): Runtime {
    const plan = buildPlan(next, { now, latencyWindow: next.latency.window, permits: (maxParallel) => createPermits({ maxParallel, maxQueue: next.maxQueue }) }, before);
    const { ratio, min } = { ratio: 0.2, min: 50, ...next.retry.budget };
    return { ...shared, plan, strategies: strategiesByName(next.latency, dependencies.strategies), retryBudget: createRetryBudget({ ratio, min, now }) };
  }

  function cacheFor(next: RouterConfig): ResponseCache | undefined {
    return openCache(next, { stores, now, random, embed: dependencies.embed ?? embedThroughGroup, embeddingCost: (texts) => embeddingCost(next, texts) });
  }

  async function embedThroughGroup(texts: readonly string[], { signal }: { readonly signal: AbortSignal }): Promise<readonly Float32Array[]> {
    const model = runtime.plan.config.cache?.semantic?.model;
    if (model === undefined) throw new RouterError({ class: 'invalid_request', message: 'The semantic cache needs cache.semantic.model, or embed.' });
    const { data } = await embeddings({ model, input: texts, encoding_format: 'float' }, { signal });
    return data.map(({ embedding }) => Float32Array.from(embedding));
  }

  function embeddingCost({ cache: settings, groups }: RouterConfig, texts: readonly string[]): number {
    const model = settings?.semantic?.model;
    const [id] = model === undefined ? [] : (groups[model] ?? []);
    const deployment = id === undefined ? undefined : runtime.plan.deployments.get(id);
    const price = deployment && stores.prices.peek(deployment.priceQuery)?.price;
    return price ? costOf(price, { promptTokens: texts.reduce((sum, text) => sum + stores.tokens.estimateText(text), 0), completionTokens: 0 }) : 0;
  }

  async function reload(next: RouterConfigInput): Promise<void> {
    const parsed = parseRouterConfig(next, environment);
    const before = runtime.plan;
    const gone = Object.fromEntries(Object.keys(before.config.deployments).map((id) => [id, undefined]));
    stores.reconfigure({ budgets: parsed.budgets.map(budgetDefinition), cooldown: cooldownOptions(parsed), deploymentPrices: { ...gone, ...ownPrices(parsed) } });
    runtime = runtimeFor(parsed, before);
    for (const id of outdatedCooldowns(stores.cooldowns.list(), (each) => runtime.plan.deployments.get(each) === before.deployments.get(each))) stores.cooldowns.reset(id);
    if (JSON.stringify(parsed.cache) !== JSON.stringify(before.config.cache)) {
      const old = cache;
      cache = cacheFor(parsed);
      await old?.close();
    }
    if (before.inFlight === 0) await retire(before);
  }

  /** Closes connections that the configuration in force does not use. */
  async function retire(plan: Plan): Promise<void> {
    const kept = new Set(runtime.plan.deployments.values());
    await Promise.all([...plan.deployments.values()].filter((deployment) => !kept.has(deployment)).map((deployment) => transport.release(deployment)));
  }

  async function close(): Promise<void> {
    if (isClosed) return;
    isClosed = true;
    for (const scope of [...live]) scope.stop({ class: 'cancelled', message: 'The router was closed.' });
    await work.settled();
    await settling.settled();
    await cache?.close();
    if (!dependencies.stores) await stores.close();
    await transport.close();
  }
}
