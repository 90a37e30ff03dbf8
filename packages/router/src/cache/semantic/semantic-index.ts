import type { Awaitable } from '../../budget/awaitable.js';

import type { TextProfile } from './guards/text-profile.js';

/** A question whose answer is kept. */
export interface SemanticEntry {
  /** Key of the answer in the store of answers; one entry for each. */
  readonly key: string;
  /** Of length 1, so that a product is the cosine. */
  readonly vector: Float32Array;
  /** What the guards compare. */
  readonly profile: TextProfile;
  /** Similarity from which it answers, 0 to 1; rises when a comparison went wrong. */
  readonly threshold: number;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** An entry and how near it is. */
export interface SemanticMatch {
  readonly entry: SemanticEntry;
  /** Cosine, -1 to 1. */
  readonly similarity: number;
}

/**
 * Finds the nearest questions of a scope. No method rejects or hangs; the oldest entries give way.
 * One contract suite runs over every implementation.
 */
export interface SemanticIndex {
  /** Up to `limit` entries, nearest first, none of them expired, all of the vector's length. */
  search(scope: string, vector: Float32Array, limit: number): Awaitable<readonly SemanticMatch[]>;
  /** Adds an entry, or replaces the one of the same key (a raised threshold stays: the higher one wins). */
  put(scope: string, entry: SemanticEntry): Awaitable<void>;
  remove(scope: string, key: string): Awaitable<void>;
}
