import type { WaitOptions } from '../wait/change-signal.js';

import type { ReceivedExport, ReceivedLog, ReceivedMetric, ReceivedSpan } from './received.js';

/** What the receiver does with a request. */
export type ReceiverBehaviour =
  | { readonly kind: 'accept' }
  /** Answers with a status, such as 401 or 503, and keeps nothing. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  /** Reads and never answers. */
  | { readonly kind: 'stall' }
  /** Answers after so many milliseconds. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Drops the connection once the request was read. */
  | { readonly kind: 'reset' }
  /** Accepts with a text that is no OTLP. */
  | { readonly kind: 'nonsense' }
  /** Accepts the request but says that so many of its items were refused. */
  | { readonly kind: 'partial'; readonly rejected: number };

/** How a receiver is set up. */
export interface OtlpReceiverOptions {
  /** @default { kind: 'accept' } */
  readonly behaviour?: ReceiverBehaviour;
  /** Milliseconds that every wait lasts at most. @default 10000 */
  readonly waitMs?: number;
}

/** A collector over real HTTP that decodes what it gets. */
export interface OtlpReceiver extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, for `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly url: string;
  /** Accepted spans, each once: one that came twice is the same span. */
  readonly spans: readonly ReceivedSpan[];
  readonly logs: readonly ReceivedLog[];
  /** Metrics of all deliveries, oldest first. */
  readonly metrics: readonly ReceivedMetric[];
  /** Every request, whatever became of it. */
  readonly exports: readonly ReceivedExport[];
  /** The one span of a name. @throws When there is none, or more than one. */
  span(name: string): ReceivedSpan;
  /** Spans as a tree: `name [kind]`, two spaces deeper for each parent. */
  tree(): string;
  /** All requests as text, to look for what must not be there. */
  everything(): string;
  /** The same without the headers, which hold the sender's own token. */
  bodies(): string;
  /** Changes what happens from the next request on. */
  behave(behaviour: ReceiverBehaviour): void;
  /** Stops listening: connections are refused from now on. */
  refuse(): Promise<void>;
  /** Listens again on the same port. */
  listenAgain(): Promise<void>;
  until(what: string, condition: () => boolean, options?: WaitOptions): Promise<void>;
  close(): Promise<void>;
}
