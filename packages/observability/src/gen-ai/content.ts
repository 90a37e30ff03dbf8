import type { Runtime } from '../runtime.js';
import type { LlmMessage } from './llm-request.js';

/** Most messages of a conversation that are told of; the last ones, which the answer answers. */
const MOST_MESSAGES = 64;
const MOST_PARTS = 32;

/** A part of a message in the form of the GenAI conventions. */
interface Part {
  readonly type: string;
  readonly [field: string]: unknown;
}

/**
 * A text attribute for messages: undefined, or sizes and keyed hashes, or the whole text, as the setup allows. Of a
 * picture or a recording never more than its kind.
 */
export function contentOf(messages: readonly LlmMessage[], runtime: Runtime): unknown {
  if (runtime.captureContent === 'none') return undefined;
  const isFull = runtime.captureContent === 'full';
  return messages.slice(-MOST_MESSAGES).map((message) => ({
    role: message.role,
    parts: partsOf(message).map((part) => (isFull ? part : metadataOf(part, runtime))),
  }));
}

/** The same for one text. */
export function textContentOf(text: string, runtime: Runtime): unknown {
  if (runtime.captureContent === 'none') return undefined;
  const part: Part = { type: 'text', content: text };
  return [runtime.captureContent === 'full' ? part : metadataOf(part, runtime)];
}

function partsOf({ role, content, tool_calls: calls, tool_call_id: callId }: LlmMessage): Part[] {
  const parts: Part[] = [];
  if (role === 'tool') return [{ type: 'tool_call_response', id: textOr(callId), response: textOr(content) }];
  if (typeof content === 'string') parts.push({ type: 'text', content });
  else if (Array.isArray(content)) for (const part of content.slice(0, MOST_PARTS)) parts.push(partOf(part));
  if (Array.isArray(calls)) {
    for (const call of calls.slice(0, MOST_PARTS) as { id?: unknown; function?: { name?: unknown; arguments?: unknown } }[]) {
      parts.push({ type: 'tool_call', id: textOr(call.id), name: textOr(call.function?.name), arguments: textOr(call.function?.arguments) });
    }
  }
  return parts;
}

function partOf(part: unknown): Part {
  const { type, text } = (typeof part === 'object' && part !== null ? part : {}) as { type?: unknown; text?: unknown };
  if (type === 'text' || type === 'input_text' || type === 'output_text') return { type: 'text', content: textOr(text) };
  if (type === 'reasoning') return { type: 'reasoning', content: textOr(text) };
  // Addresses of pictures can be signed, and their bytes are large: the kind has to do.
  if (type === 'image_url' || type === 'input_image') return { type: 'uri', modality: 'image' };
  if (type === 'input_audio') return { type: 'blob', modality: 'audio' };
  return { type: typeof type === 'string' ? type.slice(0, 64) : 'unknown' };
}

function metadataOf(part: Part, runtime: Runtime): Part {
  const text = part.content ?? part.response ?? part.arguments;
  const named = { type: part.type, ...(part.name !== undefined && { name: part.name }), ...(part.modality !== undefined && { modality: part.modality }) };
  return typeof text === 'string' ? { ...named, chars: text.length, hmac_sha256: runtime.hash(text) } : named;
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
