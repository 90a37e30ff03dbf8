import type { ToolCallContent, UsageCounts } from '../openai/completion.js';

/** What an ordinary answer says. */
export interface StepBody {
  /** Text of the answer. @default 'ok' when nothing else is given */
  readonly completion?: string | null;
  /** @default 'tool_calls' with tool calls, else 'stop' */
  readonly finish?: string | null;
  /** `null` leaves usage out. @default 10 in, 5 out */
  readonly usage?: UsageCounts | null;
  /** One tool call: `arguments` is the text that the model wrote, or an object. */
  readonly toolCall?: StepToolCall;
  readonly toolCalls?: readonly StepToolCall[];
  readonly refusal?: string;
  /** Makes the body `{error: {...}}`. */
  readonly error?: Readonly<Record<string, unknown>>;
  /** The vector that `/embeddings` answers with for each input. */
  readonly embedding?: readonly number[];
  /** Sent as it is, for bodies that are no JSON. */
  readonly raw?: string;
}

/** A tool call as a script writes it. */
export interface StepToolCall {
  readonly name: string;
  readonly arguments: ToolCallContent['args'];
  readonly id?: string;
}

/** One event of a stream; the first key found says which. */
export interface StreamEvent {
  /** Milliseconds before it. @default 0 */
  readonly afterMs?: number;
  readonly delta?: string;
  /** A piece of a tool call. */
  readonly toolCall?: Partial<StepToolCall> & { readonly index?: number };
  readonly finish?: string;
  readonly usage?: UsageCounts;
  /** `data: [DONE]` */
  readonly done?: boolean;
  /** `data: {"error": ...}`, as providers send it in the middle of a stream. */
  readonly errorEvent?: Readonly<Record<string, unknown>>;
  /** A comment line that keeps the connection alive and says nothing. */
  readonly comment?: string;
  /** Resets the socket. */
  readonly drop?: boolean;
  /** Nothing more comes; the socket stays open. */
  readonly stall?: boolean;
}

/** How one request is answered. */
export interface ProviderStep {
  /** @default 200 */
  readonly status?: number;
  /** Milliseconds until the headers. @default 0 */
  readonly latencyMs?: number;
  /** `{{httpDate(now+2000)}}`, `{{epochSeconds(now)}}`, `{{epochMs(now)}}` and `{{isoDate(now)}}` are filled in. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: StepBody;
  readonly stream?: readonly StreamEvent[];
  /** `refused` and `reset` end the connection, `hang` accepts and never answers. */
  readonly network?: 'refused' | 'reset' | 'hang';
  /** Headers and half a JSON body, then nothing. */
  readonly bodyStall?: boolean;
}
