import type { Word } from '@discord-intelligence/analysis-tool';

import type { CuePattern, PatternStep } from './cue-pattern.js';

const INACTIVE = -1;

/** Tries a pattern at word `from` of a sentence that ends before word `to`; gives the index after its last word. */
export type PatternMatcher = (pattern: CuePattern, words: readonly Word[], from: number, to: number) => number | undefined;

/**
 * Makes a matcher that keeps its working memory between calls. The nearest end wins.
 *
 * All ways to spread the gaps are followed at once: a step that waits is held
 * as the number of words it may still pass over, and of two ways to the same
 * step the one with more left stands for both. So the cost is words times steps,
 * never a power of either.
 */
export function createPatternMatcher(mostSteps: number): PatternMatcher {
  let waiting = new Int16Array(mostSteps);
  let next = new Int16Array(mostSteps);

  return ({ steps, isAtEnd }, words, from, to) => {
    const { length } = steps;
    waiting.fill(INACTIVE, 0, length);
    activate(waiting, steps, 0);
    for (let at = from; at < to; at += 1) {
      const { lower } = words[at]!;
      next.fill(INACTIVE, 0, length);
      let isAlive = false;
      for (let index = 0; index < length; index += 1) {
        const left = waiting[index]!;
        if (left === INACTIVE) continue;
        if (steps[index]!.words.has(lower)) {
          if (index + 1 < length) {
            activate(next, steps, index + 1);
            isAlive = true;
          } else if (!isAtEnd || at + 1 === to) {
            return at + 1;
          }
        }
        if (left > 0) {
          if (left - 1 > next[index]!) next[index] = left - 1;
          isAlive = true;
        }
      }
      if (!isAlive) return undefined;
      [waiting, next] = [next, waiting];
    }
    return undefined;
  };
}

/** Lets a step wait for its word, and the one behind it too when it may be left out. */
function activate(waiting: Int16Array, steps: readonly PatternStep[], index: number): void {
  let gap = 0;
  for (let at = index; at < steps.length; at += 1) {
    const step = steps[at]!;
    gap += step.gap;
    if (gap > waiting[at]!) waiting[at] = gap;
    if (!step.isOptional) return;
  }
}
