import type { WaitOptions } from '../wait/change-signal.js';

import type { ProviderStep } from './provider-step.js';
import type { ScriptedRequest } from './scripted-request.js';

/** What is known of a request before it is answered. */
export type IncomingRequest = Pick<ScriptedRequest, 'deployment' | 'key' | 'path' | 'headers' | 'body'>;

/** Steps in order, or a function that makes the step of the n-th request, counted from 0. */
export type ProviderScript = readonly ProviderStep[] | ((index: number, request: IncomingRequest) => ProviderStep);

/** How a scripted provider is set up. */
export interface ScriptedProviderOptions {
  /**
   * Steps by deployment (`a`) or by deployment and key (`a#k1`); the n-th
   * request gets the n-th step, the last one repeats. A deployment without a
   * script answers 200 `ok`.
   */
  readonly scripts?: Readonly<Record<string, ProviderScript>>;
  /**
   * Epoch milliseconds for placeholders in headers and errors.
   * @default Date.now
   */
  readonly now?: () => number;
  /**
   * Whether `requests` keeps them: a soak test sends too many.
   * @default true
   */
  readonly keepRequests?: boolean;
  /** Called when a request has ended, however it came. */
  readonly onClosed?: (request: ScriptedRequest) => void;
  /** Milliseconds that every wait lasts at most. @default 10000 */
  readonly waitMs?: number;
}

/** An OpenAI-compatible service over real HTTP whose deployments follow scripts. */
export interface ScriptedProvider extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /**
   * For `new OpenAI({ baseURL })`, ends in `/v1`. A deployment whose every step
   * is `refused` gets a port on which nobody listens.
   */
  baseUrl(deployment: string): string;
  /** Every request, oldest first. */
  readonly requests: readonly ScriptedRequest[];
  /** Requests of one deployment (`a`) or of one deployment with one key (`a#k1`). */
  requestsOf(id: string): readonly ScriptedRequest[];
  /** The most requests of one deployment that were open at one time. */
  peak(deployment: string): number;
  /** Requests being answered now, of one deployment or of all. */
  inFlight(deployment?: string): number;
  /** How many connections were opened. */
  readonly connections: number;
  /** Replaces a script; counting starts anew. */
  script(id: string, script: ProviderScript): void;
  /** Waits until the condition holds; it is asked again after every request and every end of one. */
  until(what: string, condition: () => boolean, options?: WaitOptions): Promise<void>;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}
