import type { GenAiOperation } from '../names/gen-ai.js';

/** One call to a model, as far as it is known before it begins. */
export interface LlmRequest {
  /** @default 'chat' */
  readonly operation?: GenAiOperation;
  /** One of `GEN_AI_PROVIDERS`, or another name. */
  readonly provider: string;
  /** The model that is asked for. */
  readonly model: string;
  readonly serverAddress?: string;
  readonly serverPort?: number;
  readonly maxTokens?: number;
  readonly temperature?: number;
  readonly topP?: number;
  readonly topK?: number;
  readonly frequencyPenalty?: number;
  readonly presencePenalty?: number;
  readonly seed?: number;
  readonly stopSequences?: readonly string[];
  /** Answers asked for. */
  readonly choiceCount?: number;
  readonly isStream?: boolean;
  readonly reasoningLevel?: string;
  readonly previousResponseId?: string;
  readonly outputType?: 'text' | 'json';
  /** Only a real one: it ties calls together. */
  readonly conversationId?: string;
  readonly promptName?: string;
  readonly promptVersion?: string;
  /** The router's route, a label of the cost. */
  readonly route?: string;
  /** Of the calls a router made for one request, 1 for the first. */
  readonly attempt?: number;
}

/** Tokens of a call. What a provider does not tell is left out, and never guessed. */
export interface LlmUsage {
  /** Cached ones included. */
  readonly inputTokens?: number;
  /** Reasoning included. */
  readonly outputTokens?: number;
  readonly cacheReadTokens?: number;
  readonly cacheWriteTokens?: number;
  readonly reasoningTokens?: number;
}

/** What a model answered. */
export interface LlmResponse {
  readonly id?: string;
  readonly model?: string;
  readonly finishReasons?: readonly string[];
  readonly usage?: LlmUsage;
  /** USD. Left out while the price is unknown: 0 would be a claim. */
  readonly costUsd?: number;
}

/** A message of a conversation, in the form of chat completions. Anything else is told by its role alone. */
export interface LlmMessage {
  readonly role: string;
  readonly content?: unknown;
  readonly tool_calls?: unknown;
  readonly tool_call_id?: unknown;
}

/** Texts of a call, which are kept as far as `captureContent` allows: by default, not at all. */
export interface LlmContent {
  readonly input?: readonly LlmMessage[];
  readonly output?: readonly LlmMessage[];
  readonly systemInstructions?: string;
  readonly toolDefinitions?: unknown;
}
