import type { Config } from '@discord-intelligence/config';
import type { CreateOptions, StructuredClient } from '@discord-intelligence/structured-outputs';

import type { LanguageModels } from './tools.js';

/** What a caller may set over the settings. */
export interface LanguageModelChoice {
  /** The model for every analysis. */
  readonly model?: string | undefined;
  /** A server that speaks the OpenAI protocol, up to and with the version: `http://127.0.0.1:11434/v1`. */
  readonly baseUrl?: string | undefined;
  /** Milliseconds that one analysis may wait for its models; then it is made offline. 0 is no limit. @default 45_000 */
  readonly deadlineMs?: number | undefined;
}

/** The settings that decide. */
export type LanguageModelConfig = Pick<Config, 'analysis' | 'instructor' | 'openai' | 'openrouter' | 'sources'>;

/** Where the language models are and what they are called; or why none is asked. */
export type LanguageModelPlan =
  | { readonly provider: 'openai' | 'openrouter'; readonly baseUrl: string; readonly analysisModel: string; readonly quickModel: string }
  | { readonly provider: 'none'; readonly reason: string };

/**
 * Decides which language models the settings ask for.
 *
 * A server that somebody named (`baseUrl`, or OPENAI_BASE_URL) comes first and
 * may need no key; then OpenRouter, then OpenAI, if there is a key.
 */
export function planLanguageModels({ instructor, openai, openrouter, sources }: LanguageModelConfig, { model, baseUrl }: LanguageModelChoice = {}): LanguageModelPlan {
  if (!instructor.enabled) return { provider: 'none', reason: 'ENABLE_INSTRUCTOR is off' };
  const ownServer = baseUrl ?? (sources.OPENAI_BASE_URL === 'default' ? undefined : openai.baseUrl);
  if (ownServer === undefined && openrouter.apiKey) {
    return {
      provider: 'openrouter',
      baseUrl: openrouter.baseUrl,
      analysisModel: model ?? openrouter.analysisModel,
      quickModel: model ?? openrouter.generalModel,
    };
  }
  if (ownServer === undefined && !openai.apiKey) {
    return { provider: 'none', reason: 'there is no OPENROUTER_API_KEY, no OPENAI_API_KEY and no OPENAI_BASE_URL' };
  }
  const name = model ?? openai.model;
  const address = ownServer ?? openai.baseUrl;
  if (!openai.apiKey && URL.canParse(address) && new URL(address).hostname === 'api.openai.com') {
    return { provider: 'none', reason: 'OPENAI_API_KEY is not set' };
  }
  return { provider: 'openai', baseUrl: address, analysisModel: name, quickModel: name };
}

/** A plan for a log line: no address, which may hold more than a host. */
export function describePlan(plan: LanguageModelPlan): Readonly<Record<string, unknown>> {
  if (plan.provider === 'none') return plan;
  const { provider, analysisModel, quickModel } = plan;
  return { provider, analysisModel, quickModel };
}

/** Makes the language models that the settings ask for; `undefined` when the analyses shall be made offline. */
export async function createLanguageModels(config: LanguageModelConfig, choice: LanguageModelChoice = {}): Promise<LanguageModels | undefined> {
  const plan = planLanguageModels(config, choice);
  if (plan.provider === 'none') return undefined;
  // Heavy, and not needed without a model.
  const { InstructorClientFactory } = await import('@discord-intelligence/structured-outputs');
  const options: CreateOptions = { config, baseUrl: plan.baseUrl, mode: 'auto' };
  const client: StructuredClient =
    plan.provider === 'openrouter'
      ? InstructorClientFactory.createOpenRouterClient({ ...options, appTitle: 'discord-intelligence' })
      : InstructorClientFactory.createClient(options);
  const shared = { client, contextTokens: config.analysis.contextTokens, ...(choice.deadlineMs !== undefined && { deadlineMs: choice.deadlineMs }) };
  return { analysis: { ...shared, model: plan.analysisModel }, quick: { ...shared, model: plan.quickModel } };
}
