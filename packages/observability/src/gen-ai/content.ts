import type { LogfireSpan } from '../logfire-span.js';
import { GEN_AI } from '../names/gen-ai.js';
import type { Runtime } from '../runtime.js';
import type { LlmContent, LlmMessage } from './llm-request.js';

/** Most messages of a conversation that are told of; the last ones, which the answer answers. */
const MOST_MESSAGES = 64;
const MOST_PARTS = 32;

/** A part of a message in the form of the GenAI conventions. */
interface Part {
  readonly type: string;
  readonly [field: string]: unknown;
}

interface EncodedSpan extends LogfireSpan {
  setEncoded?(key: string, value: string | number | boolean, isCut: boolean): void;
}

/** Characters of the messages of one call, once capturing them was asked for. */
const CONTENT_CHARACTERS = 65_536;

/** Sets texts of a call on its span, as far as the setup allows. Never throws. */
export function setContent(runtime: Runtime, span: EncodedSpan, { input, output, systemInstructions, toolDefinitions }: LlmContent): void {
  if (runtime.captureContent === 'none' || !span.isRecording) return;
  const set = (key: string, value: unknown) => {
    if (value === undefined) return;
    const encoded = runtime.encode(value, undefined, CONTENT_CHARACTERS);
    if (encoded.value !== undefined) span.setEncoded?.(key, encoded.value, encoded.isCut);
  };
  try {
    if (input) set(GEN_AI.content.inputMessages, contentOf(input, runtime));
    if (output) set(GEN_AI.content.outputMessages, contentOf(output, runtime));
    if (systemInstructions !== undefined) set(GEN_AI.content.systemInstructions, textContentOf(systemInstructions, runtime));
    if (toolDefinitions !== undefined && runtime.captureContent === 'full') set(GEN_AI.content.toolDefinitions, toolDefinitions);
  } catch {
    // messages that cannot be read
  }
}

/**
 * A text attribute for messages: undefined, or sizes and keyed hashes, or the whole text, as the setup allows. Of a
 * picture or a recording never more than its kind.
 */
function contentOf(messages: readonly LlmMessage[], runtime: Runtime): unknown {
  if (runtime.captureContent === 'none') return undefined;
  const isFull = runtime.captureContent === 'full';
  return messages.slice(-MOST_MESSAGES).map((message) => ({
    role: message.role,
    parts: partsOf(message).map((part) => (isFull ? part : metadataOf(part, runtime))),
  }));
}

/** The same for one text. */
function textContentOf(text: string, runtime: Runtime): unknown {
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
