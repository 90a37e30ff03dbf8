import type { ChatClient, ChatParams } from './client/chat-client.js';
import { createCallFactory } from './engine/create-call.js';
import { createCoalescer } from './engine/coalesce.js';
import { type Engine, loadEngine } from './engine/instructor.js';
import { createModeMemory } from './engine/mode-memory.js';
import { type Outcome, runCall } from './engine/run-call.js';
import { createEventHub } from './client/events.js';
import { rememberMeta } from './client/meta.js';
import type { CallOptions, WrapOptions } from './client/options.js';
import { clientSettings } from './client/settings.js';
import type { StructuredClient, StructuredCompletions } from './client/structured-client.js';
import { disabledError } from './errors/disabled-error.js';
import { StructuredOutputError } from './errors/structured-output-error.js';
import { streamElements } from './stream/stream-elements.js';
import { streamPartials } from './stream/stream-partials.js';

/** Parameters of a structured call, once they are inside. */
export type AnyParams = ChatParams & { readonly response_model: unknown; readonly max_retries?: number };

/**
 * Gives a client validated answers. Whatever has `chat.completions.create`
 * can be wrapped; calls without `response_model` go through unchanged.
 *
 * @throws {TypeError} When there is no such method.
 * @throws {RangeError} For options out of range.
 * @example
 * const client = wrap(new OpenAI(), { defaultParams: { model: 'gpt-4o-mini' } });
 * const person = await client.chat.completions.create({
 *   messages: [{ role: 'user', content: 'Ada, 36' }],
 *   response_model: z.object({ name: z.string(), age: z.number().int() }),
 * });
 */
export function wrap<Client extends ChatClient>(client: Client, options: WrapOptions = {}): StructuredClient<Client> {
  const { completions } = requireChat(client);
  const settings = clientSettings(options);
  const events = createEventHub();
  const { now = () => performance.now(), random = Math.random, disabled, defaultParams, pricing } = options;
  // Looked up at each call and called on its owner, so that `this` and later patches are kept.
  const send = (params: object, passed?: object): unknown => (passed === undefined ? completions.create(params as never) : completions.create(params as never, passed as never));
  const calls = createCallFactory({ wrapped: client, send, settings, events, modes: createModeMemory(), pricing, now, random }, defaultParams);
  const coalescer = createCoalescer();

  let engine: Engine | Promise<Engine> | undefined;
  const getEngine = () => {
    if (engine) return engine;
    const loading = loadEngine();
    engine = loading;
    loading.then(
      (loaded) => { engine = loaded; },
      // The next call tries anew.
      () => { engine = undefined; },
    );
    return loading;
  };

  const run = async (params: AnyParams, callOptions: CallOptions | undefined): Promise<Outcome> => {
    if (disabled) throw disabledError(disabled);
    const prepared = calls.prepare(params, callOptions);
    const outcome = prepared.settings.coalesce
      ? await coalescer.run(prepared, (shared) => runCall(calls.open(shared), getEngine))
      : await runCall(calls.open(prepared), getEngine);
    rememberMeta(outcome.data, outcome.meta);
    if (settings.attachMeta && typeof outcome.data === 'object' && outcome.data !== null && Object.isExtensible(outcome.data)) {
      Object.defineProperty(outcome.data, '_meta', { value: outcome.meta, enumerable: false, configurable: true });
    }
    return outcome;
  };
  const stream = { calls, getEngine, disabled };

  const completionsOfOurs = {
    create(params: AnyParams, callOptions?: CallOptions) {
      if (params.response_model === undefined) return send(withDefaults(params, defaultParams), callOptions);
      if (params.stream === true) return streamPartials(stream, params, callOptions);
      return run(params, callOptions).then(({ data }) => data);
    },
    createWithMeta: (params: AnyParams, callOptions?: CallOptions) => run(params, callOptions).then(({ data, meta, completion }) => ({ data, meta, completion })),
    createPartial: (params: AnyParams, callOptions?: CallOptions) => streamPartials(stream, params, callOptions),
    createIterable: (params: AnyParams, callOptions?: CallOptions) => streamElements(stream, params, callOptions),
    async createOr(params: AnyParams, fallback: unknown, callOptions?: CallOptions) {
      try {
        const { data, meta } = await run(params, callOptions);
        return { data, degraded: false, meta };
      } catch (error) {
        if (!StructuredOutputError.is(error) || error.kind === 'aborted') throw error;
        const data: unknown = typeof fallback === 'function' ? await (fallback as (error: StructuredOutputError) => unknown)(error) : fallback;
        return { data, degraded: true, reason: error.kind, error };
      }
    },
  };

  return {
    raw: client,
    // The generic signatures say more than an implementation can show the compiler.
    chat: { completions: completionsOfOurs as unknown as StructuredCompletions<Client> },
    on: (name, listener) => events.on(name, listener),
  };
}

function withDefaults(params: AnyParams, defaults: Readonly<Record<string, unknown>> | undefined): object {
  return defaults ? { ...defaults, ...params } : params;
}

function requireChat(client: ChatClient): ChatClient['chat'] {
  // Callers without types may pass anything.
  const completions = (client as { readonly chat?: { readonly completions?: { readonly create?: unknown } } } | null | undefined)?.chat?.completions;
  if (typeof completions?.create !== 'function') throw new TypeError('wrap needs a client with chat.completions.create');
  return client.chat;
}
