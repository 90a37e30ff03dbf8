import type { ChatCompletionChunk } from 'openai/resources/chat/completions';

/**
 * A stream as it looks to a caller who did not ask for usage: the chunk that carries only the usage
 * is left out, and no other chunk names it. Leaving the loop early ends the source.
 */
export function withoutUsage(chunks: AsyncIterable<ChatCompletionChunk>): AsyncIterableIterator<ChatCompletionChunk> {
  // Not a generator: `return` on a generator that was never started would not reach the source.
  const source = chunks[Symbol.asyncIterator]();
  const strip = (result: IteratorResult<ChatCompletionChunk>): IteratorResult<ChatCompletionChunk> | Promise<IteratorResult<ChatCompletionChunk>> => {
    if (result.done) return { done: true, value: undefined };
    if (!('usage' in result.value)) return result;
    const { usage, ...rest } = result.value;
    // A provider may put the usage on a chunk that also has content: that one stays.
    return !usage || rest.choices.length > 0 ? { done: false, value: rest } : source.next().then(strip);
  };
  const iterator: AsyncIterableIterator<ChatCompletionChunk> = {
    next: () => source.next().then(strip),
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/** Whether a request asked for the usage chunk. */
export function wantsUsage(params: Readonly<Record<string, unknown>>): boolean {
  const options = params.stream_options;
  return typeof options === 'object' && options !== null && 'include_usage' in options && options.include_usage === true;
}
