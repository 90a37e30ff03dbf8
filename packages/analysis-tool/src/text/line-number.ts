import { lowerBound } from './lower-bound.js';
import type { TextDocument } from './text-document.js';

/**
 * Makes a function from an offset of a text to its line, the first line being 1.
 * Each call costs the logarithm of the number of lines.
 */
export function createLineCounter({ text }: TextDocument): (offset: number) => number {
  const breaks: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks.push(at);
  return (offset) => lowerBound(breaks, offset) + 1;
}
