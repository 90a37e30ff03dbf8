import type { Chunk } from '../attempt/transport.js';
import { StreamDetachedError } from '../cache/single-flight/stream-detached-error.js';
import { RouterError } from '../errors/router-error.js';
import type { StopSignal } from '../stop-signal.js';

import type { Order } from './execute.js';
import { cancelled, openScope } from './request-scope.js';
import type { Runtime } from './runtime.js';

/** How long one caller waits for an answer that others may wait for as well. */
export interface CallerWait {
  readonly signal: StopSignal | undefined;
  /** What the caller is told about an error on the way. */
  explain(error: unknown): unknown;
  dispose(): void;
}

/** One caller's own patience: others may wait for the same answer for longer. */
export function openWait({ clock }: Runtime, { signal, options, start }: Order): CallerWait {
  const scope = options.timeoutMs === undefined ? undefined : openScope({ clock, signal, totalMs: options.timeoutMs, limit: start.rules.totalLimit });
  const own = scope ? scope.signal : signal;
  return {
    signal: own,
    explain(error) {
      if (RouterError.is(error)) return error;
      if (StreamDetachedError.is(error)) return new RouterError({ class: 'stream_interrupted', message: error.message, cause: error });
      // What the cache says about the controls of a request.
      if (error instanceof RangeError) return new RouterError({ class: 'invalid_request', message: error.message });
      return own?.aborted === true ? new RouterError(scope?.stopped ?? cancelled(error)) : error;
    },
    dispose: () => { scope?.dispose(); },
  };
}

/** Ends the wait with the stream, and gives an abort its proper error. */
export function explained(iterator: AsyncIterator<Chunk>, wait: CallerWait): AsyncIterator<Chunk> {
  return {
    async next() {
      try {
        const result = await iterator.next();
        if (result.done === true) wait.dispose();
        return result;
      } catch (error) {
        wait.dispose();
        throw wait.explain(error);
      }
    },
    async return() {
      wait.dispose();
      await iterator.return?.();
      return { done: true, value: undefined };
    },
  };
}
