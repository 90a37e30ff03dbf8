import type { StopSignal } from '../stop-signal.js';

/** One POST to a provider. */
export interface ProviderCall {
  readonly origin: string;
  readonly path: string;
  /** Headers; names in lower case. */
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isStream: boolean;
  /** Called when the headers of the answer are there. */
  readonly onHeaders: (() => void) | undefined;
  readonly stop: StopSignal;
}

/** Sends a call. Rejects as `fetch` does: with a `TypeError` when the connection breaks, an `AbortError` when it is stopped. */
export type SendCall = (call: ProviderCall) => Promise<Response>;
