import * as z from 'zod';

import { once } from '../../once.js';

import type { SemanticEntry } from './semantic-index.js';

const texts = once(() => z.array(z.string()).max(5_000));

const profile = once(() => z.strictObject({
  language: z.string(),
  words: texts(),
  names: texts(),
  numbers: texts(),
  quotes: texts(),
  code: texts(),
  links: texts(),
  negations: z.number().int().min(0),
  payload: z.string(),
}));

const question = once(() => z.strictObject({
  // First, where the script that raises it finds it.
  threshold: z.number().min(0).max(1),
  expiresAt: z.number(),
  vector: z.base64(),
  profile: profile(),
}));

const FLOAT_BYTES = 4;

/** A question as Redis keeps it; the vector as base64 of little-endian floats. */
export function encodeQuestion({ threshold, expiresAt, vector, profile }: SemanticEntry): string {
  const bytes = Buffer.alloc(vector.length * FLOAT_BYTES);
  vector.forEach((value, index) => bytes.writeFloatLE(value, index * FLOAT_BYTES));
  return JSON.stringify({ threshold, expiresAt, vector: bytes.toString('base64'), profile });
}

/** Reads what Redis kept; `undefined` when it is broken. */
export function decodeQuestion(key: string, text: string): SemanticEntry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { success, data } = question().safeParse(value);
  if (!success) return undefined;
  const bytes = Buffer.from(data.vector, 'base64');
  const vector = new Float32Array(Math.floor(bytes.length / FLOAT_BYTES));
  for (let index = 0; index < vector.length; index += 1) vector[index] = bytes.readFloatLE(index * FLOAT_BYTES);
  return { key, threshold: data.threshold, expiresAt: data.expiresAt, vector, profile: data.profile };
}
