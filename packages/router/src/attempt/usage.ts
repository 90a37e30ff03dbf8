import type { TokenUsage } from '../prices/token-usage.js';

/** Usage as providers report it; OpenRouter adds what it has charged. */
interface WireUsage {
  readonly prompt_tokens?: unknown;
  readonly completion_tokens?: unknown;
  readonly cost?: unknown;
  readonly prompt_tokens_details?: { readonly cached_tokens?: unknown; readonly cache_write_tokens?: unknown } | null;
  readonly completion_tokens_details?: { readonly reasoning_tokens?: unknown } | null;
}

/** What a provider said that an answer took. */
export interface ReportedUsage {
  readonly usage: TokenUsage;
  /** USD, where the provider tells. */
  readonly costUsd?: number;
}

/** Reads the `usage` of an answer; `undefined` when there is none worth trusting. */
export function readUsage(value: unknown): ReportedUsage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const wire = value as WireUsage;
  const promptTokens = tokens(wire.prompt_tokens);
  if (promptTokens === undefined) return undefined;
  const cachedTokens = tokens(wire.prompt_tokens_details?.cached_tokens);
  const cacheWriteTokens = tokens(wire.prompt_tokens_details?.cache_write_tokens);
  const reasoningTokens = tokens(wire.completion_tokens_details?.reasoning_tokens);
  return {
    usage: {
      promptTokens,
      completionTokens: tokens(wire.completion_tokens) ?? 0,
      ...(cachedTokens !== undefined && { cachedTokens }),
      ...(cacheWriteTokens !== undefined && { cacheWriteTokens }),
      ...(reasoningTokens !== undefined && { reasoningTokens }),
    },
    ...(typeof wire.cost === 'number' && wire.cost >= 0 && Number.isFinite(wire.cost) && { costUsd: wire.cost }),
  };
}

function tokens(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value) ? Math.round(value) : undefined;
}
