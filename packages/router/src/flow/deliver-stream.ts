import type { OpenStream, Pull } from '../attempt/attempt-stream.js';
import type { Chunk } from '../attempt/transport.js';
import type { Failure } from '../errors/failure.js';
import type { FailureClass } from '../errors/failure-class.js';
import { RouterError } from '../errors/router-error.js';

import { continueElsewhere } from './continue-elsewhere.js';
import type { FlowRequest } from './flow-request.js';
import { cancelled } from './request-scope.js';
import type { Runtime } from './runtime.js';

/** How a stream is handed out. */
export interface DeliverOptions {
  /** Whether the chunk that holds nothing but the usage is passed on. */
  readonly keepsUsage: boolean;
  /** Called once, when the stream is over, however it ended. */
  readonly onEnd: (error: RouterError | undefined) => void;
}

/**
 * The reader's side of a stream. Its books are closed exactly once: at the end, when it
 * breaks, when the reader leaves, or, if nobody reads any more, when the time is up.
 */
export function deliverStream(runtime: Runtime, request: FlowRequest, first: OpenStream, { keepsUsage, onEnd }: DeliverOptions): AsyncIterableIterator<Chunk> {
  const id = first.head[0]?.id;
  let current = first;
  let queue: Chunk[] = [...first.head];
  let isPulling = false;
  let isOver = false;
  let error: RouterError | undefined;

  // While somebody reads, the pull itself learns of it.
  const unlisten = request.scope.onStop((failure) => {
    if (!isPulling && !isOver) runtime.track(breakOff(failure));
  });

  return {
    async next() {
      for (;;) {
        if (error) {
          const thrown = error;
          error = undefined;
          throw thrown;
        }
        if (isOver) return { done: true, value: undefined };
        const chunk = queue.shift();
        if (chunk) {
          if (!keepsUsage && isUsageOnly(chunk)) continue;
          return { done: false, value: current === first || id === undefined ? chunk : { ...chunk, id } };
        }
        isPulling = true;
        const pull = await current.pull();
        await take(pull);
        isPulling = false;
      }
    },
    async return() {
      if (isOver) return { done: true, value: undefined };
      const stream = current;
      over(undefined);
      stream.stop();
      await close(stream, cancelled());
      onEnd(undefined);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };

  async function take(pull: Pull): Promise<void> {
    if ('chunk' in pull) {
      queue.push(pull.chunk);
      return;
    }
    const isComplete = current.progress.finishReason !== undefined;
    if ('failure' in pull) {
      // After its last word an answer is whole, however the connection ended.
      if (isComplete && !request.scope.stopped) await complete();
      else await breakOff(pull.failure);
    } else if (isComplete) await complete();
    else await breakOff({ class: 'stream_interrupted', message: `The deployment "${current.target.deployment.id}" ended its stream in the middle of the answer.` });
  }

  async function complete(): Promise<void> {
    const { account, progress, ttftMs, target } = current;
    over(undefined);
    current.stop();
    account.leave();
    account.close({ outcome: 'ok', reported: progress.reported, ttftMs, producedTokens: progress.reported ? 0 : await count(current) });
    request.servedBy = target.deployment.id;
    onEnd(undefined);
  }

  async function breakOff(failure: Failure): Promise<void> {
    const broken = current;
    broken.stop();
    await close(broken, failure);
    const next = await continueElsewhere(runtime, request, broken, failure);
    if (next) {
      current = next;
      queue = [...next.head];
      return;
    }
    over(new RouterError(failure, request.records, codeOf(failure)));
    onEnd(error);
  }

  /** Charges what came until the stream broke. */
  async function close(stream: OpenStream, failure: Failure): Promise<void> {
    const { account, progress, ttftMs } = stream;
    account.leave();
    account.close({
      outcome: failure.class === 'cancelled' ? 'aborted' : 'interrupted',
      failure,
      reported: progress.reported,
      ttftMs,
      producedTokens: progress.reported ? 0 : await count(stream),
    });
  }

  function count({ progress, target }: OpenStream): Promise<number> {
    return runtime.stores.tokens.countText(progress.text(), target.deployment.config.model);
  }

  function over(why: RouterError | undefined): void {
    isOver = true;
    error = why;
    queue = [];
    unlisten();
  }
}

/** What a reader is told: how the stream ended; the class says what went wrong. */
function codeOf({ class: failureClass }: Failure): FailureClass {
  return failureClass === 'cancelled' || failureClass === 'timeout' || failureClass === 'stream_idle' ? failureClass : 'stream_interrupted';
}

function isUsageOnly({ choices, usage }: Chunk): boolean {
  return usage != null && Array.isArray(choices) && choices.length === 0;
}
