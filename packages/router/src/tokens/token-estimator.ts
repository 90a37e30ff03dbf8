/** The parts of a chat request that cost input tokens; any OpenAI request fits. */
export interface TokenizableRequest {
  readonly messages?: readonly unknown[];
  readonly tools?: unknown;
  readonly functions?: unknown;
  readonly response_format?: unknown;
  /** Input of an embeddings request. */
  readonly input?: unknown;
}

/** Counts tokens, fast or exactly. */
export interface TokenEstimator {
  /** Tokens of a text by its characters: within some 20 % for prose, on the high side otherwise. At once, linear. */
  estimateText(text: string): number;
  /** Upper estimate of a request's input: text, tools, images, audio, and what each message adds. Margin included. */
  estimateRequest(request: TokenizableRequest): number;
  /**
   * Tokens of a text by the model's own encoding where it is public, else by the newest one.
   * Loads the tokenizer on first use and falls back to {@link TokenEstimator.estimateText} when it cannot.
   * Call it once on the joined text of a stream, never for each chunk.
   */
  countText(text: string, model: string): Promise<number>;
}
