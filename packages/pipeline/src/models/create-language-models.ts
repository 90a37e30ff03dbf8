import type { CreateOptions, StructuredClient } from '@discord-intelligence/structured-outputs';

import type { LanguageModels } from '../tools.js';
import { type LanguageModelChoice, type LanguageModelConfig, type LanguageModelPlan, planLanguageModels } from './plan-language-models.js';

/** Language models that hold something open. */
export interface OpenLanguageModels extends LanguageModels, AsyncDisposable {}

/** What a caller may set over the settings, and what it has found out already. */
export interface LanguageModelOptions extends LanguageModelChoice {
  /** What `planLanguageModels` said of the same settings and choice, for whoever has asked it. */
  readonly plan?: LanguageModelPlan;
}

/**
 * Makes the language models that the settings ask for; `undefined` when the
 * analyses shall be made offline. Whoever makes them disposes of them.
 *
 * @throws RouterConfigError when the router's file cannot be used.
 */
export async function createLanguageModels(config: LanguageModelConfig, { plan: known, ...choice }: LanguageModelOptions = {}): Promise<OpenLanguageModels | undefined> {
  const plan = known ?? planLanguageModels(config, choice);
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
    fallacyGate: config.analysis.fallacyGate,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
