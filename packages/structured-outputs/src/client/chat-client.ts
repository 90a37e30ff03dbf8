/**
 * Anything that is asked by `chat.completions.create`: the `openai` SDK, a
 * router, a fake. Parameters are `never` so that every such method fits.
 */
export interface ChatClient {
  readonly chat: { readonly completions: { create(params: never, options?: never): unknown } };
}

/** A message, as far as this package looks at it. */
export interface ChatMessage {
  readonly role: string;
  readonly content?: unknown;
  readonly name?: unknown;
  readonly tool_calls?: unknown;
  readonly tool_call_id?: unknown;
  readonly refusal?: unknown;
  readonly audio?: unknown;
  readonly function_call?: unknown;
}

/** Parameters of a completion: those of the OpenAI API, whatever the provider takes. */
export interface ChatParams {
  /** @default the client's `defaultParams.model` */
  readonly model?: string;
  readonly messages: readonly ChatMessage[];
  readonly [parameter: string]: unknown;
}
