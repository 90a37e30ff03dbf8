import type { CreateOptions, StructuredClient } from '@discord-intelligence/structured-outputs';

import type { LanguageModels } from '../tools.js';
import { type LanguageModelChoice, type LanguageModelConfig, planLanguageModels } from './plan-language-models.js';

/** Language models that hold something open. */
export interface OpenLanguageModels extends LanguageModels, AsyncDisposable {}

/**
 * Makes the language models that the settings ask for; `undefined` when the
 * analyses shall be made offline. Whoever makes them disposes of them.
 *
 * @throws RouterConfigError when the router's file cannot be used.
 */
export async function createLanguageModels(config: LanguageModelConfig, choice: LanguageModelChoice = {}): Promise<OpenLanguageModels | undefined> {
  const plan = planLanguageModels(config, choice);
  if (plan.provider === 'none') return undefined;
  const shared = { contextTokens: config.analysis.contextTokens, ...(choice.deadlineMs !== undefined && { deadlineMs: choice.deadlineMs }) };
  // Heavy, and not needed without a model.
  if (plan.provider === 'router') {
    const { openRouterModels } = await import('./open-router-models.js');
    return openRouterModels(config, plan.group, shared);
  }
  const { InstructorClientFactory } = await import('@discord-intelligence/structured-outputs');
  const options: CreateOptions = { config, baseUrl: plan.baseUrl, mode: 'auto' };
  const client: StructuredClient =
    plan.provider === 'openrouter'
      ? InstructorClientFactory.createOpenRouterClient({ ...options, appTitle: 'discord-intelligence' })
      : InstructorClientFactory.createClient(options);
  return {
    analysis: { ...shared, client, model: plan.analysisModel },
    quick: { ...shared, client, model: plan.quickModel },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
