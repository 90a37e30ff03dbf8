import type OpenAI from 'openai';
import type { Stream } from 'openai/core/streaming';

import type { Deployment } from '../deployments/deployment.js';
import type { DeploymentKey } from '../deployments/key-ring.js';
import type { StopSignal } from '../stop-signal.js';

/** Endpoints of the OpenAI protocol that the router serves. */
export type RequestKind = 'chat' | 'embeddings';

/** One request as it is to leave. */
export interface TransportRequest {
  readonly kind: RequestKind;
  readonly deployment: Deployment;
  readonly key: DeploymentKey;
  /** The body, with the deployment's own model id. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** An allow-listed address that the request brought along. */
  readonly baseURL: string | undefined;
  /** Ends when the attempt does. Made when first asked for, and read from the request itself: a copy by spreading has none. */
  readonly signal: AbortSignal;
  /** The same without the cost of an `AbortSignal`. */
  readonly stop: StopSignal;
  /** Called when the answer's headers are there. */
  readonly onHeaders: (() => void) | undefined;
}

/** A whole answer. */
export type Answer = OpenAI.ChatCompletion | OpenAI.CreateEmbeddingResponse;

/** A piece of a streamed answer. */
export type Chunk = OpenAI.ChatCompletionChunk;

/** Sends one request once: no retries, no time limits. */
export interface Transport {
  /** Loads what the first request needs, before any time limit of an attempt runs; `undefined` once that is done. */
  prepare?(): Promise<void> | undefined;
  send(request: TransportRequest): Promise<Answer>;
  open(request: TransportRequest): Promise<AsyncIterable<Chunk>>;
  /** Makes the stream that callers get, of the SDK's own class. */
  streamOf(iterate: () => AsyncIterator<Chunk>, controller: AbortController): Promise<Stream<Chunk>>;
  /** Closes the connections to a deployment once nothing uses them. */
  release(deployment: Deployment): Promise<void>;
  close(): Promise<void>;
}
