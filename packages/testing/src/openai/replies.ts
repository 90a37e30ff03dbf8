import { chunks, completion, type CompletionContent, type ToolCallContent } from './completion.js';
import type { Gate } from './gate.js';
import type { ProviderCall } from './provider-call.js';
import type { EndpointReply, ReplyPlan, StreamStep } from './reply-plan.js';

/** Status, headers and timing of a reply. */
export interface ReplyOptions {
  /** @default 200 */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds before the headers. @default 0 */
  readonly delayMs?: number;
  /** Holds the headers back until the test opens it. */
  readonly gate?: Gate;
}

/** Options of a well-formed answer. */
export type AnswerOptions = ReplyOptions & Omit<CompletionContent, 'content' | 'toolCalls' | 'refusal'>;

/** A text, as JSON or as a stream, whichever the request asks for. */
export function text(content: string, options: AnswerOptions = {}): EndpointReply {
  return answer({ ...options, content }, options);
}

/** One call of a tool; a string is sent as the arguments as it is, well-formed or not. */
export function toolCall(name: string, args: unknown, options: AnswerOptions = {}): EndpointReply {
  return toolCalls([{ name, args }], options);
}

/** Several calls of tools in one answer. */
export function toolCalls(calls: readonly ToolCallContent[], options: AnswerOptions = {}): EndpointReply {
  return answer({ ...options, toolCalls: calls }, options);
}

/** The model refuses. */
export function refusal(sentence: string, options: AnswerOptions = {}): EndpointReply {
  return answer({ ...options, refusal: sentence }, options);
}

/** Any well-formed answer, as JSON or as a stream, whichever the request asks for. */
export function answer(content: CompletionContent, options: ReplyOptions = {}): EndpointReply {
  return {
    endpoint: 'chat/completions',
    play(call) {
      const full = { ...content, model: content.model ?? call.model ?? 'fake-model', id: content.id ?? `chatcmpl-fake-${call.index}` };
      if (!call.wantsStream) return json(completion(full), options);
      const events = chunks(full, { includeUsage: asksForUsage(call) });
      return stream([...events.map((data): StreamStep => ({ kind: 'data', data })), { kind: 'done' }], options);
    },
  };
}

/** Any JSON. */
export function json(value: unknown, options: ReplyOptions = {}): ReplyPlan {
  return { ...options, body: { kind: 'json', value } };
}

/** Any text, such as broken JSON or a proxy's HTML page. */
export function raw(body: string, { contentType = 'application/json', ...options }: ReplyOptions & { readonly contentType?: string } = {}): ReplyPlan {
  return { ...options, body: { kind: 'raw', text: body, contentType } };
}

/** Headers and no body. */
export function empty(options: ReplyOptions = {}): ReplyPlan {
  return { ...options, body: { kind: 'empty' } };
}

/** Fields of OpenAI's error object. */
export interface ErrorFields {
  /** @default 'scripted <status>' */
  readonly message?: string;
  /** @default null */
  readonly type?: string | null;
  /** @default null */
  readonly code?: string | number | null;
  /** @default null */
  readonly param?: string | null;
}

/** An error in OpenAI's shape. */
export function failure(status: number, error: ErrorFields = {}, options: Omit<ReplyOptions, 'status'> = {}): ReplyPlan {
  return json({ error: { message: `scripted ${status}`, type: null, param: null, code: null, ...error } }, { ...options, status });
}

/** Promises the whole body, sends `sentBytes` of it (default half), and ends the connection. */
export function truncated(body: unknown, { sentBytes, ...options }: ReplyOptions & { readonly sentBytes?: number } = {}): ReplyPlan {
  return { ...options, body: { kind: 'truncated', ...partOf(body, sentBytes) } };
}

/** Sends headers and `sentBytes` of the body (default half), then nothing more. */
export function stalled(body: unknown, { sentBytes, ...options }: ReplyOptions & { readonly sentBytes?: number } = {}): ReplyPlan {
  return { ...options, body: { kind: 'stalled', ...partOf(body, sentBytes) } };
}

/** Accepts the request and never answers. */
export function hang(): ReplyPlan {
  return { body: { kind: 'hang' } };
}

/** Accepts the request and resets the connection. */
export function reset(options: Pick<ReplyOptions, 'delayMs' | 'gate'> = {}): ReplyPlan {
  return { ...options, body: { kind: 'reset' } };
}

/** A stream of server-sent events, step by step. */
export function stream(steps: readonly StreamStep[], options: ReplyOptions = {}): ReplyPlan {
  return { ...options, body: { kind: 'stream', steps } };
}

function asksForUsage({ body }: ProviderCall): boolean {
  const options = typeof body === 'object' && body !== null && 'stream_options' in body ? body.stream_options : undefined;
  return typeof options === 'object' && options !== null && 'include_usage' in options && options.include_usage === true;
}

function partOf(body: unknown, sentBytes: number | undefined): { readonly text: string; readonly sentBytes: number } {
  const whole = typeof body === 'string' ? body : JSON.stringify(body);
  return { text: whole, sentBytes: sentBytes ?? Math.floor(Buffer.byteLength(whole) / 2) };
}
