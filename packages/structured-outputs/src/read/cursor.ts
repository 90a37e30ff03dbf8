import type { RepairCode } from './repair.js';

/** Why a value could not be read. */
export type ReadFailure = 'truncated' | 'elided' | 'garbage' | 'too-deep';

/** A place in a text, and what has been noticed on the way there. */
export interface Cursor {
  readonly text: string;
  position: number;
  /** What was mended so far. */
  readonly repairs: Set<RepairCode>;
  /** Members and elements read completely: proof that this is data, not a brace in prose. */
  completed: number;
}

/** Thrown inside the reader only, and made once for each reason, so that failing is cheap. */
export class ReadStop extends Error {
  readonly failure: ReadFailure;

  constructor(failure: ReadFailure) {
    super(failure);
    this.failure = failure;
  }
}

const TRUNCATED = new ReadStop('truncated');
const ELIDED = new ReadStop('elided');
const GARBAGE = new ReadStop('garbage');

/** Starts reading at a place. */
export function createCursor(text: string, position: number): Cursor {
  return { text, position, repairs: new Set(), completed: 0 };
}

/** Ends the reading here: the text is cut, leaves something out, or is not data. */
export function stopHere({ text, position }: Cursor): never {
  throw position >= text.length || isClosingFence(text, position) ? TRUNCATED : isEllipsisAt(text, position) ? ELIDED : GARBAGE;
}

/** Whether nothing but a fence or a token of the chat template follows: the data before it is cut. */
function isClosingFence(text: string, position: number): boolean {
  return position + 40 > text.length && /^(?:[`~]{2,}|<\|[a-z_]{1,20}\|>)$/.test(text.slice(position).trim());
}

/** Ends the reading: something was left out. */
export function stopElided(): never {
  throw ELIDED;
}

/** Whether `...` or `…` stands at a place. */
export function isEllipsisAt(text: string, position: number): boolean {
  return text.startsWith('...', position) || text[position] === '…';
}
