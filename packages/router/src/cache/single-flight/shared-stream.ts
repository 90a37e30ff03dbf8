import { StreamDetachedError } from './stream-detached-error.js';

/** How one source is shared. */
export interface SharedStreamOptions<T> {
  readonly source: AsyncIterable<T>;
  /** Bytes of chunks that are held for readers who are behind. */
  readonly maxBytes: number;
  readonly sizeOf: (item: T) => number;
  /** Called with each item, once, before any reader has it. */
  readonly onItem?: (item: T) => void;
  /**
   * Called once when it is over: `done` when the source ended, `failed` when it threw, `abandoned`
   * when the last reader left before.
   */
  readonly onEnd?: (how: 'done' | 'failed' | 'abandoned') => void;
  /**
   * Lets go of readers that were dropped without being read or returned. It must live longer than
   * the stream, and call what it holds.
   */
  readonly net?: FinalizationRegistry<() => void>;
}

/** One source for several readers, each of whom sees it from the beginning. */
export interface SharedStream<T> {
  /**
   * A reader from the first item on; `undefined` when the first items are gone or the stream is
   * over. Counts as a reader at once: whoever takes one must read it or return it.
   */
  join(): AsyncIterableIterator<T> | undefined;
}

interface Reader {
  /** Number of the item that comes next. */
  next: number;
  isDetached: boolean;
}

/**
 * Shares a source at the pace of its fastest reader. Items are held for those behind, up to a
 * limit; a reader farther behind is let go with {@link StreamDetachedError}. When all have left,
 * the source is returned.
 */
export function createSharedStream<T>(options: SharedStreamOptions<T>): SharedStream<T> {
  const { maxBytes, sizeOf, onItem, onEnd, net } = options;
  const source = options.source[Symbol.asyncIterator]();
  const readers = new Set<Reader>();
  const held: { readonly item: T; readonly bytes: number }[] = [];
  let heldBytes = 0;
  /** Number of the first item that is held. */
  let first = 0;
  let end: { readonly error?: unknown } | undefined;
  let pulling: Promise<void> | undefined;

  const finish = (how: 'done' | 'failed' | 'abandoned', error?: unknown) => {
    if (end) return;
    end = how === 'failed' ? { error } : {};
    // There is nobody to let go any more; what the net holds would stay until the collector has found every reader.
    net?.unregister(readers);
    onEnd?.(how);
  };

  const keepWithinLimit = () => {
    while (heldBytes > maxBytes && held.length > 1) {
      heldBytes -= held.shift()!.bytes;
      first += 1;
    }
    // Only now is it known who fell behind; those in front never are.
    for (const reader of readers) {
      if (reader.next >= first) continue;
      reader.isDetached = true;
      readers.delete(reader);
    }
  };

  const take = (result: IteratorResult<T>) => {
    pulling = undefined;
    if (result.done) {
      finish('done');
      return;
    }
    if (end) return;
    try {
      const item = result.value;
      onItem?.(item);
      const bytes = sizeOf(item);
      held.push({ item, bytes });
      heldBytes += bytes;
      keepWithinLimit();
    } catch (error) {
      finish('failed', error);
    }
  };
  const fail = (error: unknown) => {
    pulling = undefined;
    finish('failed', error);
  };
  /** One item more. Written with `then`, as the whole way of a chunk: it is taken for each of them. */
  const pull = (): Promise<void> => source.next().then(take, fail);

  const leave = (reader: Reader) => {
    if (!readers.delete(reader) || readers.size > 0 || end) return;
    finish('abandoned');
    // A generator that waits for the network answers `return` only when that ends: not awaited.
    void Promise.resolve(source.return?.()).catch(ignore);
  };

  // Made here and not where the iterator is: a closure keeps alive all that its scope holds.
  const letGo = (reader: Reader) => () => { leave(reader); };

  const read = (reader: Reader): Promise<IteratorResult<T, undefined>> => {
    if (reader.isDetached) return Promise.reject(new StreamDetachedError(maxBytes));
    if (!readers.has(reader)) return Promise.resolve({ done: true, value: undefined });
    const entry = held[reader.next - first];
    if (entry) {
      reader.next += 1;
      return Promise.resolve({ done: false, value: entry.item });
    }
    if (end) {
      readers.delete(reader);
      // Passed on as it came: it is the failure of the source.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      return 'error' in end ? Promise.reject(end.error) : Promise.resolve({ done: true, value: undefined });
    }
    return (pulling ??= pull()).then(() => read(reader));
  };

  return {
    join() {
      if (end || first > 0) return undefined;
      const reader: Reader = { next: 0, isDetached: false };
      readers.add(reader);
      const iterator: AsyncIterableIterator<T> = {
        next: () => read(reader),
        async return() {
          leave(reader);
          return { done: true, value: undefined };
        },
        [Symbol.asyncIterator]: () => iterator,
      };
      net?.register(iterator, letGo(reader), readers);
      return iterator;
    },
  };
}

function ignore(): void {
  // A source that fails while it is being left has nobody to tell.
}
