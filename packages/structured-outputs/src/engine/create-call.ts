import type { ChatParams } from '../client/chat-client.js';
import type { CallOptions } from '../client/options.js';
import { callSettings, checkedRetries, type Settings } from '../client/settings.js';
import { createScope } from '../limits/scope.js';
import { noUsage } from '../limits/usage.js';
import { createModelRegistry, type RegisteredModel } from '../model/registered-model.js';

import type { AnswerSink, Call, ClientContext } from './call.js';

/** A call that is known to be sound and has not begun. */
export interface PreparedCall {
  readonly params: ChatParams;
  readonly model: RegisteredModel;
  readonly settings: Settings;
  readonly maxRetries: number;
  readonly passed: Readonly<Record<string, unknown>> | undefined;
  readonly signal: AbortSignal | null | undefined;
  readonly context: unknown;
}

/** Makes the calls of one client. */
export interface CallFactory {
  readonly client: ClientContext;
  /** Checks and fills in. @throws {SchemaUnsupportedError} @throws {RangeError} @throws {TypeError} */
  prepare(params: ChatParams & { readonly response_model?: unknown; readonly max_retries?: number }, options: CallOptions | undefined, model?: RegisteredModel): PreparedCall;
  /** Starts its clocks. */
  open(prepared: PreparedCall, sink?: AnswerSink): Call;
  register(model: unknown): RegisteredModel;
}

/** @param defaultParams - Beneath the parameters of every call. */
export function createCallFactory(client: ClientContext, defaultParams: Readonly<Record<string, unknown>> | undefined): CallFactory {
  const registry = createModelRegistry((name, findings) => {
    if (findings.length > 0) client.events.emit('log', () => ({ level: 'debug', message: `schema ${name}: ${findings.length} findings`, findings }));
  });
  let lastId = 0;
  return {
    client,
    register: (model) => registry.register(model),
    prepare({ response_model, max_retries, ...rest }, options, model = registry.register(response_model)) {
      const params: ChatParams = defaultParams ? { ...defaultParams, ...rest } : rest;
      if (typeof params.model !== 'string' || params.model === '') throw new TypeError('a structured call needs a model: in its parameters or in defaultParams');
      if (!Array.isArray(params.messages)) throw new TypeError('a structured call needs messages');
      const { settings, passed } = callSettings(client.settings, options);
      return {
        params,
        model,
        settings,
        maxRetries: max_retries === undefined ? client.settings.maxRetries : checkedRetries(max_retries, 'max_retries'),
        passed,
        signal: options?.signal,
        context: options?.context,
      };
    },
    open: (prepared, sink) => ({
      id: (lastId += 1),
      client,
      params: prepared.params,
      passed: prepared.passed,
      context: prepared.context,
      model: prepared.model,
      settings: prepared.settings,
      maxRetries: prepared.maxRetries,
      scope: createScope(prepared.signal, prepared.settings.deadlineMs),
      isBounded: sink !== undefined || (prepared.signal !== undefined && prepared.signal !== null) || prepared.settings.timeoutMs > 0 || prepared.settings.deadlineMs > 0,
      startedAt: client.now(),
      sink,
      attempts: [],
      usage: noUsage(),
      lastUsage: undefined,
      failure: undefined,
      answered: undefined,
      span: undefined,
    }),
  };
}
