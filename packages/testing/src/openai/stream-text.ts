import { chunks, type CompletionContent } from './completion.js';
import type { StreamStep, ReplyPlan } from './reply-plan.js';
import { stream, type ReplyOptions } from './replies.js';

/** How a streamed text arrives, or fails to. */
export interface StreamTextOptions extends ReplyOptions, Omit<CompletionContent, 'content'> {
  /** UTF-16 code units in one chunk. @default 4 */
  readonly size?: number;
  /** Milliseconds before each chunk. @default 0 */
  readonly everyMs?: number;
  /** Chunks (the role chunk included) after which it stops arriving properly. */
  readonly stopAfter?: number;
  /** How it stops: see `StreamStep`. @default 'cut' */
  readonly stopBy?: 'cut' | 'reset' | 'stall' | 'end';
  /** An error event sent where it stops, as providers do in the middle of a stream. */
  readonly errorEvent?: unknown;
  /** Whether a chunk with the usage comes last. @default false */
  readonly includeUsage?: boolean;
  /** Whether `data: [DONE]` ends the stream. @default true */
  readonly done?: boolean;
  /** Sends a keep-alive comment before each chunk. @default false */
  readonly keepAlive?: boolean;
}

/** A streamed text that arrives, stalls, breaks or ends as the options say. */
export function streamText(content: string, options: StreamTextOptions = {}): ReplyPlan {
  const { size = 4, everyMs = 0, includeUsage = false, keepAlive = false, done = true, stopAfter, stopBy = 'cut' } = options;
  const all = chunks({ ...options, content }, { size, includeUsage });
  const sent = all.slice(0, stopAfter ?? all.length).flatMap((data): StreamStep[] => [
    ...(keepAlive ? [{ kind: 'comment' as const, text: 'keep-alive' }] : []),
    { kind: 'data', data, ...(everyMs > 0 && { afterMs: everyMs }) },
  ]);
  return stream([...sent, ...ending()], pickReplyOptions(options));

  function ending(): StreamStep[] {
    const error: StreamStep[] = options.errorEvent === undefined ? [] : [{ kind: 'data', data: { error: options.errorEvent } }];
    if (stopAfter === undefined && error.length === 0) return done ? [{ kind: 'done' }] : [];
    return stopBy === 'end' || stopAfter === undefined ? error : [...error, { kind: stopBy }];
  }
}

function pickReplyOptions({ status, headers, delayMs, gate }: ReplyOptions): ReplyOptions {
  return {
    ...(status !== undefined && { status }),
    ...(headers && { headers }),
    ...(delayMs !== undefined && { delayMs }),
    ...(gate && { gate }),
  };
}
