import { usage } from '../openai/completion.js';

import { modelOf } from './answer-body.js';
import type { StreamEvent } from './provider-step.js';
import type { MutableScriptedRequest } from './scripted-request.js';

/** A fixed moment, so that equal answers are equal bytes. */
const CREATED_S = 1_700_000_000;

/** The text of one server-sent event; `undefined` for an event that sends nothing. */
export function eventText(event: StreamEvent, request: MutableScriptedRequest, isFirst: boolean): string | undefined {
  if (event.comment !== undefined) return `: ${event.comment}\n\n`;
  if (event.errorEvent) return data({ error: event.errorEvent });
  if (event.done) return 'data: [DONE]\n\n';
  const parts: { content?: string; tool_calls?: readonly object[] } = {};
  if (event.delta !== undefined) {
    request.sentText += event.delta;
    parts.content = event.delta;
  }
  if (event.toolCall) {
    const { index = 0, id, name, arguments: args } = event.toolCall;
    const written = args === undefined || typeof args === 'string' ? args : JSON.stringify(args);
    parts.tool_calls = [{ index, ...(id !== undefined && { id, type: 'function' }), function: { ...(name !== undefined && { name }), ...(written !== undefined && { arguments: written }) } }];
  }
  const hasChoice = Object.keys(parts).length > 0 || event.finish !== undefined;
  if (!hasChoice && !event.usage) return undefined;
  if (event.usage) request.usage = event.usage;
  return data({
    id: 'chatcmpl-fake',
    object: 'chat.completion.chunk',
    created: CREATED_S,
    model: modelOf(request),
    choices: hasChoice ? [{ index: 0, delta: { ...(isFirst && { role: 'assistant' }), ...parts }, logprobs: null, finish_reason: event.finish ?? null }] : [],
    ...(event.usage && { usage: usage(event.usage) }),
  });
}

function data(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}
