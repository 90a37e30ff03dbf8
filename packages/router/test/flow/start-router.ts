import { type FakeOpenAI, startFakeOpenAI } from '@discord-intelligence/testing';

import type { RouterConfigInput } from '../../src/config/router-config.js';
import { createRouter } from '../../src/create-router.js';
import type { LLMRouter } from '../../src/llm-router.js';
import type { RouterDependencies } from '../../src/router-dependencies.js';
import type { StrategyFunction } from '../../src/strategies/strategy.js';

type DeploymentInput = Partial<RouterConfigInput['deployments'][string]>;

/** A router over one fake with a provider for each deployment. */
export interface TestRouter extends AsyncDisposable {
  readonly openai: FakeOpenAI;
  readonly router: LLMRouter;
  /** Calls that each provider has got. */
  calls(): Record<string, number>;
}

/** Configuration of a test: groups list deployments by id, or by id and settings. */
export interface TestRouterOptions extends Omit<RouterConfigInput, 'deployments' | 'groups'> {
  readonly groups: Readonly<Record<string, Readonly<Record<string, DeploymentInput>>>>;
}

/** The strategy of these tests: deployments in the order of the group, so that no case depends on chance. */
const inOrder: StrategyFunction = ({ candidates }) => candidates[0];

/** Starts fake and router. */
export async function startRouter({ groups, ...config }: TestRouterOptions, dependencies: RouterDependencies = {}): Promise<TestRouter> {
  const openai = await startFakeOpenAI();
  const deployments = Object.fromEntries(
    Object.values(groups).flatMap((members) =>
      Object.entries(members).map(([id, own]) => [id, { provider: id, model: `model-of-${id}`, baseURL: openai.provider(id).baseUrl, keys: [`key-of-${id}`], ...own }]),
    ),
  );
  const router = createRouter(
    { strategy: 'in-order', retry: { max: 0, base: 1, jitter: 0 }, ...config, deployments, groups: Object.fromEntries(Object.entries(groups).map(([name, members]) => [name, Object.keys(members)])) },
    { ...dependencies, strategies: { 'in-order': inOrder, ...dependencies.strategies } },
  );
  return {
    openai,
    router,
    calls: () => Object.fromEntries(Object.keys(deployments).map((id) => [id, openai.provider(id).calls.length])),
    async [Symbol.asyncDispose]() {
      await router.close();
      await openai[Symbol.asyncDispose]();
    },
  };
}

/** A question. */
export const MESSAGES = [{ role: 'user' as const, content: 'Who wrote the first program?' }];

/** The error that a promise rejects with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => { throw new Error(`expected a rejection, got ${JSON.stringify(value)}`); },
    (error: unknown) => error,
  );
}
