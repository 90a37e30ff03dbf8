import type { WaitOptions } from '../wait/change-signal.js';

import type { ProviderCall } from './provider-call.js';
import type { Reply } from './reply-plan.js';

/** How a fake provider is set up. */
export interface FakeOpenAIOptions {
  /**
   * Ids that `/v1/models` lists.
   * @default ['fake-model']
   */
  readonly models?: readonly string[];
  /**
   * Milliseconds that every wait of this fake lasts at most.
   * @default 10000
   */
  readonly waitMs?: number;
}

/** One provider: a base URL, its script, and what it got. */
export interface FakeProvider {
  readonly name: string;
  /** For `new OpenAI({ baseURL })`; ends in `/v1`. */
  readonly baseUrl: string;
  /** Adds replies; each answers one request. */
  queue(...replies: readonly Reply[]): void;
  /** Answers every request for which nothing is queued. */
  always(reply: Reply): void;
  /** Replies that no request has taken yet. */
  readonly pending: number;
  /** Every request but those for `/models`, oldest first. */
  readonly calls: readonly ProviderCall[];
  /** Requests being answered now. */
  readonly inFlight: number;
  /** The most requests that were answered at one time. */
  readonly peak: number;
  /** Waits until that many calls have arrived; answers the last of them. */
  called(times?: number, options?: WaitOptions): Promise<ProviderCall>;
}

/** A scripted OpenAI-compatible service over real HTTP. */
export interface FakeOpenAI extends FakeProvider, AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Another provider on the same port, at `<url>/<name>/v1`, with its own script and calls. */
  provider(name: string): FakeProvider;
  /** What went wrong on the fake's side: requests for which nothing was queued. */
  readonly violations: readonly string[];
  /** @throws When a request met an empty queue, or a queued reply was never asked for. */
  expectNoViolations(): void;
  /** Stops listening: further connections are refused. */
  stop(): Promise<void>;
  /** Listens again, on the same port. */
  start(): Promise<void>;
}
