import { classify } from '../errors/classify.js';
import type { Failure } from '../errors/failure.js';
import type { FlowRequest } from '../flow/flow-request.js';
import type { Runtime } from '../flow/runtime.js';
import { insideOf } from '../trace/attempt-telemetry.js';
import { createStopSource } from '../stop-signal.js';

import type { Admission } from './admit.js';
import { type Account, openAccount } from './open-account.js';
import { transportRequest, underLimits } from './send-request.js';
import { createStreamProgress, type StreamProgress } from './stream-progress.js';
import type { Target } from './target.js';
import type { Chunk } from './transport.js';

/** The next of a stream: a piece, its end, or what broke it. */
export type Pull = { readonly chunk: Chunk } | { readonly isEnd: true } | { readonly failure: Failure };

/** A stream whose first content is there. */
export interface OpenStream {
  readonly target: Target;
  readonly account: Account;
  readonly progress: StreamProgress;
  /** Everything up to the first content. */
  readonly head: readonly Chunk[];
  readonly ttftMs: number;
  /** The next piece, under the idle limit. */
  pull(): Promise<Pull>;
  /** Closes the connection to the provider. */
  stop(): void;
}

/** What an attempt at a stream came to. */
export type StreamOutcome = { readonly ok: true; readonly stream: OpenStream } | { readonly ok: false; readonly failure: Failure };

/**
 * Opens a stream and waits for its first content: until then nothing was passed
 * on, and another deployment can take over unseen. After it the books stay open.
 */
export async function attemptStream(runtime: Runtime, request: FlowRequest, target: Target, admission: Admission): Promise<StreamOutcome> {
  const { clock } = runtime;
  const account = openAccount(runtime, request, target, admission);
  const attempt = createStopSource();
  const { trace } = account;
  const progress = trace ? trace.watch(createStreamProgress()) : createStreamProgress();
  const head: Chunk[] = [];
  let iterator: AsyncIterator<Chunk> | undefined;
  let isEnded = false;

  const opened = await underLimits(runtime, request, target, attempt, insideOf(trace, async (onHeaders: (() => void) | undefined) => {
    const stream = await runtime.transport.open(transportRequest(request, target, admission, attempt.signal, onHeaders));
    iterator = stream[Symbol.asyncIterator]();
    while (!isEnded) {
      const next = await iterator.next();
      if (next.done === true) isEnded = true;
      else {
        progress.observe(next.value);
        head.push(next.value);
        if (progress.hasContent || progress.finishReason !== undefined) return;
      }
    }
  }));
  const failure = 'failure' in opened ? opened.failure : failureOfHead(progress, target);
  if (failure || !iterator) {
    const why = failure ?? { class: 'unknown' as const, message: 'The stream did not open.' };
    attempt.abort();
    account.close({ outcome: why.class === 'cancelled' ? 'aborted' : 'failed', failure: why, reported: progress.reported });
    return { ok: false, failure: why };
  }

  const source = iterator;
  let stopped: Failure | undefined;
  let wake: ((pull: Pull) => void) | undefined;
  const stop = (why?: Failure): void => {
    unlisten();
    attempt.abort();
    if (!why) return;
    stopped = why;
    wake?.({ failure: why });
  };
  const unlisten = request.scope.onStop(stop);

  const stream: OpenStream = {
    target,
    account,
    progress,
    head,
    ttftMs: clock.monotonic() - account.startedAt,
    stop: () => { stop(); },
    pull() {
      if (stopped) return Promise.resolve({ failure: stopped });
      if (isEnded) return Promise.resolve({ isEnd: true });
      return new Promise((resolve) => {
        const idleMs = request.rules.timeouts.idle;
        const timer = clock.setTimeout(() => {
          stop({ class: 'stream_idle', limit: 'timeouts.idle', message: `The deployment "${target.deployment.id}" sent nothing for ${idleMs} ms in the middle of a stream.` });
        }, idleMs);
        wake = (pull) => {
          wake = undefined;
          clock.clearTimeout(timer);
          resolve(pull);
        };
        source.next().then(
          ({ done, value }) => {
            if (done === true) isEnded = true;
            else progress.observe(value);
            wake?.(done === true ? { isEnd: true } : { chunk: value });
          },
          (error: unknown) => { wake?.({ failure: classify(error, clock.now(), target.key.secret?.reveal()) }); },
        );
      });
    },
  };
  return { ok: true, stream };
}

/** A stream that ended before any content is no answer, unless it says why it ended. */
function failureOfHead({ finishReason, hasContent }: StreamProgress, { isFilterFailure, deployment }: Target): Failure | undefined {
  if (isFilterFailure && finishReason === 'content_filter' && !hasContent) return { class: 'content_policy', message: `The deployment "${deployment.id}" filtered its answer.` };
  return hasContent || finishReason !== undefined ? undefined : { class: 'connection', message: `The deployment "${deployment.id}" closed its stream before any content.` };
}
