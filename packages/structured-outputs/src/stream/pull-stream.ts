/** A stream that begins when it is first asked for, and can be read once. */
export interface PullStream<Item> extends AsyncIterable<Item> {
  [Symbol.asyncIterator](): AsyncIterator<Item, undefined>;
}

/** What the producer puts its items into. */
export interface Outlet<Item> {
  /**
   * @param isPassing - Whether a later item makes this one superfluous: it is dropped when nobody has taken it by then.
   * @returns A promise when the consumer is far behind; wait for it.
   */
  push(item: Item, isPassing?: boolean): Promise<void> | undefined;
}

/** Items that wait before the producer is slowed down. */
const HIGH_WATER = 64;

/**
 * Makes a stream out of a producer.
 *
 * @param produce - Starts with the first `next`; what it throws comes out of the iterator, once.
 * @param cancel - The consumer has left.
 */
export function createPullStream<Item>(produce: (outlet: Outlet<Item>) => Promise<void>, cancel: () => void): PullStream<Item> {
  const queue: { readonly item: Item; readonly isPassing: boolean }[] = [];
  let state: 'new' | 'running' | 'ended' | 'closed' = 'new';
  let failure: { readonly error: unknown } | undefined;
  let wake: (() => void) | undefined;
  let drained: (() => void) | undefined;

  const notify = () => {
    wake?.();
    wake = undefined;
  };
  const outlet: Outlet<Item> = {
    push(item, isPassing = false) {
      if (state !== 'running') return undefined;
      if (queue.at(-1)?.isPassing === true) queue.pop();
      queue.push({ item, isPassing });
      notify();
      if (queue.length < HIGH_WATER) return undefined;
      return new Promise((resolve) => { drained = resolve; });
    },
  };
  const start = () => {
    state = 'running';
    produce(outlet)
      .catch((error: unknown) => { failure = { error }; })
      .finally(() => {
        if (state === 'running') state = 'ended';
        notify();
      });
  };
  const close = () => {
    const isLeaving = state === 'running';
    state = 'closed';
    queue.length = 0;
    drained?.();
    notify();
    if (isLeaving) cancel();
  };

  const iterator: AsyncIterator<Item, undefined> = {
    async next() {
      if (state === 'new') start();
      for (;;) {
        const first = queue.shift();
        if (first) {
          if (queue.length < HIGH_WATER / 2) {
            drained?.();
            drained = undefined;
          }
          return { done: false, value: first.item };
        }
        if (state === 'closed') return { done: true, value: undefined };
        if (state === 'ended') {
          state = 'closed';
          if (failure) throw failure.error;
          return { done: true, value: undefined };
        }
        await new Promise<void>((resolve) => { wake = resolve; });
      }
    },
    async return() {
      close();
      return { done: true, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}
