import { chunks, completion, type CompletionContent } from '@discord-intelligence/testing';
import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions';

/** A whole answer. */
export function answer(content: string | CompletionContent = 'ok'): ChatCompletion {
  return completion(typeof content === 'string' ? { content } : content) as unknown as ChatCompletion;
}

/** The same as chunks, the usage in the last one. */
export function pieces(content: string | CompletionContent = 'hello world'): ChatCompletionChunk[] {
  return chunks(typeof content === 'string' ? { content } : content, { includeUsage: true }) as unknown as ChatCompletionChunk[];
}

/** Text of the first choice. */
export function textOf(whole: ChatCompletion): string | null | undefined {
  return whole.choices[0]?.message.content;
}

/** Reads a stream to its end. */
export async function readAll<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

/** Text of all chunks. */
export function joined(items: readonly ChatCompletionChunk[]): string {
  return items.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
}

/** A promise and its two ends. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

/** A promise that is settled from outside. */
export function deferred<T = void>(): Deferred<T> {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
