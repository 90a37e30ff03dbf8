import type { LanguageModel } from '@discord-intelligence/analysis-tool';
import { TRACES_ITSELF, tracesItself } from '@discord-intelligence/observability';
import {
  ANALYSIS_GROUP,
  configuredRouter,
  createRouter,
  GENERAL_GROUP,
  type LLMRouter,
  metaOf,
  type RouterChatParams,
  type RouterConfigInput,
  type RouterDependencies,
} from '@discord-intelligence/router';

import type { OpenLanguageModels } from './create-language-models.js';
import type { LanguageModelConfig } from './plan-language-models.js';

/**
 * Opens the router that the settings describe and makes language models of it.
 * Retries and timeouts of providers are its own; bad answers are asked for again over it.
 *
 * @param group - Group or use case for every analysis. @default `analysis` and `general`, or the first that there is
 * @throws RouterConfigError when its file cannot be used.
 */
export async function openRouterModels(
  config: LanguageModelConfig,
  group: string | undefined,
  shared: Pick<LanguageModel, 'contextTokens' | 'deadlineMs'>,
  dependencies?: RouterDependencies,
): Promise<OpenLanguageModels | undefined> {
  const input = configuredRouter(config);
  if (input === undefined) return undefined;
  const { wrap } = await import('@discord-intelligence/structured-outputs');
  const router = createRouter(input, dependencies);
  const client = wrap(withCosts(router), { maxRetries: config.instructor.maxRetries, mode: 'auto' });
  return {
    analysis: { ...shared, client, model: group ?? nameIn(input, ANALYSIS_GROUP) },
    quick: { ...shared, client, model: group ?? nameIn(input, GENERAL_GROUP) },
    fallacyGate: config.analysis.fallacyGate,
    [Symbol.asyncDispose]: () => router.close(),
  };
}

/** The use case or group of that name, or else the first that the file has. */
function nameIn({ useCases = {}, groups }: RouterConfigInput, wanted: string): string {
  const names = [...Object.keys(useCases), ...Object.keys(groups)];
  return names.includes(wanted) ? wanted : names[0]!;
}

/** Puts what the router knows an answer has cost where OpenRouter puts it, and where it is looked for. */
function withCosts(router: LLMRouter) {
  return {
    ...(tracesItself(router) && { [TRACES_ITSELF]: true as const }),
    chat: {
      completions: {
        async create(params: RouterChatParams, options?: { readonly signal?: AbortSignal }) {
          const completion = await router.chat.completions.create(params, options);
          const cost = metaOf(completion)?.costUsd;
          return cost == null ? completion : { ...completion, usage: { ...completion.usage, cost } };
        },
      },
    },
  };
}
