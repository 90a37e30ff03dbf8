/**
 * What is read of a chat completion. Everything is optional because providers
 * leave out, rename and null whatever they like.
 */
export interface Completion {
  readonly id?: unknown;
  readonly model?: unknown;
  readonly choices?: readonly Choice[] | null;
  readonly usage?: CompletionUsage | null;
  /** Some gateways answer status 200 with an error inside. */
  readonly error?: unknown;
}

/** One of the answers in a completion. */
export interface Choice {
  readonly finish_reason?: string | null;
  readonly message?: AnswerMessage | null;
}

/** The message of an answer. */
export interface AnswerMessage {
  readonly content?: unknown;
  readonly refusal?: string | null;
  readonly tool_calls?: readonly ToolCall[] | null;
  readonly function_call?: CalledFunction | null;
}

/** A call of a tool, as the model wrote it. */
export interface ToolCall {
  readonly id?: string;
  readonly function?: CalledFunction | null;
}

/** A function's name and arguments: a text, or with some servers the object itself. */
export interface CalledFunction {
  readonly name?: string;
  readonly arguments?: unknown;
}

/** Counts as providers report them. */
export interface CompletionUsage {
  readonly prompt_tokens?: unknown;
  readonly completion_tokens?: unknown;
  readonly total_tokens?: unknown;
  readonly prompt_tokens_details?: { readonly cached_tokens?: unknown } | null;
  readonly completion_tokens_details?: { readonly reasoning_tokens?: unknown } | null;
  /** US dollars, from OpenRouter. */
  readonly cost?: unknown;
}

/** One event of a streamed completion. */
export interface CompletionChunk {
  readonly id?: unknown;
  readonly model?: unknown;
  readonly choices?: readonly ChunkChoice[] | null;
  readonly usage?: CompletionUsage | null;
  readonly error?: unknown;
}

/** What one event adds to an answer. */
export interface ChunkChoice {
  readonly index?: number;
  readonly finish_reason?: string | null;
  readonly delta?: {
    readonly content?: string | null;
    readonly refusal?: string | null;
    readonly tool_calls?: readonly { readonly index?: number; readonly id?: string; readonly function?: { readonly name?: string; readonly arguments?: string } }[] | null;
  } | null;
}
