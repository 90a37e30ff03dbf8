import type { Gate } from './gate.js';
import type { ProviderCall } from './provider-call.js';

/** What one request is answered with. */
export interface ReplyPlan {
  /** @default 200 */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Milliseconds before the headers.
   * @default 0
   */
  readonly delayMs?: number;
  /** Holds the headers back until the test opens it. */
  readonly gate?: Gate;
  readonly body: ReplyBody;
}

/**
 * The body, or the way it fails to arrive.
 *
 * - `truncated`: the length of the whole is promised, a part is sent, the connection ends
 * - `stalled`: a part is sent, the connection stays open and silent
 * - `hang`: not even headers, the connection stays open
 * - `reset`: no headers, the connection is reset (RST)
 */
export type ReplyBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'raw'; readonly text: string; readonly contentType: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'truncated' | 'stalled'; readonly text: string; readonly sentBytes: number }
  | { readonly kind: 'stream'; readonly steps: readonly StreamStep[] }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' };

/** What may come before a step of a stream. */
interface StepTiming {
  /**
   * Milliseconds to wait before the step.
   * @default 0
   */
  readonly afterMs?: number;
  /** Holds the step back until the test opens it. */
  readonly gate?: Gate;
}

/**
 * One step of a server-sent event stream. After the last one the response ends
 * properly, unless that step was `stall`, `reset` or `cut`.
 *
 * - `data`: an event; strings are sent as they are, everything else as JSON
 * - `comment`: a keep-alive line that clients must ignore
 * - `raw`: bytes as they are, to break lines where a test likes
 * - `done`: `data: [DONE]`
 * - `cut`: the connection ends without the closing chunk (FIN)
 * - `reset`: the connection is reset (RST)
 * - `stall`: nothing more, the connection stays open
 */
export type StreamStep = StepTiming &
  (
    | { readonly kind: 'data'; readonly data: unknown; readonly event?: string }
    | { readonly kind: 'comment'; readonly text: string }
    | { readonly kind: 'raw'; readonly text: string }
    | { readonly kind: 'done' | 'cut' | 'reset' | 'stall' }
  );

/** Endpoints that a reply can be meant for. */
export type Endpoint = 'chat/completions' | 'embeddings' | 'audio/transcriptions' | 'models';

/** Answers a request after looking at it. */
export type ReplyFunction = (call: ProviderCall) => ReplyPlan | Promise<ReplyPlan>;

/** A reply that waits for a request to its endpoint. */
export interface EndpointReply {
  readonly endpoint: Endpoint;
  readonly play: ReplyFunction;
}

/** Anything that can be queued. A plan or a function answers the next request to any endpoint. */
export type Reply = ReplyPlan | ReplyFunction | EndpointReply;
