import type { CallMeta } from '../client/meta.js';
import type { AnswerSink } from '../engine/call.js';
import type { SoftKind } from '../errors/kind.js';

import { createPartialParser, type PartialParser } from './partial-parser.js';
import type { Outlet } from './pull-stream.js';

/** An answer of which anything may still be missing. */
export type DeepPartial<Value> = Value extends readonly (infer Element)[] ? DeepPartial<Element>[] : Value extends object ? { [Key in keyof Value]?: DeepPartial<Value[Key]> } : Value;

/** What a stream of partial answers gives. */
export type PartialEvent<Data> =
  /** The answer so far: as it came, not validated. */
  | { readonly type: 'partial'; readonly value: DeepPartial<Data>; readonly attempt: number }
  /** The answer was bad and is asked for again: forget what came before. */
  | { readonly type: 'restart'; readonly attempt: number; readonly kind: SoftKind }
  /** The validated answer; the last event. */
  | { readonly type: 'final'; readonly value: Data; readonly meta: CallMeta };

/** Settings of {@link createPartialSink}. */
export interface PartialSinkOptions {
  /** Milliseconds between two partial values; 0 gives one for each chunk. */
  readonly everyMs: number;
  /** Whether the value stands under the key `value`. */
  readonly isWrapped: boolean;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** Shows an answer while it arrives, at most so often. */
export function createPartialSink(outlet: Outlet<PartialEvent<unknown>>, { everyMs, isWrapped, now }: PartialSinkOptions): AnswerSink {
  let parser: PartialParser = createPartialParser();
  let attempt = 1;
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    begin(number) {
      attempt = number;
      parser = createPartialParser();
      shownAt = Number.NEGATIVE_INFINITY;
    },
    push(text) {
      parser.feed(text);
      const time = now();
      if (time - shownAt < everyMs) return;
      const root = parser.snapshot();
      const value = isWrapped && typeof root === 'object' && root !== null && !Array.isArray(root) ? (root as { readonly value?: unknown }).value : root;
      if (value === undefined) return;
      shownAt = time;
      // Only the newest one matters: a slow consumer is not slowed further.
      void outlet.push({ type: 'partial', value: value as DeepPartial<unknown>, attempt }, true);
    },
    restart(number, kind) {
      void outlet.push({ type: 'restart', attempt: number, kind });
    },
  };
}
