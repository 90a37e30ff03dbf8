import type { ErrorKind } from '../errors/kind.js';
import type { UsageTotals } from '../limits/usage.js';
import type { Repair } from '../read/repair.js';
import type { Mode } from '../wire/mode.js';

/** What is known of one attempt. Holds no text of prompt or answer. */
export interface AttemptRecord {
  /** Counts from 1. */
  readonly number: number;
  readonly model: string;
  readonly mode: Mode;
  /** Why it failed; absent when it gave the answer. */
  readonly kind?: ErrorKind;
  /** How many things were wrong with the answer. */
  readonly issueCount: number;
  readonly repairCount: number;
  /** Wall time, in milliseconds. */
  readonly durationMs: number;
  /** As the provider says it, such as `stop`. */
  readonly finishReason?: string;
  readonly usage?: UsageTotals;
}

/** What is known of a call that gave an answer. */
export interface CallMeta {
  readonly model: string;
  /** The way of asking that gave the answer. */
  readonly mode: Mode;
  readonly attempts: readonly AttemptRecord[];
  /** Summed over all attempts. */
  readonly usage: UsageTotals;
  /** What was mended in the answer; empty when it was right as it came. */
  readonly repairs: readonly Repair[];
  /** Wall time of the call, in milliseconds. */
  readonly durationMs: number;
  /** Whether another call in flight gave the answer; usage is zero then. */
  readonly isShared: boolean;
  readonly schema: {
    readonly name: string;
    /** The response model's version, when it has one. */
    readonly version?: number;
    /** SHA-256 of the canonical wire schema. */
    readonly fingerprint: string;
  };
}

// Keyed by the identity of an answer, written once and by its maker only:
// no caller can see another one's state through it.
const metas = new WeakMap<object, CallMeta>();

/**
 * What is known of the call that gave this object.
 *
 * @param data - An object or array from `create`. A text or number has no identity: use `createWithMeta`.
 */
export function metaOf(data: unknown): CallMeta | undefined {
  return typeof data === 'object' && data !== null ? metas.get(data) : undefined;
}

/** Remembers it for {@link metaOf}. */
export function rememberMeta(data: unknown, meta: CallMeta): void {
  if (typeof data === 'object' && data !== null) metas.set(data, meta);
}
