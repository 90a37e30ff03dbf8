import type * as z from 'zod';

import type { Check } from '../checks/check.js';
import type { ErrorKind } from '../errors/kind.js';
import type { StructuredOutputError } from '../errors/structured-output-error.js';
import type { ResponseModel } from '../model/response-model.js';
import type { Schema } from '../read/validate.js';
import type { PartialEvent } from '../stream/partial-events.js';

import type { ChatClient, ChatParams } from './chat-client.js';
import type { Completion } from './completion.js';
import type { StructuredEventName, StructuredListener } from './events.js';
import type { CallMeta } from './meta.js';
import type { CallOptions } from './options.js';

/** Parameters of a structured call. */
export interface StructuredParams<S extends Schema> extends ChatParams {
  /** What to answer with: a zod 4 schema, or one with a name and more. */
  readonly response_model: S | ResponseModel<S>;
  /** Extra attempts after a bad answer. @default the client's `maxRetries` */
  readonly max_retries?: number;
}

/** An answer with all that is known of it. */
export interface WithMeta<Data> {
  readonly data: Data;
  readonly meta: CallMeta;
  /** The completion that the answer was in, as the client gave it. */
  readonly completion: Completion;
}

/** An answer, or the fallback and the reason for it. */
export type OrFallback<Data, Fallback> =
  | { readonly data: Data; readonly degraded: false; readonly meta: CallMeta }
  | { readonly data: Fallback; readonly degraded: true; readonly reason: ErrorKind; readonly error: StructuredOutputError };

/** What a response model's schema gives. */
export type OutputOf<Model> = Model extends Schema ? z.output<Model> : Model extends { readonly schema: infer S extends Schema } ? z.output<S> : never;

/** Parameters of a structured call of whatever model. */
export interface AnyStructuredParams extends ChatParams {
  readonly response_model: Schema | (Omit<ResponseModel, 'checks'> & { readonly checks?: readonly Check<never>[] });
  readonly max_retries?: number;
}

/**
 * `create` of a structured client.
 *
 * The last two signatures say the same as the first two. They take any
 * parameters as a type of their own, so that they win over a wide signature of
 * the wrapped client, such as `create(params: object)`.
 */
export interface StructuredCreate {
  /** Streams the answer while it arrives. Nothing is sent before the first value is asked for. */
  <S extends Schema>(params: StructuredParams<S> & { readonly stream: true }, options?: CallOptions): AsyncIterable<PartialEvent<z.output<S>>>;
  /** @throws {StructuredOutputError} By rejecting. */
  <S extends Schema>(params: StructuredParams<S> & { readonly stream?: false | null }, options?: CallOptions): Promise<z.output<S>>;
  <P extends AnyStructuredParams & { readonly stream: true }>(params: P, options?: CallOptions): AsyncIterable<PartialEvent<OutputOf<P['response_model']>>>;
  <P extends AnyStructuredParams & { readonly stream?: false | null }>(params: P, options?: CallOptions): Promise<OutputOf<P['response_model']>>;
}

/** The structured ways of asking. All reject with a `StructuredOutputError`. */
export interface StructuredCompletions<Client extends ChatClient> {
  /** With `response_model` validated data; without it the wrapped client's own `create`, unchanged. */
  readonly create: StructuredCreate & Client['chat']['completions']['create'];
  /** The data, how it came about, and the completion. */
  createWithMeta<S extends Schema>(params: StructuredParams<S>, options?: CallOptions): Promise<WithMeta<z.output<S>>>;
  /** The answer while it arrives. */
  createPartial<S extends Schema>(params: StructuredParams<S>, options?: CallOptions): AsyncIterable<PartialEvent<z.output<S>>>;
  /** A list of which `response_model` is one element: each element as soon as it is complete and valid. */
  createIterable<S extends Schema>(params: StructuredParams<S>, options?: CallOptions): AsyncIterable<z.output<S>>;
  /**
   * Never rejects because of the model or the provider: then `fallback` answers.
   *
   * @param fallback - A value, or a function that makes one. What it throws is thrown on.
   * @throws {AbortedError} When the caller's own signal ended the call, and whatever the fallback throws.
   */
  createOr<S extends Schema, Fallback>(
    params: StructuredParams<S>,
    fallback: Fallback | ((error: StructuredOutputError) => Fallback | Promise<Fallback>),
    options?: CallOptions,
  ): Promise<OrFallback<z.output<S>, Fallback>>;
}

/** A client that answers with validated objects. */
export interface StructuredClient<Client extends ChatClient = PlainClient> {
  /** The wrapped client. */
  readonly raw: Client;
  readonly chat: { readonly completions: StructuredCompletions<Client> };
  /**
   * Listens; gives back what ends it.
   *
   * @param listener - Whatever it throws is swallowed.
   */
  on<Name extends StructuredEventName>(name: Name, listener: StructuredListener<Name>): () => void;
}

/** A client whose answers are typed as far as this package reads them. */
export interface PlainClient {
  readonly chat: {
    readonly completions: {
      create(params: ChatParams & { readonly stream?: false | null; readonly response_model?: never }, options?: Readonly<Record<string, unknown>>): Promise<Completion>;
      create(params: ChatParams & { readonly stream: true; readonly response_model?: never }, options?: Readonly<Record<string, unknown>>): Promise<AsyncIterable<unknown>>;
    };
  };
}
