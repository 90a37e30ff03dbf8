import { estimateRequestTokens } from './estimate-request.js';
import { estimateTextTokens } from './estimate-text.js';
import { type ExactCounter, loadExactCounter } from './exact-counter.js';
import type { TokenEstimator } from './token-estimator.js';

/** How tokens are counted. */
export interface TokenEstimatorOptions {
  /**
   * Loads the exact counter on first need; `false` counts by characters always.
   * @default gpt-tokenizer
   */
  readonly exact?: false | (() => Promise<ExactCounter>);
}

/** Makes an estimator; nothing is loaded before the first exact count. */
export function createTokenEstimator({ exact = loadExactCounter }: TokenEstimatorOptions = {}): TokenEstimator {
  let loading: Promise<ExactCounter> | undefined;
  return {
    estimateText: estimateTextTokens,
    estimateRequest: estimateRequestTokens,
    async countText(text, model) {
      if (exact === false || text === '') return estimateTextTokens(text);
      try {
        loading ??= exact();
        const count = await loading;
        return await count(text, model);
      } catch {
        // Money is better counted roughly than not at all; the next text tries again.
        loading = undefined;
        return estimateTextTokens(text);
      }
    },
  };
}
