import type { NanoUsd } from '../../budget/nano-usd.js';

import type { CompareAnswers } from './compare-answers.js';
import type { Embed } from './embed.js';

/** How questions are compared by meaning. */
export interface SemanticCacheOptions {
  readonly embed: Embed;
  /**
   * `shadow` answers nothing: it counts what could have been answered and compares it with the true
   * answer. Begin with it, and look at the false-hit rate before turning it `on`.
   * @default 'shadow'
   */
  readonly mode?: 'on' | 'shadow';
  /**
   * Similarity from which a new question's answer is given to others, 0 to 1. It rises for a question whose
   * answer turned out wrong.
   * @default 0.92
   */
  readonly threshold?: number;
  /**
   * Whether near questions with other numbers, names, quotes and so on are turned down.
   * @default true
   */
  readonly guards?: boolean;
  /**
   * Messages of a conversation, without system messages, up to which it takes part, from 1.
   * @default 3
   */
  readonly maxHistory?: number;
  /**
   * Milliseconds for an embedding, after which the request goes on without.
   * @default 1000
   */
  readonly embedTimeoutMs?: number;
  /** Price of an embedding in nano-USD, for the report. @default nothing */
  readonly embeddingCost?: (texts: readonly string[]) => NanoUsd;
  /** Names the embedder: vectors of different ones are never compared. @default '' */
  readonly embedder?: string;
  /** The judge of shadow hits. @default one that compares words and errs towards no */
  readonly compare?: CompareAnswers;
  /**
   * Milliseconds for a comparison.
   * @default 30000
   */
  readonly compareTimeoutMs?: number;
  /**
   * Share of the hits that are sent on all the same, so that the false-hit rate stays measured, 0 to 1.
   * @default 0.02
   */
  readonly verifyShare?: number;
  /**
   * Questions in a scope (a tenant's requests that are equal but for the question); the oldest give way.
   * @default 1000, or `maxEntries` if that is less
   */
  readonly maxEntriesPerScope?: number;
  /**
   * Questions of all scopes in this process.
   * @default 20000
   */
  readonly maxEntries?: number;
}

/** Defaults of {@link SemanticCacheOptions}. */
export const SEMANTIC_DEFAULTS = {
  mode: 'shadow',
  threshold: 0.92,
  guards: true,
  maxHistory: 3,
  embedTimeoutMs: 1_000,
  embedder: '',
  compareTimeoutMs: 30_000,
  verifyShare: 0.02,
} as const;

/**
 * Checks the ranges.
 * @throws RangeError Naming the option, what was expected and what came.
 */
export function checkSemanticOptions({ threshold, maxHistory, embedTimeoutMs, verifyShare }: { readonly threshold: number; readonly maxHistory: number; readonly embedTimeoutMs: number; readonly verifyShare: number }): void {
  if (!(threshold >= 0 && threshold <= 1)) throw new RangeError(`semantic.threshold must be a number from 0 to 1, got ${threshold}`);
  if (!(verifyShare >= 0 && verifyShare <= 1)) throw new RangeError(`semantic.verifyShare must be a number from 0 to 1, got ${verifyShare}`);
  if (!Number.isSafeInteger(maxHistory) || maxHistory < 1) throw new RangeError(`semantic.maxHistory must be a whole number from 1, got ${maxHistory}`);
  if (!(embedTimeoutMs > 0)) throw new RangeError(`semantic.embedTimeoutMs must be above 0, got ${embedTimeoutMs}`);
}
