import type { AnswerSink } from '../engine/call.js';
import { choose, type ChoiceRules } from '../read/choose.js';

import { createPartialParser, type PartialParser } from './partial-parser.js';
import type { Outlet } from './pull-stream.js';

/** Gives the elements of a list as soon as each is complete and valid. */
export interface ElementSink extends AnswerSink {
  /** Gives what the end of the answer brought to light beyond the elements seen on the way. */
  finish(values: readonly unknown[], data: readonly unknown[]): Promise<void>;
}

/**
 * Makes the sink of one call. After a bad answer the elements that were given
 * are kept, and the model is asked for those after them.
 */
export function createElementSink(outlet: Outlet<unknown>, rules: ChoiceRules): ElementSink {
  const given: string[] = [];
  let parser: PartialParser = createPartialParser();
  let seen = 0;
  let isHalted = false;
  /** Whether the model repeats what it had given before. */
  let isRepeating = false;
  let keptBefore = 0;

  async function give(value: unknown, data: unknown): Promise<void> {
    const written = JSON.stringify(value);
    if (isRepeating && seen < keptBefore && given[seen] === written) {
      seen += 1;
      return;
    }
    isRepeating = false;
    seen += 1;
    given.push(written);
    await outlet.push(data);
  }

  return {
    begin() {
      parser = createPartialParser();
      seen = 0;
      isHalted = false;
      keptBefore = given.length;
      isRepeating = keptBefore > 0;
    },
    async push(text) {
      parser.feed(text);
      while (!isHalted && parser.completeElements > seen) {
        const value = parser.elements[seen];
        const choice = await choose([{ value, repairs: [] }], undefined, rules);
        if (choice?.isValid) await give(value, choice.data);
        // The end of the answer decides: it may be mended as a whole.
        else isHalted = true;
      }
    },
    restart: () => undefined,
    reminder: () => (given.length > 0 ? `The first ${given.length} elements were right and are kept: give only the elements after them.` : undefined),
    async finish(values, data) {
      for (let index = seen; index < data.length; index++) await give(values[index], data[index]);
    },
  };
}
