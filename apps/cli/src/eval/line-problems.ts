import type { OutputStream } from '../command-io.js';
import { nameInput } from '../input/read-input.js';
import { complain } from '../output/complain.js';

/** Names lines that cannot be read, as they are met. */
export interface LineProblems {
  readonly count: number;
  tell(file: string, number: number, problem: string): Promise<void>;
  /** Says how many were left unnamed, if any were. */
  end(): Promise<void>;
}

/** Most lines named one by one; a file that is something else altogether would bury everything. */
const MOST_NAMED = 100;

/** Makes the list of one command, on the error stream. */
export function createLineProblems(stderr: OutputStream): LineProblems {
  let count = 0;
  return {
    get count() {
      return count;
    },
    async tell(file, number, problem) {
      count += 1;
      if (count <= MOST_NAMED) await complain(stderr, `${nameInput(file)}, line ${number}: ${problem}; left out`);
    },
    async end() {
      if (count > MOST_NAMED) await complain(stderr, `${count - MOST_NAMED} further lines cannot be read and are left out`);
    },
  };
}
