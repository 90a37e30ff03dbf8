/** Token counts in short. */
export interface UsageCounts {
  /** @default 10 */
  readonly prompt?: number;
  /** @default 5 */
  readonly completion?: number;
  /** Prompt tokens read from a cache. @default 0 */
  readonly cached?: number;
  /** Completion tokens spent on reasoning. @default 0 */
  readonly reasoning?: number;
  /** USD, as OpenRouter reports it. */
  readonly cost?: number;
}

/** A call of a tool: arguments as an object, or as the text that the model wrote. */
export interface ToolCallContent {
  readonly name: string;
  readonly args: unknown;
  readonly id?: string;
}

/** What a model answers. */
export interface CompletionContent {
  /** @default null when there are tool calls or a refusal, else '' */
  readonly content?: string | null;
  readonly toolCalls?: readonly ToolCallContent[];
  readonly refusal?: string;
  /** @default 'tool_calls' with tool calls, else 'stop' */
  readonly finishReason?: string | null;
  /** `null` leaves usage out, as some providers do. */
  readonly usage?: UsageCounts | null;
  /** @default 'fake-model' */
  readonly model?: string;
  /** @default 'chatcmpl-fake' */
  readonly id?: string;
}

/** A fixed moment, so that equal answers are equal bytes. */
const CREATED_S = 1_700_000_000;

/** A complete chat completion, as OpenAI's API answers it. */
export function completion(answer: CompletionContent = {}) {
  return {
    id: answer.id ?? 'chatcmpl-fake',
    object: 'chat.completion' as const,
    created: CREATED_S,
    model: answer.model ?? 'fake-model',
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant' as const,
          content: contentOf(answer),
          refusal: answer.refusal ?? null,
          ...(answer.toolCalls && { tool_calls: answer.toolCalls.map(toToolCall) }),
        },
        logprobs: null,
        finish_reason: finishReasonOf(answer),
      },
    ],
    ...(answer.usage !== null && { usage: usage(answer.usage) }),
  };
}

/** How an answer is cut into chunks. */
export interface ChunkOptions {
  /**
   * UTF-16 code units of text or arguments in one chunk.
   * @default 4
   */
  readonly size?: number;
  /**
   * Whether a last chunk without choices carries the usage.
   * @default false
   */
  readonly includeUsage?: boolean;
}

/** The chunks of the same answer as a stream: role, pieces, finish reason, usage. */
export function chunks(answer: CompletionContent = {}, { size = 4, includeUsage = false }: ChunkOptions = {}) {
  const chunk = (delta: Record<string, unknown>, finishReason: string | null = null) => ({
    ...envelope(answer),
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
    ...(includeUsage && { usage: null }),
  });
  const toolChunks = (answer.toolCalls ?? []).flatMap((call, index) => {
    const { id, type, function: called } = toToolCall(call, index);
    return [
      chunk({ tool_calls: [{ index, id, type, function: { name: called.name, arguments: '' } }] }),
      ...pieces(called.arguments, size).map((part) => chunk({ tool_calls: [{ index, function: { arguments: part } }] })),
    ];
  });
  return [
    chunk({ role: 'assistant', content: '' }),
    ...pieces(contentOf(answer) ?? '', size).map((part) => chunk({ content: part })),
    ...pieces(answer.refusal ?? '', size).map((part) => chunk({ refusal: part })),
    ...toolChunks,
    chunk({}, finishReasonOf(answer)),
    ...(includeUsage && answer.usage !== null ? [{ ...envelope(answer), choices: [], usage: usage(answer.usage) }] : []),
  ];
}

/** The usage object of OpenAI's API. */
export function usage({ prompt = 10, completion: completed = 5, cached = 0, reasoning = 0, cost }: UsageCounts = {}) {
  return {
    prompt_tokens: prompt,
    completion_tokens: completed,
    total_tokens: prompt + completed,
    prompt_tokens_details: { cached_tokens: cached, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: reasoning, audio_tokens: 0, accepted_prediction_tokens: 0, rejected_prediction_tokens: 0 },
    ...(cost !== undefined && { cost }),
  };
}

function envelope({ id = 'chatcmpl-fake', model = 'fake-model' }: CompletionContent) {
  return { id, object: 'chat.completion.chunk' as const, created: CREATED_S, model };
}

function contentOf({ content, toolCalls, refusal }: CompletionContent): string | null {
  return content ?? (toolCalls !== undefined || refusal !== undefined || content === null ? null : '');
}

function finishReasonOf({ finishReason, toolCalls }: CompletionContent): string | null {
  return finishReason === undefined ? (toolCalls ? 'tool_calls' : 'stop') : finishReason;
}

function toToolCall({ name, args, id }: ToolCallContent, index: number) {
  const written = typeof args === 'string' ? args : JSON.stringify(args);
  return { id: id ?? `call_fake_${index}`, type: 'function' as const, function: { name, arguments: written } };
}

function pieces(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size));
}
