import type { Dispatcher } from 'undici';

/** Bytes that wait for a slow reader before the connection is told to stop. */
const HIGH_WATER = 64 * 1_024;

/** The body of a streamed answer on its way from the connection to one reader. */
export interface BodyQueue extends AsyncIterable<Buffer> {
  push(chunk: Buffer): void;
  end(): void;
  fail(error: Error): void;
}

/** Makes an empty one. A web stream does the same for some ten times the processor time. */
export function createBodyQueue(controller: Dispatcher.DispatchController): BodyQueue {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isEnded = false;
  let error: Error | undefined;
  let waiting: { readonly resolve: (result: IteratorResult<Buffer>) => void; readonly reject: (error: Error) => void } | undefined;

  const iterator: AsyncIterator<Buffer> = {
    next() {
      const chunk = chunks.shift();
      if (chunk) {
        bytes -= chunk.length;
        if (controller.paused && bytes < HIGH_WATER) controller.resume();
        return Promise.resolve({ done: false, value: chunk });
      }
      if (error) return Promise.reject(error);
      if (isEnded) return Promise.resolve({ done: true, value: undefined });
      return new Promise((resolve, reject) => { waiting = { resolve, reject }; });
    },
    return() {
      // A reader that leaves early takes the connection along: what is still to come on it is nobody's.
      if (!isEnded && !error) controller.abort(new DOMException('The reader has left', 'AbortError'));
      return Promise.resolve({ done: true, value: undefined });
    },
  };

  return {
    push(chunk) {
      if (waiting) {
        const { resolve } = waiting;
        waiting = undefined;
        resolve({ done: false, value: chunk });
        return;
      }
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= HIGH_WATER) controller.pause();
    },
    end() {
      isEnded = true;
      waiting?.resolve({ done: true, value: undefined });
      waiting = undefined;
    },
    fail(cause) {
      error = cause;
      waiting?.reject(cause);
      waiting = undefined;
    },
    [Symbol.asyncIterator]: () => iterator,
  };
}
