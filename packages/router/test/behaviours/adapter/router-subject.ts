import { SYSTEM_CLOCK, type Clock } from '../../../src/clock.js';
import { RouterConfigError } from '../../../src/config/router-config-error.js';
import { createRouter } from '../../../src/create-router.js';
import type { LLMRouter } from '../../../src/llm-router.js';
import type { RouterDependencies } from '../../../src/router-dependencies.js';
import { strategiesByName } from '../../../src/strategies/built-in-strategies.js';
import type { RouterHooks } from '../../../src/trace/hooks.js';
import type { CaseConfig } from '../dsl/case-config.js';
import { ConfigRefused, type CallOrder, type CallOutcome, type Subject, type SubjectSetting } from '../runner/subject.js';

import { buildParams, lastText } from './build-request.js';
import { createCallContexts, type CallContexts } from './call-context.js';
import { mapConfig, strategyName } from './map-config.js';
import { openCaseStores } from './open-case-stores.js';
import { performCall } from './perform-call.js';
import { createReader, type Counts } from './read-router.js';
import { SCRIPTED, scriptedStrategy } from './scripted-strategy.js';
import { createWarpClock, type WarpClock } from './warp-clock.js';

/** Prompt tokens that the injected estimator reports when a call names none: those of the default answer. */
const DEFAULT_PROMPT_TOKENS = 10;

/** Counting tokens is no request; its outcome is not looked at. */
const COUNTED: CallOutcome = { text: '', isStream: false, attempts: [], usageChunks: 0, startedAtMs: 0, endedAtMs: 0, virtualWaitMs: 0 };

/**
 * Starts a router of this package for a case.
 * @throws {@link ConfigRefused} when it refuses the configuration.
 */
export async function startRouterSubject(setting: SubjectSetting): Promise<Subject> {
  const { config } = setting;
  const startMs = config.now === undefined ? Date.now() : Date.parse(config.now);
  const warp = config.clock === 'fake' || config.now !== undefined ? createWarpClock(startMs) : undefined;
  const contexts = createCallContexts();
  const clock = recordWaits(warp ?? SYSTEM_CLOCK, contexts);
  const counts: Counts = { hookCalls: 0, unhandledRejections: 0, embedCalls: 0, sweptReservations: 0, alerts: [] };
  const embeddings = new Map<string, readonly number[]>();
  const onUnhandled = (): void => {
    counts.unhandledRejections += 1;
  };
  const mapped = mapConfig(setting, startMs);
  const refusal = <T>(make: () => T): T => {
    try {
      return make();
    } catch (error) {
      if (RouterConfigError.is(error)) throw new ConfigRefused(error.issues.flatMap(({ path }) => casePaths(path, config)), error.message);
      throw error;
    }
  };
  const { buffer = 0.1, explore = 0.05 } = config.latency ?? {};
  const builtIn = strategiesByName({ buffer, explore });
  const scripted = scriptedStrategy(config.strategy, (name) => builtIn.get(strategyName(name)));
  const hooks = buildHooks(config, counts);
  const dependencies: RouterDependencies = {
    clock,
    estimateTokens: () => contexts.getStore()?.promptTokens ?? DEFAULT_PROMPT_TOKENS,
    hooks,
    ...(scripted && { strategies: { [SCRIPTED]: scripted.choose } }),
    ...(config.cache?.semantic && {
      embed: (texts: readonly string[]) => {
        counts.embedCalls += 1;
        return Promise.resolve(texts.map((text) => Float32Array.from(embeddingOf(text, embeddings))));
      },
    }),
  };
  const stores = refusal(() => openCaseStores(mapped, dependencies, contexts));
  const router: LLMRouter = refusal(() => createRouter(mapped, { ...dependencies, stores }));
  await stores.ready();
  // Under Jest this hears nothing: there an unhandled rejection fails the test by itself.
  process.on('unhandledRejection', onUnhandled);
  const reader = createReader(router, stores, config, counts, warp);

  return {
    async run(order: CallOrder) {
      if (order.kind === 'count-tokens') {
        router.countTokens(buildParams(order) as never);
        return COUNTED;
      }
      const { call } = order;
      if (call.embedding) embeddings.set(lastText(call, order.repetition), call.embedding);
      reader.noteCall(call);
      const context = { promptTokens: call.promptTokens ?? DEFAULT_PROMPT_TOKENS, embedding: call.embedding, settleTimes: order.settleTimes, waitedMs: 0 };
      const outcome = await contexts.run(context, () => performCall(router, order));
      reader.noteMoment();
      return { ...outcome, virtualWaitMs: context.waitedMs };
    },
    advance: async (ms) => { needClock(warp).advance(ms); },
    setClock: async (epochMs) => { needClock(warp).moveTo(epochMs); },
    async seedSpend(budget, usd) {
      await stores.budgets.charge({ labels: reader.labelsOf(budget), amountNano: Math.round(usd * 1e9) });
    },
    async setPrice({ dep, in: input, out, cachedIn }) {
      stores.prices.setDeploymentPrice(dep, { in: input, out, ...(cachedIn !== undefined && { cachedIn }) });
    },
    async charge({ budget, nanoUsd, times }) {
      const labels = reader.labelsOf(budget);
      for (let count = 0; count < times; count += 1) {
        const outcome = stores.budgets.charge({ labels, amountNano: nanoUsd });
        if (outcome instanceof Promise) await outcome;
      }
    },
    async sweep() {
      const { charged, released } = await stores.budgets.sweep();
      counts.sweptReservations += charged + released;
    },
    async reload(next) {
      const remapped = mapConfig(next, startMs);
      try {
        await router.reload(remapped);
      } catch (error) {
        if (RouterConfigError.is(error)) throw new ConfigRefused(error.issues.flatMap(({ path }) => casePaths(path, next.config)), error.message);
        throw error;
      }
    },
    readout: () => reader.read(),
    async [Symbol.asyncDispose]() {
      await router.close();
      await stores.close();
      process.off('unhandledRejection', onUnhandled);
    },
  };
}

