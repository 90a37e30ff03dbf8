import type { LlmContent, LlmMessage, LlmRequest, LlmResponse, LlmUsage } from './llm-request.js';

type Fields = Readonly<Record<string, unknown>>;

/** Characters of an id or a name that somebody else has chosen. */
const LONGEST_NAME = 256;
const MOST_CHOICES = 16;

/** What a request of the OpenAI protocol (chat completions, embeddings) tells beforehand: no text, whatever it holds. */
export function llmRequestOf(params: Fields): Omit<LlmRequest, 'provider' | 'model'> {
  const { stop, response_format: format } = params;
  return defined({
    maxTokens: number(params.max_completion_tokens) ?? number(params.max_tokens),
    temperature: number(params.temperature),
    topP: number(params.top_p),
    topK: number(params.top_k),
    frequencyPenalty: number(params.frequency_penalty),
    presencePenalty: number(params.presence_penalty),
    seed: number(params.seed),
    stopSequences: typeof stop === 'string' ? [stop] : isTexts(stop) ? stop : undefined,
    choiceCount: number(params.n),
    isStream: params.stream === true ? true : undefined,
    reasoningLevel: text(params.reasoning_effort),
    outputType: outputTypeOf((format as Fields | null | undefined)?.type),
  });
}

/** What an answer of the OpenAI protocol tells, whole or pieced together: no text. A cost is there if the provider tells it. */
export function llmResponseOf(completion: unknown): LlmResponse {
  if (typeof completion !== 'object' || completion === null) return {};
  const { id, model, choices, usage } = completion as Fields;
  const reasons = Array.isArray(choices) ? choices.slice(0, MOST_CHOICES).map((choice: Fields | null) => choice?.finish_reason).filter((reason) => typeof reason === 'string') : [];
  return defined({
    id: text(id),
    model: text(model),
    finishReasons: reasons.length > 0 ? reasons : undefined,
    usage: usageOf(usage),
    costUsd: count((usage as Fields | null | undefined)?.cost),
  });
}

/** Texts of a request; kept as far as the setup's `captureContent` allows. */
export function llmInputOf({ messages, tools }: Fields): LlmContent {
  return { ...(Array.isArray(messages) && { input: messages as readonly LlmMessage[] }), ...(tools !== undefined && { toolDefinitions: tools }) };
}

/** Texts of an answer; likewise. */
export function llmOutputOf(completion: unknown): LlmContent {
  const choices = typeof completion === 'object' && completion !== null ? (completion as Fields).choices : undefined;
  if (!Array.isArray(choices)) return {};
  const messages = choices.slice(0, MOST_CHOICES).map((choice: Fields | null) => choice?.message).filter((message) => typeof message === 'object' && message !== null);
  return { output: messages as readonly LlmMessage[] };
}

function usageOf(value: unknown): LlmUsage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const usage = value as Fields;
  const prompt = usage.prompt_tokens_details as Fields | null | undefined;
  const completion = usage.completion_tokens_details as Fields | null | undefined;
  return defined({
    inputTokens: count(usage.prompt_tokens),
    outputTokens: count(usage.completion_tokens),
    cacheReadTokens: count(prompt?.cached_tokens),
    cacheWriteTokens: count(prompt?.cache_write_tokens),
    reasoningTokens: count(completion?.reasoning_tokens),
  });
}

function outputTypeOf(type: unknown): 'text' | 'json' | undefined {
  return type === 'json_schema' || type === 'json_object' ? 'json' : type === 'text' ? 'text' : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= -1e15 && value <= 1e15 ? value : undefined;
}

function count(value: unknown): number | undefined {
  const found = number(value);
  return found !== undefined && found >= 0 ? found : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST_NAME) : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.length <= MOST_CHOICES && value.every((each) => typeof each === 'string');
}

/** Fields that are known; the others are left out, for they would be claims. */
function defined<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const known: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) known[key] = value;
  return known as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
