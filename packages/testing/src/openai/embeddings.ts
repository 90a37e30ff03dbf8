import { createHash } from 'node:crypto';

import type { ProviderCall } from './provider-call.js';
import type { EndpointReply } from './reply-plan.js';
import { json, type ReplyOptions } from './replies.js';

/** How embeddings are made. */
export interface EmbeddingsOptions extends ReplyOptions {
  /** Numbers in a vector. @default 8 */
  readonly dimensions?: number;
  /** Makes a vector; by default equal texts get equal unit vectors, others different ones. */
  readonly embed?: (text: string) => readonly number[];
}

/** Embeddings of whatever the request holds, as floats or base64, whichever it asks for. */
export function embeddings({ dimensions = 8, embed, ...options }: EmbeddingsOptions = {}): EndpointReply {
  const toVector = embed ?? ((content: string) => hashVector(content, dimensions));
  return {
    endpoint: 'embeddings',
    play(call) {
      const { input, encoding } = readRequest(call);
      const tokens = input.reduce((sum, content) => sum + Math.ceil(content.length / 4), 0);
      return json(
        {
          object: 'list',
          data: input.map((content, index) => ({ object: 'embedding', index, embedding: encode(toVector(content), encoding) })),
          model: call.model ?? 'fake-model',
          usage: { prompt_tokens: tokens, total_tokens: tokens },
        },
        options,
      );
    },
  };
}

function readRequest({ body }: ProviderCall): { readonly input: readonly string[]; readonly encoding: unknown } {
  const { input, encoding_format } = typeof body === 'object' && body !== null ? (body as { input?: unknown; encoding_format?: unknown }) : {};
  const list: readonly unknown[] = Array.isArray(input) ? input : [input];
  return { input: list.map(String), encoding: encoding_format };
}

/** The `openai` SDK asks for base64 unless told otherwise. */
function encode(vector: readonly number[], encoding: unknown): string | readonly number[] {
  return encoding === 'base64' ? Buffer.from(new Float32Array(vector).buffer).toString('base64') : vector;
}

function hashVector(content: string, dimensions: number): number[] {
  const numbers = Array.from({ length: dimensions }, (_, index) => {
    return createHash('sha256').update(`${index}:${content}`).digest().readInt32BE() / 2 ** 31;
  });
  const length = Math.hypot(...numbers);
  return numbers.map((value) => value / length);
}