function needClock(warp: WarpClock | undefined): WarpClock {
  if (!warp) throw new Error('Only a case with clock: fake can move the clock');
  return warp;
}

/** The clock, adding up for each call what the router chose to wait. */
function recordWaits(clock: Clock, contexts: CallContexts): Clock {
  return {
    ...clock,
    sleep(ms, signal) {
      const context = contexts.getStore();
      if (context) context.waitedMs += ms;
      return clock.sleep(ms, signal);
    },
  };
}

function buildHooks({ hooks = {} }: CaseConfig, counts: Counts): RouterHooks {
  const own: RouterHooks = {
    onAttempt: () => { counts.hookCalls += 1; },
    onAlert: ({ percent, status }) => { counts.alerts.push({ budget: status.budgetId, percent }); },
  };
  const misbehaving = Object.entries(hooks).map(([name, manner]) => {
    const counted = own[name as keyof RouterHooks] as ((event: never) => void) | undefined;
    const hook = (event: never): unknown => {
      counted?.(event);
      if (manner === 'throws') throw new Error('A hook that throws');
      return manner === 'rejects' ? Promise.reject(new Error('A hook that rejects')) : undefined;
    };
    return [name, hook] as const;
  });
  return { ...own, ...Object.fromEntries(misbehaving) };
}

/** The embedding of the call whose text is in the text to embed. */
function embeddingOf(text: string, embeddings: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const found = [...embeddings].filter(([part]) => text.includes(part)).toSorted(([one], [other]) => other.length - one.length)[0];
  return found?.[1] ?? [1, 0];
}

/** A path of the router's configuration, and the same place in the words of the case. */
function casePaths(path: string, { groups = {} }: CaseConfig): string[] {
  const [, id, rest] = /^deployments\.([^.[]+)\.?(.*)$/.exec(path) ?? [];
  const member = /^groups\.[^.[]+\[\d+\]$/.test(path) ? [`${path}.id`] : [];
  if (id === undefined) return [path, ...member];
  return [path, ...Object.entries(groups).flatMap(([group, members]) => members.flatMap((deployment, index) => (deployment.id === id ? [`groups.${group}[${index}]${rest ? `.${rest}` : ''}`] : [])))];
}
