import { createStopSource, type StopSignal } from '../../stop-signal.js';

import { createSharedStream, type SharedStream } from './shared-stream.js';
import type { SingleFlight } from './single-flight.js';
import { reasonOf, waitFor } from './wait-for.js';

/** How streams are shared. */
export interface StreamFlightOptions<T> {
  /** Shares the time until a stream starts. */
  readonly flights: SingleFlight;
  /** Bytes of chunks held for one stream, at most. */
  readonly maxBytes: number;
  readonly sizeOf: (item: T) => number;
}

/** A stream that has started. */
export interface StartedStream<T> {
  readonly items: AsyncIterable<T>;
  readonly onItem?: (item: T) => void;
  readonly onEnd?: (how: 'done' | 'failed' | 'abandoned') => void;
}

/** One caller's view of a shared stream. */
export interface SharedReader<T, Started> {
  readonly items: AsyncIterableIterator<T>;
  readonly started: Started;
  readonly isShared: boolean;
}

/** Starts a stream once for all who ask while it runs and its beginning is still held. */
export interface StreamFlight<T> {
  /** @throws What `start` throws, or the reason of the caller's signal. */
  open<Started extends StartedStream<T>>(key: string, start: (signal: StopSignal) => Promise<Started>, options: { readonly signal?: StopSignal | undefined; readonly canLead: boolean }): Promise<SharedReader<T, Started>>;
}

interface OpenStream<T> {
  readonly shared: SharedStream<T>;
  readonly started: StartedStream<T>;
}

/** Makes a stream flight. The streams that can be joined are as many as the flights allow. */
export function createStreamFlight<T>({ flights, maxBytes, sizeOf }: StreamFlightOptions<T>): StreamFlight<T> {
  const open = new Map<string, OpenStream<T>>();
  const net = new FinalizationRegistry<() => void>((leave) => { leave(); });
  /** Streams that can be joined, at most; beyond that they are for their first readers only. */
  const maxOpen = 1_000;

  const begin = async (key: string, start: (signal: StopSignal) => Promise<StartedStream<T>>, starting: StopSignal, isJoinable: boolean): Promise<OpenStream<T>> => {
    // Outlives the start: it ends when the last reader leaves.
    const source = createStopSource();
    const giveUp = () => { source.abort(reasonOf(starting)); };
    starting.addEventListener('abort', giveUp, { once: true });
    let started: StartedStream<T>;
    try {
      started = await start(source.signal);
    } finally {
      starting.removeEventListener('abort', giveUp);
    }
    const { items, onItem, onEnd } = started;
    if (starting.aborted) {
      // Everybody left while it started, and it did not mind its signal.
      void Promise.resolve(items[Symbol.asyncIterator]().return?.()).catch(ignore);
      onEnd?.('abandoned');
      throw reasonOf(starting);
    }
    const entry: OpenStream<T> = {
      started,
      shared: createSharedStream({
        source: items,
        maxBytes,
        sizeOf,
        net,
        ...(onItem && { onItem }),
        onEnd(how) {
          if (open.get(key) === entry) open.delete(key);
          onEnd?.(how);
          if (how === 'abandoned') source.abort(new DOMException('The last reader has left', 'AbortError'));
        },
      }),
    };
    if (isJoinable && open.size < maxOpen) open.set(key, entry);
    return entry;
  };

  return {
    async open<Started extends StartedStream<T>>(key: string, start: (signal: StopSignal) => Promise<Started>, { signal, canLead }: { readonly signal?: StopSignal | undefined; readonly canLead: boolean }) {
      if (signal?.aborted) throw reasonOf(signal);
      const known = open.get(key);
      const early = known?.shared.join();
      if (known && early) return { items: withSignal(early, signal), started: known.started as Started, isShared: true };

      const { value, isShared } = await flights.run(key, (starting) => begin(key, start, starting, canLead), { signal, canLead });
      const reader = value.shared.join();
      if (reader) return { items: withSignal(reader, signal), started: value.started as Started, isShared };
      // It ran away before this caller could read: a stream of its own.
      const alone = createStopSource();
      const own = await waitFor(begin(key, start, alone.signal, false), signal, () => { alone.abort(reasonOf(signal!)); });
      return { items: withSignal(own.shared.join()!, signal), started: own.started as Started, isShared: false };
    },
  };
}

/** Ends a reader with its caller's signal; the signal has a listener only while the reader waits. */
function withSignal<T>(reader: AsyncIterableIterator<T>, signal: StopSignal | undefined): AsyncIterableIterator<T> {
  if (!signal) return reader;
  const leave = () => void reader.return?.();
  const iterator: AsyncIterableIterator<T> = {
    async next() {
      if (!signal.aborted) return await waitFor(reader.next(), signal, leave);
      leave();
      throw reasonOf(signal);
    },
    return: () => reader.return!(),
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

function ignore(): void {
  // A source that fails while it is being left has nobody to tell.
}
