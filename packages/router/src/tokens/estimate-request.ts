import { estimateTextTokens } from './estimate-text.js';
import type { TokenizableRequest } from './token-estimator.js';

/** Room for what the estimate by characters gets wrong. */
const MARGIN = 1.1;

/** Role, separators and name of a message, and the start of the answer, in OpenAI's chat format. */
const TOKENS_PER_MESSAGE = 4;
const TOKENS_PER_REQUEST = 3;

/** An image in low detail (OpenAI: 85), and in high detail at its largest (2048 x 2048 scaled to 768 x 768 and more: up to 1,105). */
const TOKENS_LOW_IMAGE = 85;
const TOKENS_HIGH_IMAGE = 1_105;

/** Base64 characters of sound for each token: 10 tokens a second at the lowest usual rate of 2 kB/s. */
const AUDIO_CHARACTERS_PER_TOKEN = 250;

/** How deep content may be nested; deeper parts are counted as their JSON. */
const MAX_DEPTH = 8;

/** Upper estimate of the input tokens of a request: all of its text, tools, images and sound, and the margin. */
export function estimateRequestTokens({ messages = [], tools, functions, response_format: format, input }: TokenizableRequest): number {
  let tokens = TOKENS_PER_REQUEST;
  for (const message of messages) tokens += TOKENS_PER_MESSAGE + tokensIn(message, 0);
  for (const part of [tools, functions, format]) if (part !== undefined && part !== null) tokens += jsonTokens(part);
  if (input !== undefined) tokens += inputTokens(input);
  return Math.ceil(tokens * MARGIN);
}

function tokensIn(value: unknown, depth: number): number {
  if (typeof value === 'string') return estimateTextTokens(value);
  if (typeof value !== 'object' || value === null) return value === undefined || value === null ? 0 : 1;
  if (depth > MAX_DEPTH) return jsonTokens(value);
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + tokensIn(item, depth + 1), 0);
  const part = value as { readonly type?: unknown; readonly image_url?: unknown; readonly input_audio?: unknown };
  if (part.type === 'image_url') return imageTokens(part.image_url);
  if (part.type === 'input_audio') return audioTokens(part.input_audio);
  let sum = 0;
  for (const name of Object.keys(value)) {
    // Names of fields are part of the format, which the overhead of a message covers.
    if (name !== 'type') sum += tokensIn((value as Readonly<Record<string, unknown>>)[name], depth + 1);
  }
  return sum;
}

function imageTokens(image: unknown): number {
  const isLow = typeof image === 'object' && image !== null && (image as { readonly detail?: unknown }).detail === 'low';
  return isLow ? TOKENS_LOW_IMAGE : TOKENS_HIGH_IMAGE;
}

function audioTokens(audio: unknown): number {
  const data = typeof audio === 'object' && audio !== null ? (audio as { readonly data?: unknown }).data : undefined;
  return typeof data === 'string' ? Math.ceil(data.length / AUDIO_CHARACTERS_PER_TOKEN) : 0;
}

/** Embeddings take a text, a list of texts, tokens, or a list of lists of tokens. */
function inputTokens(input: unknown): number {
  if (typeof input === 'number') return 1;
  if (Array.isArray(input)) return input.reduce((sum: number, item) => sum + inputTokens(item), 0);
  return tokensIn(input, 0);
}

function jsonTokens(value: unknown): number {
  try {
    return estimateTextTokens(JSON.stringify(value));
  } catch {
    // A cycle cannot be sent either; the SDK will say so.
    return 0;
  }
}
