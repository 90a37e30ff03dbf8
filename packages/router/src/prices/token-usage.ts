/** Tokens of one answer, as OpenAI counts them. */
export interface TokenUsage {
  /** All input, cached tokens and cache writes included. */
  readonly promptTokens: number;
  /** All output, reasoning included. */
  readonly completionTokens: number;
  /** Part of the input that was read from the provider's cache. */
  readonly cachedTokens?: number;
  /** Part of the input that was written to the provider's cache. */
  readonly cacheWriteTokens?: number;
  /** Part of the output that was reasoning; already inside `completionTokens`. */
  readonly reasoningTokens?: number;
}
