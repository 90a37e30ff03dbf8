import type { Completion } from '../client/completion.js';

/** Tokens and money, summed over every attempt that reported them. Named as the OpenAI API names them. */
export interface UsageTotals {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  /** Prompt tokens that came from a cache. */
  readonly cached_tokens: number;
  /** Completion tokens spent on reasoning. */
  readonly reasoning_tokens: number;
  /** US dollars: as the provider reports it, otherwise by `pricing`. Absent when neither knows. */
  readonly cost_usd?: number;
}

/**
 * Price of one answer in US dollars; `undefined` when the model is not known.
 *
 * @param model - The model that answered, as the provider names it.
 */
export type Pricing = (model: string, usage: UsageTotals) => number | undefined;

const NOTHING: UsageTotals = Object.freeze({ prompt_tokens: 0, completion_tokens: 0, total_tokens: 0, cached_tokens: 0, reasoning_tokens: 0 });

/** The sum before the first attempt. */
export function noUsage(): UsageTotals {
  return NOTHING;
}

/** What one answer reports, or `undefined` when it reports nothing. */
export function usageOf({ usage, model }: Completion, fallbackModel: string, pricing: Pricing | undefined): UsageTotals | undefined {
  if (typeof usage !== 'object' || usage === null) return undefined;
  const prompt = count(usage.prompt_tokens);
  const completed = count(usage.completion_tokens);
  const tokens: UsageTotals = {
    prompt_tokens: prompt,
    completion_tokens: completed,
    total_tokens: count(usage.total_tokens) || prompt + completed,
    cached_tokens: count(usage.prompt_tokens_details?.cached_tokens),
    reasoning_tokens: count(usage.completion_tokens_details?.reasoning_tokens),
  };
  // OpenRouter reports what it charged; nothing knows better.
  const cost = isAmount(usage.cost) ? usage.cost : pricing?.(typeof model === 'string' ? model : fallbackModel, tokens);
  return isAmount(cost) ? { ...tokens, cost_usd: cost } : tokens;
}

/** Adds what one attempt reported. */
export function addUsage(total: UsageTotals, more: UsageTotals | undefined): UsageTotals {
  if (!more) return total;
  if (total === NOTHING) return more;
  const cost = total.cost_usd === undefined ? more.cost_usd : total.cost_usd + (more.cost_usd ?? 0);
  return {
    prompt_tokens: total.prompt_tokens + more.prompt_tokens,
    completion_tokens: total.completion_tokens + more.completion_tokens,
    total_tokens: total.total_tokens + more.total_tokens,
    cached_tokens: total.cached_tokens + more.cached_tokens,
    reasoning_tokens: total.reasoning_tokens + more.reasoning_tokens,
    ...(cost !== undefined && { cost_usd: cost }),
  };
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
