import type { DisabledReason } from '../errors/errors.js';
import type { ErrorKind } from '../errors/kind.js';
import type { Backoff } from '../limits/backoff.js';
import type { Pricing } from '../limits/usage.js';
import type { RepairPolicy } from '../read/repair.js';
import type { Mode } from '../wire/mode.js';

/** What changes on one retry. Fields that are absent stay as they were. */
export interface EscalationStep {
  /** Only after a failure of one of these kinds. */
  readonly when?: readonly ErrorKind[];
  readonly mode?: Mode;
  /** A stronger model. */
  readonly model?: string;
  /** Further parameters, such as `{ temperature: 0 }`. */
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Settings that one call may set for itself. */
export interface CallSettings {
  /**
   * How to ask. `auto` begins with `TOOLS`, goes on to `JSON_SCHEMA` and
   * `MD_JSON` when the model or its server cannot, and remembers for each
   * model what worked.
   * @default 'TOOLS'
   */
  readonly mode?: Mode | 'auto';
  /**
   * Milliseconds that one attempt may take; of a stream, that may pass without
   * a chunk. 0 is no limit.
   * @default 0
   */
  readonly timeoutMs?: number;
  /**
   * Milliseconds that the call may take with all its attempts and waits. 0 is no limit.
   * @default 0
   */
  readonly deadlineMs?: number;
  /**
   * What may be mended in an answer before the model is asked again.
   * @default 'full'
   */
  readonly repair?: RepairPolicy;
  /** Tokens that all attempts together may use: no attempt is begun that would pass it by what the last one used. */
  readonly maxTotalTokens?: number;
  /** US dollars, likewise. Needs a provider that reports cost, or `pricing`; without a price no retry is made. */
  readonly maxCostUsd?: number;
  /** What changes on the first, second, … retry; the last step stays in force. */
  readonly escalate?: readonly EscalationStep[];
  /**
   * After a large object with a few mistakes, asks for a JSON Merge Patch (RFC
   * 7396) in place of the whole. `minCharacters` is what counts as large.
   * @default false
   */
  readonly patch?: boolean | { readonly minCharacters: number };
  /**
   * Lets identical calls that are in flight at one time share one answer.
   * @default false
   */
  readonly coalesce?: boolean;
  /**
   * Milliseconds between two partial values of a stream; 0 gives one for each chunk.
   * @default 50
   */
  readonly partialEveryMs?: number;
}

/** Options of `wrap`. */
export interface WrapOptions extends CallSettings {
  /**
   * Extra attempts after a bad answer, 0 to 100, when a call has no `max_retries`.
   * @default 3
   */
  readonly maxRetries?: number;
  /** Parameters beneath those of every call, such as `model`. */
  readonly defaultParams?: Readonly<Record<string, unknown>>;
  /** Prices for providers that report no cost. */
  readonly pricing?: Pricing;
  /**
   * Retries when the provider fails (connection, 408, 409, 429, 5xx). Leave it
   * at none for clients that retry themselves, such as a router.
   * @default none
   */
  readonly backoff?: Partial<Backoff>;
  /**
   * Keeps the last answer in errors and gives prompts to `request` listeners. For debugging.
   * @default false
   */
  readonly captureText?: boolean;
  /**
   * Puts `_meta` on each object as a hidden property, for code that comes from instructor-js.
   * @default false
   */
  readonly attachMeta?: boolean;
  /** Rejects every structured call at once with this reason. */
  readonly disabled?: DisabledReason;
  /** Milliseconds of a monotonic clock. @default performance.now */
  readonly now?: () => number;
  /** From 0 up to 1, for jitter. @default Math.random */
  readonly random?: () => number;
}

/**
 * Options of one call. Fields that are not listed here go on to the wrapped
 * client as they are, such as `headers`.
 */
export interface CallOptions extends CallSettings {
  /** Ends the call at once, wherever it is. */
  readonly signal?: AbortSignal | null;
  /** For the checks of the response model. */
  readonly context?: unknown;
  readonly [option: string]: unknown;
}
