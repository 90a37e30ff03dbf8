/**
 * Parameters that do not change what the model answers: how it is delivered, and whose books it is
 * in. Everything else is part of the key, unknown parameters too: a needless miss costs a call,
 * a wrong hit is a wrong answer.
 */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'model', // the group stands for it
  'stream',
  'stream_options',
  'user',
  'safety_identifier',
  'metadata',
  'store',
  'service_tier',
  'prompt_cache_key',
  'prompt_cache_options',
  'prompt_cache_retention',
]);

/** The parameters that decide the answer. `null` is the same as left out, as in OpenAI's API. */
export function keyParameters(params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(params)) {
    const value = params[name];
    if (value === null || value === undefined || BOOKKEEPING.has(name)) continue;
    // A parameter may have any name; this one cannot be assigned.
    if (name === '__proto__') Object.defineProperty(kept, name, { value, enumerable: true });
    else kept[name] = name === 'messages' ? trimMessages(value) : value;
  }
  return kept;
}

/** Messages without the white space around their texts. Letters keep their case: `Polish` is not `polish`. */
function trimMessages(messages: unknown): unknown {
  if (!Array.isArray(messages)) return messages;
  return messages.map((message: unknown) => {
    if (!isRecord(message)) return message;
    const { content } = message;
    if (typeof content === 'string') {
      const trimmed = content.trim();
      return trimmed.length === content.length ? message : { ...message, content: trimmed };
    }
    return Array.isArray(content) ? { ...message, content: trimParts(content) } : message;
  });
}

/** Only the outer ends: white space between two parts stands between two texts. */
function trimParts(parts: readonly unknown[]): unknown[] {
  return parts.map((part, index) => {
    if (!isRecord(part) || typeof part.text !== 'string') return part;
    let { text } = part;
    if (index === 0) text = text.trimStart();
    if (index === parts.length - 1) text = text.trimEnd();
    return { ...part, text };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> & { text?: unknown; content?: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
