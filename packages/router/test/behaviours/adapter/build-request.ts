import type { RequestOptions } from '../../../src/flow/request-options.js';
import type { CaseCall } from '../dsl/case-action.js';
import type { CallOrder } from '../runner/subject.js';

import { strategyName } from './map-config.js';

/** Text of a call that names none. */
const DEFAULT_TEXT = 'hello';

const PARAMETERS = ['stream', 'stream_options', 'temperature', 'top_p', 'n', 'seed', 'stop', 'max_tokens', 'max_completion_tokens', 'presence_penalty', 'frequency_penalty', 'tool_choice', 'metadata'] as const satisfies readonly (keyof CaseCall)[];

/** Parameters of the chat API, as the call of a case wants them. */
export function buildParams({ call, kind, upload, repetition }: CallOrder): Record<string, unknown> {
  const { tools, response_format: format } = call;
  return {
    model: call.model ?? call.useCase ?? call.experiment ?? 'g',
    messages: kind === 'upload' ? uploadMessages(upload) : buildMessages(call, repetition),
    ...Object.fromEntries(PARAMETERS.flatMap((name) => (call[name] === undefined ? [] : [[name, call[name]]]))),
    ...(tools && { tools: tools.map((tool) => (typeof tool === 'string' ? { type: 'function', function: { name: tool, parameters: { type: 'object', properties: {} } } } : tool)) }),
    ...(format !== undefined && { response_format: typeof format === 'string' ? { type: format === 'json' ? 'json_object' : format } : format }),
  };
}

/** Options of the router for the call of a case. */
export function buildOptions({ call, classifyOnly }: CallOrder, signal: AbortSignal | undefined): RequestOptions {
  const { user, team, guild, org } = call;
  const labels = Object.fromEntries(Object.entries({ user, team, guild, org, ...call.scope }).filter(([, value]) => value !== undefined)) as Record<string, string>;
  const options: Record<string, unknown> = {
    ...Object.fromEntries((['tenant', 'tags', 'session', 'useCase', 'experiment', 'unit', 'fallbacks', 'disableFallbacks', 'retries', 'timeoutMs', 'lane', 'testHooks'] as const).flatMap((name) => (call[name] === undefined ? [] : [[name, call[name]]]))),
    ...(signal && { signal }),
    ...(Object.keys(labels).length > 0 && { scope: labels }),
    ...(call.strategy !== undefined && { strategy: strategyName(call.strategy) }),
    ...(call.cache !== undefined && { cache: cacheControls(call.cache) }),
    ...(call.baseUrl !== undefined && { baseURL: call.baseUrl }),
    ...(classifyOnly && { retries: 0, disableFallbacks: true }),
  };
  return options;
}

/** A namespace in a case is asked for in order to share; tenants keep apart without one. */
function cacheControls(cache: NonNullable<CaseCall['cache']>): object {
  if (cache === false) return { enabled: false };
  const { namespace, shared = namespace !== undefined, maxAgeMs, ...rest } = cache;
  return { ...rest, ...(maxAgeMs !== undefined && { sMaxageMs: maxAgeMs }), ...(namespace !== undefined && { namespace }), ...(shared && { isShared: true }) };
}

/** Text of the user's last message. */
export function lastText({ messages, unique }: CaseCall, repetition: number): string {
  const text = typeof messages === 'string' ? messages : DEFAULT_TEXT;
  return unique ? `${text} #${repetition}` : text;
}

function buildMessages(call: CaseCall, repetition: number): readonly object[] {
  if (Array.isArray(call.messages)) return call.messages;
  const earlier = Array.from({ length: call.history ?? 0 }, (_, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content: `earlier ${index}` }));
  return [...earlier, { role: 'user', content: lastText(call, repetition) }];
}

/** The router speaks chat and embeddings: a file travels as a part of a message. */
function uploadMessages({ purpose }: Readonly<Record<string, unknown>> = {}): readonly object[] {
  const file = { filename: `${typeof purpose === 'string' ? purpose : 'file'}.txt`, file_data: 'data:text/plain;base64,aGVsbG8=' };
  return [{ role: 'user', content: [{ type: 'file', file }, { type: 'text', text: DEFAULT_TEXT }] }];
}
