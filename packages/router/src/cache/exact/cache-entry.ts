import type { ChatCompletion } from 'openai/resources/chat/completions';
import * as z from 'zod';

import type { NanoUsd } from '../../budget/nano-usd.js';
import { once } from '../../once.js';

/** A kept answer. */
export interface CacheEntry {
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly completion: ChatCompletion;
  /** What the answer cost; `null` when the price was unknown. Its model and usage are in the completion. */
  readonly costNanoUsd: NanoUsd | null;
}

const count = once(() => z.number().int().min(0));

// Loose: what providers add stays, and what we rely on is checked.
const message = once(() => z.looseObject({
  role: z.literal('assistant'),
  content: z.string().nullable().optional(),
  refusal: z.string().nullable().optional(),
  tool_calls: z.array(z.looseObject({ id: z.string() })).nullable().optional(),
}));

const completion = once(() => z.looseObject({
  id: z.string(),
  created: z.number(),
  model: z.string(),
  choices: z.array(z.looseObject({ index: count(), finish_reason: z.string(), message: message() })).min(1),
  usage: z.looseObject({ prompt_tokens: count(), completion_tokens: count() }).nullable().optional(),
}));

const entry = once(() => z.strictObject({
  v: z.literal(1),
  createdAt: z.number().int(),
  completion: completion(),
  costNanoUsd: count().nullable(),
}));

/** The text that a store keeps. */
export function encodeEntry({ createdAt, completion, costNanoUsd }: CacheEntry): string {
  return JSON.stringify({ v: 1, createdAt, completion, costNanoUsd });
}

/** Reads what a store kept; `undefined` when it is broken or of another version. A new object each time. */
export function decodeEntry(text: string): CacheEntry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { success, data } = entry().safeParse(value);
  if (!success) return undefined;
  const { createdAt, completion, costNanoUsd } = data;
  // The schema checks what this package reads; the rest is what the provider sent.
  return { createdAt, completion: completion as unknown as ChatCompletion, costNanoUsd };
}
