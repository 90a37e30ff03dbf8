import type { Config } from '@discord-intelligence/config';

/** What a caller may set over the settings. */
export interface LanguageModelChoice {
  /** The model for every analysis; over the router, a group or a use case of it. */
  readonly model?: string | undefined;
  /** A server that speaks the OpenAI protocol, up to and with the version: `http://127.0.0.1:11434/v1`. No router is used then. */
  readonly baseUrl?: string | undefined;
  /** Milliseconds that one analysis may wait for its models; then it is made offline. 0 is no limit. @default 45_000 */
  readonly deadlineMs?: number | undefined;
}

/** The settings that decide. */
export type LanguageModelConfig = Pick<Config, 'analysis' | 'instructor' | 'litellm' | 'openai' | 'openrouter' | 'sources'>;

/** Where the language models are and what they are called; or why none is asked. */
export type LanguageModelPlan =
  | { readonly provider: 'openai' | 'openrouter'; readonly baseUrl: string; readonly analysisModel: string; readonly quickModel: string }
  | { readonly provider: 'router'; readonly from: 'file' | 'keys'; readonly group: string | undefined }
  | { readonly provider: 'none'; readonly reason: string };

/**
 * Decides which language models the settings ask for.
 *
 * A server that a caller names comes first. Then the router, if it is on and
 * there is a file, a key or a server to make it of; then the server of OPENAI_BASE_URL,
 * which may need no key; then OpenRouter, then OpenAI, if there is a key.
 */
export function planLanguageModels({ instructor, litellm, openai, openrouter, sources }: LanguageModelConfig, { model, baseUrl }: LanguageModelChoice = {}): LanguageModelPlan {
  if (!instructor.enabled) return { provider: 'none', reason: 'ENABLE_INSTRUCTOR is off' };
  const isReachable = openai.apiKey !== undefined || openrouter.apiKey !== undefined || sources.OPENAI_BASE_URL !== 'default';
  if (baseUrl === undefined && litellm.enabled && (litellm.configPath !== undefined || isReachable)) {
    return { provider: 'router', from: litellm.configPath === undefined ? 'keys' : 'file', group: model };
  }
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
  if (plan.provider === 'none' || plan.provider === 'router') return plan;
  const { provider, analysisModel, quickModel } = plan;
  return { provider, analysisModel, quickModel };
}
