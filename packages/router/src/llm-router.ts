import type { TRACES_ITSELF } from '@discord-intelligence/observability';
import type OpenAI from 'openai';
import type { Stream } from 'openai/core/streaming';

import type { RouterConfigInput } from './config/router-config.js';
import type { RequestOptions } from './flow/request-options.js';
import type { HealthReport } from './health/health-report.js';
import type { UsageReport } from './health/usage-report.js';

/** Parameters of the SDK, in which `model` names a group or a use case, and may be missing beside `options.useCase`. */
type Routed<Params extends { model: unknown }> = Omit<Params, 'model'> & { readonly model?: string };

/** Parameters of a request for a whole answer. */
export type RouterChatParams = Routed<OpenAI.ChatCompletionCreateParamsNonStreaming>;
/** Parameters of a request for a stream. */
export type RouterStreamParams = Routed<OpenAI.ChatCompletionCreateParamsStreaming>;
/** Parameters of a request for embeddings. */
export type RouterEmbeddingParams = Routed<OpenAI.EmbeddingCreateParams>;

/** `chat.completions` of the SDK, over all deployments. */
export interface RouterCompletions {
  /**
   * Asks a group. A stream is returned when its first content is there.
   *
   * @throws {@link RouterError} when nobody answers; for a stream that breaks off, in the loop.
   */
  create(params: RouterChatParams, options?: RequestOptions): Promise<OpenAI.ChatCompletion>;
  create(params: RouterStreamParams, options?: RequestOptions): Promise<Stream<OpenAI.ChatCompletionChunk>>;
  create(params: RouterChatParams | RouterStreamParams, options?: RequestOptions): Promise<OpenAI.ChatCompletion | Stream<OpenAI.ChatCompletionChunk>>;
}

/** Many providers behind one client of OpenAI's shape. */
export interface LLMRouter extends AsyncDisposable {
  /** Says that its calls make their own spans; whoever wraps a router carries it on. */
  readonly [TRACES_ITSELF]?: true;
  readonly chat: { readonly completions: RouterCompletions };
  readonly embeddings: {
    /** @throws {@link RouterError} when nobody answers. */
    create(params: RouterEmbeddingParams, options?: RequestOptions): Promise<OpenAI.CreateEmbeddingResponse>;
  };
  /** The same as `chat.completions.create` without a stream. */
  completion(params: RouterChatParams, options?: RequestOptions): Promise<OpenAI.ChatCompletion>;
  /** Upper estimate of the input tokens of a request. Sends and reserves nothing. */
  countTokens(params: RouterChatParams | RouterStreamParams): number;
  /** Where each deployment stands. */
  health(): HealthReport;
  /** Money, tokens and cache since the start, and where the budgets stand. */
  usage(): Promise<UsageReport>;
  /**
   * Goes on with another configuration. Requests under way end on the old one, whose connections are
   * closed after the last of them. Counters and budgets stay, and so do cooldowns, but for those of deployments
   * that changed and of models that were gone.
   *
   * @throws {@link RouterConfigError} when it cannot be used; the old one stays in force.
   */
  reload(config: RouterConfigInput): Promise<void>;
  /** Aborts what is under way, settles what it has cost, and closes all connections. */
  close(): Promise<void>;
}
